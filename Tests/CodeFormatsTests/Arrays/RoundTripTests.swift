import CodeFormats
import Expressions
import Foundation
import Testing

/// What NumPy writes now, where a Python has it: random kinds, orders and shapes.
struct RoundTripTests {
  private static let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"

  /// Runs a program of Python in a folder.
  private static func run(_ program: String, in folder: URL) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, "-c", program]
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let hasNumPy = run("import numpy", in: FileManager.default.temporaryDirectory)

  /// For each case a file in each format, and in `N.txt` its shape and its numbers.
  private static let program = """
    import numpy as np
    rng = np.random.default_rng(11)
    kinds = ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "?"]
    for case in range(60):
      shape = tuple(rng.integers(0 if case % 5 == 0 else 1, 6, size=rng.integers(0, 4)))
      a = (rng.normal(size=shape) * 100)
      kind = kinds[case % len(kinds)]
      if kind[0] == "u" or kind == "?": a = np.abs(a)
      a = np.asarray(a).astype(kind).astype(rng.choice(["<", ">"]) + kind)
      if rng.integers(2): a = np.asfortranarray(a).reshape(shape, order="F")
      np.save(f"{case}.npy", a)
      np.savez(f"{case}.npz", X=a, other=np.zeros(2))
      np.savez_compressed(f"{case}c.npz", X=a)
      with open(f"{case}.txt", "w") as file:
        print(*shape, sep=",", file=file)
        print(*[repr(float(x)) for x in a.reshape(-1)], sep=",", file=file)
      if 1 <= a.ndim <= 2 and a.size > 1 and min(a.shape) > 0:
        np.savetxt(f"{case}.csv", a.astype(float), delimiter=rng.choice([",", ";", " ", "\\t"]),
                   fmt="%.17g", header="a b" if rng.integers(2) else "")
    """

  @Test(.enabled(if: hasNumPy, "NumPy is not installed"))
  func everyFileHasTheNumbersThatWereSaved() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try #require(RoundTripTests.run(RoundTripTests.program, in: folder))
    func read(_ name: String) throws -> NumericArray {
      let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
      let format = ArrayFile.Format(path: name, bytes: bytes)
      return try ArrayFile(bytes, as: format, input: "X").array
    }
    var tables = 0
    for number in 0..<60 {
      let text = try String(contentsOf: folder.appending(path: "\(number).txt"), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let shape = Shape(lines[0].split(separator: ",").compactMap { Int($0) })
      let numbers = lines[1].split(separator: ",").compactMap { Double($0) }
      let saved = NumericArray(numbers, shape: shape)
      for name in ["\(number).npy", "\(number).npz", "\(number)c.npz"] {
        #expect(try read(name) == saved, "\(name)")
      }
      guard FileManager.default.fileExists(atPath: folder.appending(path: "\(number).csv").path())
      else { continue }
      tables += 1
      // A row or a column alone is a vector.
      let sizes = shape.sizes.filter { $0 > 1 }
      #expect(try read("\(number).csv") == saved.reshaped(to: Shape(sizes)), "\(number).csv")
    }
    #expect(tables > 10)
  }
}
