import CodeFormats
import Expressions
import Testing

/// Arrays that NumPy wrote, in every kind, order and version; `Files/write.py` is how.
struct NPYTests {
  private static func array(_ file: String, _ member: String? = nil) throws -> NumericArray {
    let bytes = try WrittenFile.bytes(file)
    let format = ArrayFile.Format(path: file, bytes: bytes)
    return try ArrayFile(bytes, as: format, member: member, input: "X").array
  }

  private static let kinds: [(String, [String], [[Double]])] = [
    ("f", ["2", "4", "8"], [[0, 1, -2.5], [100, 0.125, -0.0009765625]]),
    ("i", ["1", "2", "4", "8"], [[0, 1, -2], [100, -128, 127]]),
    ("u", ["1", "2", "4", "8"], [[0, 1, 2], [100, 127, 200]]),
    ("b", ["1"], [[0, 1, 1], [1, 0, 0]]),
  ]

  @Test(arguments: kinds)
  func everyKindIsReadInBothOrders(letter: String, widths: [String], rows: [[Double]]) throws {
    for width in widths {
      for end in ["little", "big"] {
        for order in ["C", "F"] {
          let name = "\(letter)\(width)_\(end)_\(order)"
          #expect(try NPYTests.array("kinds.npz", name) == NumericArray(rows), "\(name)")
        }
      }
    }
  }

  @Test(arguments: [1, 2, 3])
  func everyVersionIsRead(version: Int) throws {
    #expect(try NPYTests.array("version\(version).npy") == NumericArray([[1, 2], [3, 4]]))
  }

  private static let shapes: [(String, NumericArray)] = [
    ("number", NumericArray(2.5)), ("vector", NumericArray([0, 1, 2])),
    ("cube_C", NumericArray((0..<24).map(Double.init), shape: Shape(2, 3, 4))),
    ("cube_F", NumericArray((0..<24).map(Double.init), shape: Shape(2, 3, 4))),
    ("empty", NumericArray([], shape: Shape(0, 3))),
    ("one", NumericArray([1], shape: Shape(1, 1, 1))),
  ]

  @Test(arguments: shapes)
  func everyShapeIsRead(name: String, array: NumericArray) throws {
    #expect(try NPYTests.array("shapes.npz", name) == array)
  }

  // MARK: Errors

  /// A file with a header as text and bytes behind it.
  private static func file(
    _ header: String, _ data: [UInt8] = Array(repeating: 0, count: 16), version: [UInt8] = [1, 0]
  ) -> [UInt8] {
    let text = Array(header.utf8)
    return [0x93] + Array("NUMPY".utf8) + version + [
      UInt8(text.count & 255), UInt8(text.count >> 8),
    ]
      + text + data
  }

  private static func message(_ bytes: [UInt8], _ path: String = "w.npy") -> String {
    do {
      let file = try ArrayFile(
        bytes, as: ArrayFile.Format(path: path, bytes: bytes), input: "W")
      return "\(file.array.shape.text) \(file.array.text)"
    } catch {
      return error.message(in: path)
    }
  }

  private static func header(
    _ descr: String = "'<f8'", _ order: String = "False", _ shape: String = "(2,)"
  ) -> String {
    "{'descr': \(descr), 'fortran_order': \(order), 'shape': \(shape), }"
  }

  private static let fields: [(String, String)] = [
    (header(), "(2) [0, 0]"),
    ("{\"shape\": (2L,), \"descr\": \"=f8\", \"fortran_order\": True} \n", "(2) [0, 0]"),
    (header("'<f8'", "False", "(1, 2)"), "(1, 2) [[0, 0]]"),
    (header("'<f8'", "True", "( 2 , 1 , )"), "(2, 1) [[0], [0]]"),
    (
      header("'<c16'"),
      "w.npy: descr: '<c16' holds complex numbers; save numbers: np.save(file, array.astype(float))"
    ),
    (
      header("'|O'"),
      "w.npy: descr: '|O' holds objects of Python; save numbers: np.save(file, array.astype(float))"
    ),
    (
      header("'<U5'"),
      "w.npy: descr: '<U5' holds texts; save numbers: np.save(file, array.astype(float))"
    ),
    (
      header("'|S3'"),
      "w.npy: descr: '|S3' holds texts; save numbers: np.save(file, array.astype(float))"
    ),
    (
      header("'<M8[D]'"),
      "w.npy: descr: '<M8[D]' holds times; save numbers: np.save(file, array.astype(float))"
    ),
    (
      header("'<f16'"),
      "w.npy: descr: '<f16' holds floats of 16 bytes; save numbers: "
        + "np.save(file, array.astype(float))"
    ),
    (
      header("'<i3'"),
      "w.npy: descr: '<i3' holds no numbers that are known; save numbers: "
        + "np.save(file, array.astype(float))"
    ),
    (
      header("[('a', '<f8'), ('b', '<i4')]"),
      "w.npy: descr: '[('a', '<f8'), ('b', '<i4')]' holds records of several fields; save numbers: "
        + "np.save(file, array.astype(float))"
    ),
    (header("8"), "w.npy: descr: '8' is not read; write the file with np.save"),
    (
      header("'<f8'", "Yes"), "w.npy: fortran_order: 'Yes' is not read; write the file with np.save"
    ),
    (
      header("'<f8'", "False", "(2, -1)"),
      "w.npy: shape: '(2, -1)' is not read; write the file with np.save"
    ),
    (
      header("'<f8'", "False", "(2)"),
      "w.npy: shape: '(2)' is not read; write the file with np.save"
    ),
    (header("'<f8'", "False", "2"), "w.npy: shape: '2' is not read; write the file with np.save"),
    (
      header("'<f8'", "False", "(,)"),
      "w.npy: shape: '(,)' is not read; write the file with np.save"
    ),
    (
      header("'<f8'", "False", "(1, 1, 1, 2)"),
      "w.npy: shape: (1, 1, 1, 2) has 4 axes; a quantity has 3 at most: save a part"
    ),
    (
      header("'<f8'", "False", "(5000, 5000)"),
      "w.npy: shape: (5000, 5000) is more than 20000000 numbers; save fewer"
    ),
    (
      header("'<f8'", "False", "(99999999999999999999, 99999999999)"),
      "w.npy: shape: (99999999999999999999, 99999999999) is more than 20000000 numbers; save fewer"
    ),
    (
      header("'<f8'", "False", "(3,)"),
      "w.npy: data: it should have 24 bytes and has 16; save the file again"
    ),
    (
      header("'<f4'", "False", "(3,)"),
      "w.npy: data: it should have 12 bytes and has 16; save the file again"
    ),
    (
      "{'descr': '<f8', 'shape': (2,)}",
      "w.npy: fortran_order: it is missing; write the file with np.save"
    ),
    (
      "{'descr': '<f8', 'shape': (2,), 'fortran_order': False, 'x': 1}",
      "w.npy: header: 'x' is not known; there are descr, fortran_order and shape"
    ),
    (
      "{'descr': '<f8', 'descr': '<f8', 'shape': (2,), 'fortran_order': False}",
      "w.npy: header: '{'descr': '<f8', 'descr': '<f8', 'shape': (2,), 'fortran_ord…' is not read; "
        + "write the file with np.save"
    ),
    ("[]", "w.npy: header: '[]' is not read; write the file with np.save"),
    ("", "w.npy: header: '' is not read; write the file with np.save"),
    ("{descr: 1}", "w.npy: header: '{descr: 1}' is not read; write the file with np.save"),
  ]

  @Test(arguments: fields)
  func aFieldThatIsNotReadIsNamed(header: String, message: String) {
    #expect(NPYTests.message(NPYTests.file(header)) == message)
  }

  @Test func whatIsNoNPYFileSaysSo() {
    #expect(
      NPYTests.message(Array("1,2\n".utf8))
        == "w.npy does not begin as a .npy file; write it with np.save, or name it .csv if it is text"
    )
    #expect(
      NPYTests.message(NPYTests.file(NPYTests.header(), version: [4, 0]))
        == "w.npy: version: 4.0 is not known; write the file with np.save, which takes 1.0, 2.0 or 3.0"
    )
    #expect(
      NPYTests.message(NPYTests.file(NPYTests.header(), version: [2, 0]))
        == "w.npy: header: the file ends within it; save it again")
  }

  @Test(arguments: [
    (Double.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf"),
  ])
  func aNumberThatIsNotFiniteHasItsCell(number: Double, text: String) {
    let numbers = [1, number].flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * UInt64($0))) }
    }
    let header = NPYTests.header("'<f8'", "False", "(2, 1)")
    #expect(
      NPYTests.message(NPYTests.file(header, numbers))
        == "w.npy: data: the number at [1, 0] is \(text); save finite numbers alone")
  }

  @Test func everyCutFileIsAnError() throws {
    let bytes = try WrittenFile.bytes("version1.npy")
    for count in bytes.indices {
      #expect(throws: ArrayFileError.self) {
        try ArrayFile(Array(bytes[..<count]), as: .npy, input: "X")
      }
    }
  }
}
