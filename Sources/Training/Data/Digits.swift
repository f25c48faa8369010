import CodeFormats
import Expressions

/// The 1,797 handwritten digits that are inside the program.
///
/// "Optical Recognition of Handwritten Digits", Alpaydin and Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.
public enum Digits {
  /// Where the pictures come from, and under which licence.
  public static let source =
    "Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, UCI 1998, CC BY 4.0"

  private static let width = 8
  /// What a field is at most in the file.
  private static let largest = 16.0

  /// Pictures of 8 by 8 fields between 0 and 1, and which digit each is.
  public static let examples: Examples = {
    guard let bytes = Gzip.unpacked(PackageResources.digits_csv_gz),
      let table = try? NumberTable(rows: bytes).rows
    else { preconditionFailure("the digits lie inside the program") }
    let count = table.shape.sizes[0]
    let fields = width * width
    var pixels: [Double] = []
    pixels.reserveCapacity(count * fields)
    var digits: [Double] = []
    for row in 0..<count {
      let start = row * (fields + 1)
      for field in 0..<fields { pixels.append(table[start + field] / largest) }
      digits.append(table[start + fields])
    }
    var examples = Examples(
      features: NumericArray(pixels, shape: Shape(count, fields)), targets: NumericArray(digits))
    examples.pictureWidth = width
    return examples
  }()
}
