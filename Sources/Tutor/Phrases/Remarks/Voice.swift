/// How the tutor speaks to somebody: with which characters, to the eye or to the ear.
struct Voice: Hashable, Sendable {
  /// Whether there is nothing but ASCII.
  var isASCII = false
  /// Whether somebody listens, or reads line by line, so that nothing may be said by a drawing.
  var isSpoken = false
}

extension Session {
  var voice: Voice { Voice(isASCII: isASCII, isSpoken: isPlain) }
}
