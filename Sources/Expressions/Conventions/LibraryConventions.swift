/// What a library answers where a derivative is a convention: a row of the table that `backprop conventions` prints.
///
/// The table is the one source for what is said of libraries beside an entry, in errors and in exports.
public struct LibraryConventions: Hashable, Sendable {
  /// How the table calls it, with its version.
  public let label: String
  /// How a sentence calls it.
  public let name: String
  public let version: String
  /// An answer for each corner, as the table has it.
  public let cells: [String]

  init(_ label: String, _ name: String, _ version: String, _ cells: String) {
    self.label = label
    self.name = name
    self.version = version
    self.cells = cells.split(separator: "|").map { String($0).trimmingBlanks }
    precondition(self.cells.count == Corner.allCases.count, "\(label) answers each question")
  }

  /// The name with the version.
  public var title: String { version.isEmpty ? name : "\(name) \(version)" }

  /// The answer without what is remarked on it.
  func answer(at corner: Corner) -> String {
    var head = cells[corner.rawValue][...]
    for mark in [" (", ";", " / ", " at "] {
      if let range = head.firstRange(of: mark) { head = head[..<range.lowerBound] }
    }
    return String(head)
  }

  /// The answer as numbers: one, or one for each operand; `nil` where it is an error or not finite.
  public func numbers(at corner: Corner) -> [Double]? {
    LibraryConventions.numbers(answer(at: corner), count: corner.count)
  }

  /// The derivative of max(0, x) at 0, which depends on the order in some libraries; `nil` where nobody looked.
  var slopeOfMaxWithZeroFirst: Double? {
    let cell = cells[Corner.maxWithZero.rawValue]
    if let range = cell.firstRange(of: "(max(0,x): ") {
      return LibraryConventions.numbers(String(cell[range.upperBound...].dropLast()), count: 1)?
        .first
    }
    return numbers(at: .maxWithZero)?.first.flatMap { $0 == 0.5 ? $0 : nil }
  }

  private static func numbers(_ text: String, count: Int) -> [Double]? {
    let parts = text.split(separator: ",").prefix(count).map { part in
      part.split(separator: " ").lazy.compactMap { $0 == "½" ? 0.5 : Double(String($0)) }.first
    }
    let numbers = parts.compactMap { $0 }.filter(\.isFinite)
    return numbers.count == count ? numbers.map { $0 + 0 } : nil
  }
}

extension [LibraryConventions] {
  /// The libraries in a sentence, those that most people use first: `PyTorch 2.15.0, JAX 0.10.2 and others`.
  func named(atMost count: Int, withVersions hasVersions: Bool) -> String {
    var found: [LibraryConventions] = []
    for library in self where !found.contains(where: { $0.name == library.name }) {
      found.append(library)
    }
    let names = (found.filter(\.isWidelyUsed) + found.filter { !$0.isWidelyUsed }).map {
      hasVersions ? $0.title : $0.name
    }
    guard names.count > 1 else { return names.joined() }
    return names.count > count
      ? names.prefix(count).joined(separator: ", ") + " and others"
      : names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
  }
}

extension LibraryConventions {
  fileprivate var isWidelyUsed: Bool {
    ["PyTorch", "JAX", "TensorFlow", "SymPy", "MLX", "Jittor", "tinygrad"].contains(name)
  }
}
