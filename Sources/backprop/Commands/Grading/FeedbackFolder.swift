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
    var taken: [String: Int] = [:]
    let files = book.rows.map { file(for: $0.name, &taken) }
    for file in files { try WrittenKind.feedback.check(file) }
    for (file, row) in zip(files, book.rows) {
      try WrittenKind.feedback.write(Array(FeedbackPage(row, in: book).text.utf8), to: file)
    }
    Output.error(
      "note: \(files.count == 1 ? "1 page" : "\(files.count) pages") of feedback in \(path)")
  }

  /// A file of a learner's own, whatever is in the name; several who are called the same have numbers.
  private func file(for name: String, _ taken: inout [String: Int]) -> String {
    let words = name.split { !($0.isLetter || $0.isNumber || ".-_".contains($0)) }
    let whole = words.joined(separator: "-").drop { $0 == "." }.prefix(FeedbackFolder.nameLimit)
    let stem = whole.isEmpty ? "learner" : String(whole)
    var found = stem
    // How often the stem was taken tells where to look for a number that is free.
    var number = taken[stem.lowercased(), default: 0]
    while taken[found.lowercased()] != nil {
      number += 1
      found = "\(stem)-\(number)"
    }
    taken[found.lowercased(), default: 0] += 1
    taken[stem.lowercased()] = max(1, number)
    return (path.hasSuffix("/") ? path : "\(path)/") + "\(found).md"
  }

  private static let nameLimit = 60
}
