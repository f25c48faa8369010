import CodeFormats
import Expressions
import RandomNumbers
import Testing

/// Archives of arrays, stored and deflated.
struct NPZTests {
  private static func array(
    _ bytes: [UInt8], _ member: String? = nil, input: String = "X"
  ) throws(ArrayFileError) -> NumericArray {
    try ArrayFile(bytes, as: .npz, member: member, input: input).array
  }

  private static func message(_ file: String, _ member: String?, input: String = "X") throws
    -> String
  {
    let bytes = try WrittenFile.bytes(file)
    do {
      return try array(bytes, member, input: input).shape.text
    } catch {
      return error.message(in: file)
    }
  }

  @Test(arguments: ["zeros", "digits", "noise", "steps", "few"])
  func eachWayOfPackingGivesTheSame(name: String) throws {
    let bytes = try WrittenFile.bytes("packed.npz")
    let stored = try NPZTests.array(bytes, "\(name)_stored")
    for level in [0, 1, 6, 9] {
      #expect(try NPZTests.array(bytes, "\(name)_\(level)") == stored)
    }
  }

  private static let choices: [(String, String?, String, String)] = [
    ("shapes.npz", "cube_C.npy", "X", "(2, 3, 4)"), ("shapes.npz", nil, "vector", "(3)"),
    ("shapes.npz", "number", "vector", "()"),
    (
      "shapes.npz", nil, "X",
      "shapes.npz holds number, vector, cube_C, cube_F, empty, one, and none is called 'X'; write "
        + "X=@shapes.npz:number"
    ),
    ("shapes.npz", "cube_D", "X", "shapes.npz holds no array 'cube_D'; did you mean 'cube_C'?"),
    (
      "shapes.npz", "weights", "X",
      "shapes.npz holds no array 'weights'; it holds number, vector, cube_C, cube_F, empty, one"
    ),
    (
      "bzip.npz", nil, "X",
      "bzip.npz: a.npy is packed in an unknown way (12); save it with np.savez"
    ),
    ("none.npz", nil, "X", "none.npz holds no array; write it with np.savez"),
    (
      "version1.npy", nil, "X", "version1.npy does not begin as a .npz file; write it with np.savez"
    ),
  ]

  @Test(arguments: choices)
  func theArrayIsChosenByItsName(
    file: String, member: String?, input: String, answer: String
  ) throws {
    #expect(try NPZTests.message(file, member, input: input) == answer)
  }

  @Test func everyCutArchiveIsAnError() throws {
    let bytes = try WrittenFile.bytes("shapes.npz")
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: ArrayFileError.self) {
        try NPZTests.array(Array(bytes[..<count]), "cube_C")
      }
    }
  }

  /// Whatever is changed, what is read is the array or an error: checksums see to it.
  @Test func aDamagedArchiveGivesNoOtherNumbers() throws {
    let bytes = try WrittenFile.bytes("packed.npz")
    var random = SplitMix64(seed: 17)
    for name in ["digits_6", "digits_stored", "zeros_9", "noise_0", "few_1"] {
      let right = try NPZTests.array(bytes, name)
      for _ in 0..<400 {
        var damaged = bytes
        for _ in 0..<3 {
          damaged[Int.random(in: 0..<bytes.count, using: &random)] =
            UInt8.random(in: 0...255, using: &random)
        }
        guard let read = try? NPZTests.array(damaged, name) else { continue }
        #expect(read == right)
      }
    }
  }
}
