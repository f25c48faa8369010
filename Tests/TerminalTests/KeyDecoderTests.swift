import RandomNumbers
import Testing
import TextScreen

// The decoder knows no clock and no terminal, so that every split of its input can be tested.
@testable import Terminal

@Suite struct KeyDecoderTests {
  /// The keys that some bytes amount to when silence follows.
  private func keys(_ text: String, then more: [UInt8] = []) -> [Key] {
    var decoder = KeyDecoder()
    let keys = (Array(text.utf8) + more).compactMap { decoder.feed($0) }
    return keys + [decoder.pause()].compactMap(\.self)
  }

  @Test(arguments: [
    ("a", Key.character("a")), ("~", .character("~")), ("é", .character("é")),
    ("−", .character("−")), ("𝜕", .character("𝜕")), ("\r", .enter), ("\n", .enter), ("\t", .tab),
    ("\u{8}", .backspace), ("\u{7F}", .backspace), ("\u{1B}", .escape),
    ("\u{1}", .control("a")), ("\u{1A}", .control("z")),
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
    ("\u{1B}[C", .right), ("\u{1B}[D", .left), ("\u{1B}[1;5C", .right), ("\u{1B}[Z", .backTab),
    ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}OH", .home),
    ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[3~", .delete),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[6;2~", .pageDown),
    ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
    ("\u{1B}[1;2P", .function(1)), ("\u{1B}[[E", .function(5)), ("\u{1B}[15~", .function(5)),
    ("\u{1B}[21~", .function(10)), ("\u{1B}[24~", .function(12)),
    ("\u{1B}Oq", .character("1")), ("\u{1B}On", .character(".")), ("\u{1B}OM", .enter),
  ])
  func aSequenceIsAKey(sequence: String, key: Key) {
    #expect(keys(sequence) == [key])
    #expect(keys("1\(sequence)") == [.character("1"), key])
  }

  @Test(arguments: [
    "\u{1B}[M !!", "\u{1B}[<2;12;7M", "\u{1B}[<35;12;7M", "\u{1B}[<0;0;7M", "\u{1B}[<0;12M",

    "\u{1B}[<64;1;1m", "\u{1B}[32;12;7M",
    "\u{1B}[?1;2c", "\u{1B}[24;80R", "\u{1B}[2~", "\u{1B}[99~", "\u{1B}[1;2;3x", "\u{1B}[I",
    "\u{1B}[201~", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_x\u{1B}\\", "\u{1B}x", "\u{1B}é", "\u{1B}\u{7F}", "\u{0}",
    "\u{1C}", "\u{1F}", "\u{9B}", "\u{200B}", "\u{1B}Oz",
  ])
  func whatIsNoKeyIsSwallowed(bytes: String) {
    #expect(keys("\(bytes)22") == [.character("2"), .character("2")])
  }

  @Test(
    arguments: [
      ("\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\", RGB(0x1e1e2e)),
      ("\u{1B}]11;rgb:ff/ff/ff\u{7}", .white),
      ("\u{1B}]11;rgb:f/8/0\u{7}", RGB(0xff8800)),
      ("\u{1B}]11;rgb:fff/000/800\u{7}", RGB(0xff0080)),
      ("\u{1B}]11;rgba:0000/0000/0000/ffff\u{7}", .black),
      ("\u{1B}]11;rgb:0/0/0\u{7}\u{1B}]11;rgb:f/f/f\u{7}", .white),
      ("\u{1B}]11;rgb:0/0/0\u{7}\u{1B}]10;rgb:f/f/f\u{7}", .black),
      ("\u{1B}]10;rgb:0/0/0\u{7}", nil), ("\u{1B}P11;rgb:0/0/0\u{1B}\\", nil),
      ("\u{1B}]11;rgb:0/0\u{7}", nil), ("\u{1B}]11;rgb:0/0/x\u{7}", nil),
      ("\u{1B}]11;rgb:0/0/00000\u{7}", nil), ("\u{1B}]11;rgb:0/0/-1\u{7}", nil),
      ("\u{1B}]11;red\u{7}", nil), ("\u{1B}]11;?\u{7}", nil), ("\u{1B}]11;\u{7}", nil),
      ("\u{1B}[?62;22c", nil),
    ] as [(String, RGB?)])
  func anAnswerIsKeptBesideTheKeys(bytes: String, background: RGB?) {
    var decoder = KeyDecoder()
    let keys = "1\(bytes)2".utf8.compactMap { decoder.feed($0) }
    #expect(keys == [.character("1"), .character("2")])
    #expect(decoder.takeBackground() == background)
    #expect(decoder.takeBackground() == nil)
  }

  @Test(arguments: [
    ("\u{1B}[<0;12;7M", Pointer.press(Point(column: 11, row: 6))),
    ("\u{1B}[<0;12;7m", .release(Point(column: 11, row: 6))),
    ("\u{1B}[<32;300;200M", .drag(Point(column: 299, row: 199))),
    ("\u{1B}[<4;1;1M", .press(Point(column: 0, row: 0))),
    ("\u{1B}[<64;5;5M", .wheel(.up)), ("\u{1B}[<65;5;5M", .wheel(.down)),
    ("\u{1B}[<66;5;5M", .wheel(.left)), ("\u{1B}[<81;5;5M", .wheel(.down)),
  ])
  func whereTheMouseWasAskedForItIsAKey(bytes: String, pointer: Pointer) {
    var decoder = KeyDecoder()
    decoder.takesPointer = true
    let keys = "1\(bytes)2".utf8.compactMap { decoder.feed($0) }
    #expect(keys == [.character("1"), .pointer(pointer), .character("2")])
    #expect(self.keys(bytes) == [])
  }

  @Test(arguments: [
    [0xFF], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
  ])
  func brokenCharactersAreSwallowed(bytes: [UInt8]) {
    #expect(keys("1", then: bytes + [0x32]) == [.character("1"), .character("2")])
  }

  @Test func aControlCharacterCutsASequenceOff() {
    #expect(keys("\u{1B}[1;\r") == [.enter])
    #expect(keys("\u{1B}[1;\u{1B}[A") == [.up])
  }

  @Test func twoEscapesAreTwoKeys() {
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
  }

  @Test(arguments: [
    "\u{1B}[", "\u{1B}[1;", "\u{1B}O", "\u{1B}]0;", "\u{1B}[M!", "\u{1B}[[",
  ])
  func whatStaysOpenIsNoKey(bytes: String) {
    var decoder = KeyDecoder()
    #expect(bytes.utf8.allSatisfy { decoder.feed($0) == nil })
    #expect(decoder.pause() == nil)
    #expect(decoder.patience == nil)
    #expect(decoder.feed(0x61) == .character("a"))
  }

  @Test(arguments: [
    ("11\n22", "11\n22"), ("11\r22\r", "11\n22\n"), ("11\r\n22\r\n", "11\n22\n"), ("a\tb", "a\tb"),
    ("×²", "×²"), ("\u{1B}[31mred", "[31mred"), ("\u{1B}[20\u{1B}[200~x", "[20[200~x"),
  ])
  func aPasteIsOneKey(pasted: String, expected: String) {
    let expected: [Key] = [.character("1"), .paste(expected), .enter]
    #expect(keys("1\u{1B}[200~\(pasted)\u{1B}[201~\r") == expected)
  }

  @Test func anEmptyPasteIsNone() {
    #expect(keys("\u{1B}[200~\u{1B}[201~1") == [.character("1")])
  }

  @Test func aPasteIsCutAtItsLimit() {
    let text = String(repeating: "x", count: PastedText.limit)
    #expect(keys("\u{1B}[200~\(text)beyond\u{1B}[201~1") == [.paste(text), .character("1")])
  }

  @Test func aPasteWithoutEndIsDeliveredBySilence() {
    #expect(keys("\u{1B}[200~11\u{1B}[201") == [.paste("11")])
  }

  @Test func theDecoderIsPatientOnlyWhileSomethingIsOpen() {
    var decoder = KeyDecoder()
    #expect(decoder.patience == nil)
    _ = decoder.feed(0x1B)
    #expect(decoder.patience != nil)
    _ = decoder.feed(UInt8(ascii: "["))
    #expect(decoder.patience != nil)
    #expect(decoder.feed(UInt8(ascii: "A")) == .up)
    #expect(decoder.patience == nil)
  }

  @Test func keysOfAParticularTerminalAreKnownToo() {
    var decoder = KeyDecoder()
    decoder.keys[KeySequence(bytes: Array("[228z".utf8))] = .function(5)
    #expect("\u{1B}[228z".utf8.compactMap { decoder.feed($0) } == [.function(5)])
  }

  @Test(arguments: 0..<20)
  func randomBytesNeverJamTheDecoder(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var decoder = KeyDecoder()
    let alphabet = Array("\u{1B}\u{1B}[[O<M;0128~AP]\\\r\u{7}xé".utf8)
    for _ in 0..<20_000 {
      let byte =
        Bool.random(using: &generator)
        ? alphabet.randomElement(using: &generator) : UInt8.random(in: 0...255, using: &generator)
      if case .character(let character)? = decoder.feed(byte ?? 0) {
        #expect(!character.isControl)
      }
    }
    _ = decoder.pause()
    #expect(decoder.feed(0x61) == .character("a"))
  }
}
