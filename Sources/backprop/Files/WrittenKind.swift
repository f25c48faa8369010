import Grading
import TextScreen

/// What an option writes into a file that somebody names, so that it takes the place of no other work.
enum WrittenKind {
  /// The results of tests, as JUnit XML.
  case results
  case handIn
  /// What was trained: arrays of these names and no others.
  case parameters(Set<String>)
  /// What a learner reads of their own work.
  case feedback
  /// The stored screen of a script.
  case picture

  private var name: String {
    switch self {
    case .results: "JUnit XML file"
    case .handIn: "hand-in"
    case .parameters: "file of this graph's parameters"
    case .feedback: "page of feedback"
    case .picture: "stored screen"
    }
  }

  /// What to do where something else is there.
  private var advice: String {
    switch self {
    case .results, .handIn, .parameters: "name another file"
    case .feedback: "name another folder"
    case .picture: "move it away, or give the picture another name"
    }
  }

  /// Whether a file looks like one that was written here.
  private func isOwn(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .results: JUnitReport.isReport(bytes)
    case .handIn: HandIn.isHandIn(bytes)
    case .parameters(let names): ParameterFile.names(in: bytes) == names
    case .feedback: FeedbackPage.isPage(bytes)
    case .picture: Canvas.isPicture(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Makes sure that nothing is lost by writing a file: it is not there, is empty, is a device, or is of this kind.
  ///
  /// - Throws: `Failure` where something else is there, or what is there cannot be read.
  func check(_ path: String) throws(Failure) {
    guard !FileSystem.isFolder(path) else {
      throw Failure("\(path) is a folder; \(advice)", .usage)
    }
    guard FileSystem.isPlainFile(path) else { return }
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path)
    } catch {
      throw Failure("cannot read what is in \(path): \(error.reason); \(advice)", .usage)
    }
    guard bytes.isEmpty || isOwn(bytes) else {
      throw Failure("\(path) is there and is not a \(name); \(advice)", .usage)
    }
  }

  /// Writes a file, unless something would be lost by it.
  func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    try check(path)
    do {
      try FileSystem.replace(path, with: bytes)
    } catch {
      throw Failure("cannot write \(path): \(error.reason); check the path", .usage)
    }
  }
}
