import Journals

/// The lines of code in a notebook of Jupyter, cell by cell.
struct Notebook {
  /// The lines, one below another as a program has them.
  private(set) var text = ""
  /// For each line its cell of code, and its place in it, both from 1.
  private var places: [(cell: Int, line: Int)] = []

  /// - Returns: `nil` where the bytes are no notebook.
  /// - Complexity: O(n) in the bytes.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSON(parsing: bytes), let cells = json["cells"]?.elements else {
      return nil
    }
    var count = 0
    for cell in cells where cell["cell_type"]?.string == "code" {
      count += 1
      let source =
        cell["source"]?.string
        ?? (cell["source"]?.elements ?? []).compactMap(\.string).joined()
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        places.append((count, index + 1))
        text += line + "\n"
      }
    }
  }

  /// Where a line of the whole stands: its cell, and its line there.
  func place(of line: Int) -> (cell: Int, line: Int) {
    places.indices.contains(line - 1) ? places[line - 1] : places.last ?? (1, 1)
  }
}
