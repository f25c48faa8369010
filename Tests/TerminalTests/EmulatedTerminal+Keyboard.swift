#if canImport(CVTerm)
  import CVTerm
  import TextScreen

  extension EmulatedTerminal {
    func type(_ text: String) {
      send(Array(text.utf8))
    }

    /// Presses a key, in the code that the terminal has for it in its present mode.
    func press(_ key: Key) {
      switch key {
      case .character(let character): type(String(character))
      case .enter: send([0x0D])
      case .tab: send([0x09])
      case .backTab: type("\u{1B}[Z")
      case .backspace: send([0x7F])
      case .escape: send([0x1B])
      case .control(let letter): send([(letter.asciiValue ?? 0) & 0x1F])
      case .delete: vterm_keyboard_key(emulator, VTERM_KEY_DEL, VTERM_MOD_NONE)
      case .left: vterm_keyboard_key(emulator, VTERM_KEY_LEFT, VTERM_MOD_NONE)
      case .right: vterm_keyboard_key(emulator, VTERM_KEY_RIGHT, VTERM_MOD_NONE)
      case .up: vterm_keyboard_key(emulator, VTERM_KEY_UP, VTERM_MOD_NONE)
      case .down: vterm_keyboard_key(emulator, VTERM_KEY_DOWN, VTERM_MOD_NONE)
      case .home: vterm_keyboard_key(emulator, VTERM_KEY_HOME, VTERM_MOD_NONE)
      case .end: vterm_keyboard_key(emulator, VTERM_KEY_END, VTERM_MOD_NONE)
      case .pageUp: vterm_keyboard_key(emulator, VTERM_KEY_PAGEUP, VTERM_MOD_NONE)
      case .pageDown: vterm_keyboard_key(emulator, VTERM_KEY_PAGEDOWN, VTERM_MOD_NONE)
      case .function(let number):
        let first = UInt32(VTERM_KEY_FUNCTION_0.rawValue)
        vterm_keyboard_key(emulator, VTermKey(rawValue: first + UInt32(number)), VTERM_MOD_NONE)
      case .paste(let text): paste(text)
      case .pointer(.press(let point)): type("\u{1B}[<0;\(point.column + 1);\(point.row + 1)M")
      case .pointer(.drag(let point)): type("\u{1B}[<32;\(point.column + 1);\(point.row + 1)M")
      case .pointer(.release(let point)): type("\u{1B}[<0;\(point.column + 1);\(point.row + 1)m")
      case .pointer(.wheel(let direction)):
        let button = [Pointer.Direction.up: 64, .down: 65, .left: 66, .right: 67][direction] ?? 64
        type("\u{1B}[<\(button);1;1M")
      }
      exchange(patience: 0)
    }

    /// Pastes a text, in brackets if the program asked for them.
    func paste(_ text: String) {
      vterm_keyboard_start_paste(emulator)
      outgoing += Array(text.utf8)
      vterm_keyboard_end_paste(emulator)
      exchange(patience: 0)
    }

    func send(_ bytes: [UInt8]) {
      outgoing += bytes
      exchange(patience: 0)
    }

    /// Whether a paste would come in brackets; found by beginning one that is never sent.
    var isPasteBracketed: Bool {
      !codes { vterm_keyboard_start_paste($0) }.isEmpty
    }

    /// Whether the arrows have their second set of codes; found by a key that is never sent.
    var sendsKeypadCodes: Bool {
      codes { vterm_keyboard_key($0, VTERM_KEY_UP, VTERM_MOD_NONE) } != Array("\u{1B}[A".utf8)
    }

    private func codes(of action: (OpaquePointer) -> Void) -> [UInt8] {
      let kept = outgoing
      defer { outgoing = kept }
      outgoing = []
      action(emulator)
      return outgoing
    }
  }
#endif
