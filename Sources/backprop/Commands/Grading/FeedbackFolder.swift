import Grading

/// The folder into which each learner's page of feedback is written.
struct FeedbackFolder {
  private let path: String

  /// Makes the folder where there is none.
  init(_ path: String) throws(Failure) {
    self.path = path
    if FileSystem.exists(path), !FileSystem.isFolder(path) {
      throw Failure("\(path) is a file; name a folder for --feedback", .usage)
    }
    do {
      try FileSystem.makeFolder(path)
    } catch {
      throw Failure("cannot make the folder \(path): \(error.reason); check --feedback", .usage)
    }
  }

  /// Writes the pages, none of them over anything else.
  func write(_ book: Gradebook) throws(Failure) {
    var taken: Set<String> = []
    let pages = book.rows.map { row in
      (file: file(for: row.name, &taken), page: FeedbackPage(row, in: book))
    }
    for (file, _) in pages { try WrittenKind.feedback.check(file) }
    for (file, page) in pages {
      try WrittenKind.feedback.write(Array(page.text.utf8), to: file)
    }
    Output.error(
      "note: \(pages.count == 1 ? "1 page" : "\(pages.count) pages") of feedback in \(path)")
  }

  /// A file of a learner's own, whatever is in the name; several who are called the same have numbers.
  private func file(for name: String, _ taken: inout Set<String>) -> String {
    let words = name.split { !($0.isLetter || $0.isNumber || ".-_".contains($0)) }
    let whole = words.joined(separator: "-").drop { $0 == "." }.prefix(FeedbackFolder.nameLimit)
    let stem = whole.isEmpty ? "learner" : String(whole)
    var found = stem
    var number = 2
    while !taken.insert(found.lowercased()).inserted {
      found = "\(stem)-\(number)"
      number += 1
    }
    return (path.hasSuffix("/") ? path : "\(path)/") + "\(found).md"
  }

  private static let nameLimit = 60
}
