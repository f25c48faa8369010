import CodeFormats
import Expressions
import Testing

struct NPZFileTests {
  @Test func whatIsWrittenIsReadAgain() throws {
    let arrays = [
      ("W1", NumericArray([[1, -2.5, 3], [4, 5, 1e-300]])), ("b", NumericArray([0.1])),
      ("rate", NumericArray(7)), ("m of W1", NumericArray(filledWith: 2, shape: Shape(2, 3, 4))),
      ("none", NumericArray([Double]())),
    ]
    let bytes = NPZFile.bytes(arrays.map { ($0.0, $0.1) })
    #expect(NPZFile.isArchive(bytes))
    let read = try NPZFile.arrays(bytes)
    #expect(read == Dictionary(uniqueKeysWithValues: arrays))
  }

  @Test func aCutFileIsNotRead() {
    let bytes = NPZFile.bytes([("w", NumericArray([1, 2, 3]))])
    for count in 0..<bytes.count {
      #expect(throws: ArrayFileError.self) { try NPZFile.arrays(Array(bytes.prefix(count))) }
    }
  }
}
