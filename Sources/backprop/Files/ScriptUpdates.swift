import Scripts

/// What `--update` writes: the files of scripts with other expectations, and stored screens.
struct ScriptUpdates {
  private struct NewPicture {
    var picture: String
    /// The script and line that it is of.
    var place: String
  }

  /// The texts of the files that change, by their paths.
  private var texts: [String: TextLines] = [:]
  /// The pictures that change, by their paths.
  private var pictures: [String: NewPicture] = [:]
  /// The paths of what is not written yet.
  private var unwritten: Set<String> = []

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
      unwritten.insert(test.file)
      return "\(test.file):\(failure.line): '\(failure.text)' is now '\(new)'"
    case .picture(let name, let picture):
      let path = PictureFolder(beside: test.file).path(of: name)
      guard earlierPlace(of: failure, in: test) == nil else { return nil }
      pictures[path] = NewPicture(picture: picture, place: "\(test.file):\(failure.line)")
      unwritten.insert(path)
      return "\(path) is \(FileSystem.exists(path) ? "rewritten" : "new")"
    }
  }

  /// The place that gave the picture of a failure another screen: two of one name would take turns for ever.
  func earlierPlace(of failure: ScriptRun.Failure, in test: TestCase) -> String? {
    guard case .picture(let name, let picture) = failure.update,
      let earlier = pictures[PictureFolder(beside: test.file).path(of: name)],
      earlier.picture != picture
    else { return nil }
    return earlier.place
  }

  /// Writes what has changed since it was called before.
  mutating func write() throws(Failure) {
    for path in unwritten.sorted() {
      if let text = texts[path] {
        try write(path) { () throws(FileError) in try FileSystem.replace(path, with: text.bytes) }
      } else if let new = pictures[path] {
        try write(path) { () throws(FileError) in try PictureFolder.write(new.picture, to: path) }
      }
    }
    unwritten = []
  }

  private func write(_ path: String, _ body: () throws(FileError) -> Void) throws(Failure) {
    do {
      try body()
    } catch {
      throw Failure("cannot write \(path): \(error.reason); check the path", .usage)
    }
  }
}
