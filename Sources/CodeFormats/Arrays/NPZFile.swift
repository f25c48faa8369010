public import Expressions

/// Arrays with names, as `np.load` reads them from a `.npz` file.
public enum NPZFile {
  /// The arrays one after another, each stored as it is, as `np.savez` writes them.
  ///
  /// - Precondition: together they are below 4 GB.
  /// - Complexity: O(n).
  public static func bytes(_ arrays: [(name: String, value: NumericArray)]) -> [UInt8] {
    var file: [UInt8] = []
    var list: [UInt8] = []
    for (name, value) in arrays {
      let contents = value.npy
      let path = Array("\(name).npy".utf8)
      let start = file.count
      // What both headings say: version 2, names in UTF-8, stored, 1 January 1980.
      let shared =
        bytes(20, 2) + bytes(0x0800, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0x21, 2)
        + bytes(Int(CRC32.checksum(contents)), 4) + bytes(contents.count, 4)
        + bytes(contents.count, 4) + bytes(path.count, 2) + bytes(0, 2)
      file += bytes(0x0403_4B50, 4) + shared + path + contents
      list += bytes(0x0201_4B50, 4) + bytes(20, 2) + shared
      list += bytes(0, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0, 4) + bytes(start, 4) + path
    }
    let end =
      bytes(0x0605_4B50, 4) + bytes(0, 4) + bytes(arrays.count, 2) + bytes(arrays.count, 2)
      + bytes(list.count, 4) + bytes(file.count, 4) + bytes(0, 2)
    return file + list + end
  }

  /// Whether bytes begin as such a file does.
  public static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: ZipArchive.magic) }

  /// All arrays of a file by their names.
  ///
  /// - Complexity: O(n) in the bytes that they unpack to.
  public static func arrays(_ bytes: [UInt8]) throws(ArrayFileError) -> [String: NumericArray] {
    let archive = try NPZArchive(bytes)
    var arrays: [String: NumericArray] = [:]
    for name in archive.names { arrays[name] = try archive.array(name, input: name) }
    return arrays
  }

  /// A whole number as so many bytes, the lowest first.
  private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

extension NumericArray {
  /// The array as `np.save` writes it, in version 1.0.
  var npy: [UInt8] {
    let sizes = shape.sizes.map(String.init)
    let tuple = sizes.count == 1 ? "(\(sizes[0]),)" : "(\(sizes.joined(separator: ", ")))"
    var header = "{'descr': '<f8', 'fortran_order': False, 'shape': \(tuple), }"
    // The numbers begin at a multiple of 64.
    let length = (10 + header.utf8.count + 1 + 63) / 64 * 64 - 10
    header += String(repeating: " ", count: length - header.utf8.count - 1) + "\n"
    var bytes = NPYHeader.magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + header.utf8
    bytes.reserveCapacity(bytes.count + 8 * elements.count)
    for element in elements {
      withUnsafeBytes(of: element.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }
}
