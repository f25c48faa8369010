@testable import Tutor

/// A conversation in plain mode, kept as it would stand on a terminal.
struct PlainTalk {
  var tutor: PlainTutor
  private(set) var lines: [String]
  private(set) var events: [JournalEvent] = []

  init(_ session: Session, width: Int = 80, isASCII: Bool = false) {
    tutor = PlainTutor(session, width: width, isASCII: isASCII)
    lines = tutor.speech()
  }

  init(_ screen: Screen, width: Int = 80, isASCII: Bool = false) {
    self.init(screen.session, width: width, isASCII: isASCII)
  }

  /// Types lines one after another.
  mutating func type(_ typed: String...) {
    for line in typed { say(line) }
  }

  /// Types a line, and keeps what is said then.
  @discardableResult
  mutating func say(_ typed: String) -> [String] {
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

  var text: String { lines.joined(separator: "\n") + "\n" }
}
