import Tutor

/// What `--update` writes: the files of scripts with other expectations, and stored screens.
struct ScriptUpdates {
  /// The texts of the files that change, by their paths.
  private var texts: [String: TextLines] = [:]
  /// The pictures that change, by their paths.
  private var pictures: [String: String] = [:]

  /// Makes an expectation hold that did not.
  ///
  /// - Returns: what changes; nothing where it cannot be made to hold.
  mutating func apply(_ failure: ScriptRun.Failure, of test: TestCase) -> String? {
    guard let original = test.text, let update = failure.update else { return nil }
    switch update {
    case .line(let new):
      var text = texts[test.file] ?? original
      guard text.replace(failure.text, with: new, inLine: failure.line) else { return nil }
      texts[test.file] = text
      return "\(test.file):\(failure.line): '\(failure.text)' is now '\(new)'"
    case .picture(let name, let picture):
      let path = PictureFolder(beside: test.file).path(of: name)
      // Two screens of one name would take turns for ever.
      guard pictures[path] == nil || pictures[path] == picture else { return nil }
      pictures[path] = picture
      return "\(path) is \(FileSystem.exists(path) ? "rewritten" : "new")"
    }
  }

  func write() throws(Failure) {
    for (path, text) in texts {
      try write(path) { () throws(FileError) in try FileSystem.replace(path, with: text.bytes) }
    }
    for (path, picture) in pictures {
      try write(path) { () throws(FileError) in try PictureFolder.write(picture, to: path) }
    }
  }

  private func write(_ path: String, _ body: () throws(FileError) -> Void) throws(Failure) {
    do {
      try body()
    } catch {
      throw Failure("cannot write \(path): \(error.reason); check the path", .usage)
    }
  }
}
