import Tutor

/// A conversation in plain mode, kept as it would stand on a terminal.
struct PlainTalk {
  var tutor: PlainTutor
  private(set) var lines: [String]
  private(set) var events: [JournalEvent] = []

  init(_ session: Session, width: Int = 80, isASCII: Bool = false) {
    var session = session
    session.isASCII = isASCII
    tutor = PlainTutor(session, width: width)
    lines = tutor.speech()
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
    while tutor.session.isWorking {
      lines += tutor.speech()
      tutor.session.workOnce()
    }
    let said = tutor.speech()
    lines += ["> \(typed)"] + said
    return said
  }

  var text: String { lines.joined(separator: "\n") + "\n" }
}
