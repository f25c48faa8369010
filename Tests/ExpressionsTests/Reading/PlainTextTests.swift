import RandomNumbers
import Testing

// The quick ways of ASCII text must be those of all text.
@testable import Expressions

@Suite struct PlainTextTests {
  @Test(arguments: UInt8.min...UInt8.max)
  func aBlankIsWhatUnicodeCallsOne(value: UInt8) {
    let scalar = Unicode.Scalar(value)
    #expect(scalar.isBlank == scalar.properties.isWhitespace)
  }

  @Test(arguments: ["", "a", "w1_2_3 x1", "z₁ + π", "🙂", String(repeating: "ab ", count: 100)])
  func scalarsAreTheTextThatTheyCameFrom(text: String) {
    let scalars = Array(text.unicodeScalars)
    #expect(String(scalars: scalars[...]) == text)
  }

  @Test(arguments: 1...8)
  func aNameIsWhatIsReadAsThatNameAlone(seed: UInt64) {
    var numbers = SplitMix64(seed: seed)
    let signs = Array("aeEπzW09_₁{} .+(%").map(String.init) + ["sin", "exp", "pi"]
    for _ in 0..<500 {
      let length = numbers.next(below: 5)
      let text = (0..<length).map { _ in signs[numbers.next(below: signs.count)] }.joined()
      let isRead =
        (try? Formula(text, known: [text]))?.expression == Expression(name: text)
        && Operation.functions[text] == nil
      #expect(Formula.isName(text) == isRead, "\(text)")
    }
  }
}
