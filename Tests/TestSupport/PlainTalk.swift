package import FullScreen
package import Journals
package import PlainMode
package import Sessions

/// A conversation in plain mode, kept as it would stand on a terminal.
package struct PlainTalk {
  package var tutor: PlainTutor
  package private(set) var lines: [String]
  package private(set) var events: [JournalEvent] = []

  package init(_ session: Session, width: Int = 80, isASCII: Bool = false) {
    tutor = PlainTutor(session, width: width, isASCII: isASCII)
    lines = tutor.speech()
  }

  package init(_ screen: Screen, width: Int = 80, isASCII: Bool = false) {
    self.init(screen.session, width: width, isASCII: isASCII)
  }

  /// Types lines one after another.
  package mutating func type(_ typed: String...) {
    for line in typed { say(line) }
  }

  /// Types a line, and keeps what is said then.
  @discardableResult
  package mutating func say(_ typed: String) -> [String] {
    for effect in tutor.take(typed) {
      if case .record(let event) = effect { events.append(event) }
    }
    while tutor.session.isComputing {
      lines += tutor.speech()
      tutor.session.computeSlice()
      tutor.session.note(seconds: 0.03)
    }
    let said = tutor.speech()
    lines += ["> \(typed)"] + said
    return said
  }

  package var text: String { lines.joined(separator: "\n") + "\n" }
}
