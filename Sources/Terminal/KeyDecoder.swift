import TextScreen

/// Turns the bytes that a terminal sends into keys, one byte at a time.
///
/// Whatever is no key is swallowed: reports of a mouse that was not asked for, unknown sequences, Alt with a character, bytes that are not
/// UTF-8; the answer to the question for the background is kept beside the keys. A byte yields at most one key. The decoder knows no
/// clock; its owner calls `pause()` when nothing came for `patience`.
struct KeyDecoder {
  private enum State {
    case ground
    /// Some bytes of a character.
    case character([UInt8])
    case escape
    case sequence(KeySequence)
    /// Some bytes that say nothing here, as the three of a mouse report in the oldest form.
    case skipping(Int)
    /// Text for a program, up to BEL or ESC \.
    case string(ReportText)
    case paste(PastedText)
  }

  /// Keys of this terminal beyond those of every terminal.
  var keys: [KeySequence: Key] = [:]
  /// Whether the mouse was asked for; otherwise what comes from it is swallowed.
  var takesPointer = false
  /// The background that the terminal told of, if nobody has taken it yet.
  private var background: RGB?
  private var state = State.ground

  /// The milliseconds of silence after which `pause()` is due; nil while nothing is open.
  ///
  /// An Escape shows itself by the silence after it. The rest of a sequence is under way already; a
  /// paste may be cut by the network, and what follows a premature end would be typed as keys.
  var patience: Int32? {
    switch state {
    case .ground, .character: nil
    case .escape: 25
    case .sequence, .skipping, .string: 100
    case .paste: 500
    }
  }

  /// Ends what is open, and returns the key that it amounts to.
  mutating func pause() -> Key? {
    defer { state = .ground }
    return switch state {
    case .escape: .escape
    case .paste(let text): text.key
    case .ground, .character, .sequence, .skipping, .string: nil
    }
  }

  mutating func feed(_ byte: UInt8) -> Key? {
    let before = state
    state = .ground
    switch before {
    case .ground: return start(with: byte)
    case .character(let bytes): return finish(bytes, with: byte)
    case .escape: return escape(byte)
    case .sequence(let sequence): return proceed(sequence, with: byte)
    case .skipping(let count):
      if count > 1 { state = .skipping(count - 1) }
    case .string(var text):
      if text.append(byte) {
        background = text.background ?? background
      } else {
        state = .string(text)
      }
    case .paste(var text):
      if text.append(byte) { return text.key }
      state = .paste(text)
    }
    return nil
  }

  /// The background that the terminal told of since the last call.
  mutating func takeBackground() -> RGB? {
    defer { background = nil }
    return background
  }

  private mutating func start(with byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: return .backspace
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x01...0x1A: return .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1B: state = .escape
    case 0x20...0x7E: return .character(Character(Unicode.Scalar(byte)))
    case 0xC2...0xF4: state = .character([byte])
    default: break
    }
    return nil
  }

  private mutating func finish(_ bytes: [UInt8], with byte: UInt8) -> Key? {
    guard (0x80...0xBF).contains(byte) else { return start(with: byte) }
    let bytes = bytes + [byte]
    let length = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    guard bytes.count == length else {
      state = .character(bytes)
      return nil
    }
    guard let character = String(validating: bytes, as: UTF8.self)?.first, !character.isControl
    else { return nil }
    return .character(character)
  }

  private mutating func escape(_ byte: UInt8) -> Key? {
    switch Unicode.Scalar(byte) {
    case "\u{1B}":
      state = .escape
      return .escape
    case "[", "O": state = .sequence(KeySequence(bytes: [byte]))
    case "P", "X", "]", "^", "_": state = .string(ReportText(introducer: byte))
    default:
      // Alt with a character of several bytes: the rest of them is no character of its own.
      if byte >= 0xC2 { state = .skipping(byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3) }
    }
    return nil
  }

  private mutating func proceed(_ sequence: KeySequence, with byte: UInt8) -> Key? {
    // A control character cannot belong to a sequence: this one was cut off.
    guard byte >= 0x20 else { return start(with: byte) }
    guard byte < 0x7F else { return nil }
    var sequence = sequence
    sequence.bytes.append(byte)
    if sequence.bytes == Array("[M".utf8) {
      state = .skipping(3)
    } else if byte < 0x40 && sequence.bytes.count < 64 || sequence.bytes == Array("[[".utf8) {
      state = .sequence(sequence)
    } else if sequence.opensPaste {
      state = .paste(PastedText())
    } else {
      if takesPointer, let pointer = sequence.pointer { return .pointer(pointer) }
      return sequence.key ?? keys[sequence]
    }
    return nil
  }
}
