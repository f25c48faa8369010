import Expressions
import RandomNumbers
import Testing

@Suite struct RandomTypingTests {
  /// What people write is read, or all advice on it leads to what they meant.
  @Test(arguments: 1...8)
  func whoFollowsEveryAdviceComesToWhatWasMeant(seed: UInt64) {
    var writer = MathematicalWriter(seed: seed)
    var read = 0
    for _ in 0..<400 {
      let piece = writer.formula(levels: 3)
      let following = Following(piece.text, MathematicalWriter.bindings)
      if following.errors.isEmpty { read += 1 }
      let isMeant = following.values.contains { isNear($0, piece.value) }
      let isLed =
        following.isAsked
        ? isMeant || following.values.isEmpty : isMeant && following.values.count == 1
      #expect(isLed, "\(piece) \(following.values) \(following.errors.map(\.message))")
    }
    #expect(read > 40)
  }

  /// A sign over and over costs no more than its length, and no stack.
  @Test(arguments: [
    "√", "|", "(", "{", "\\frac", "\\frac{", "sin ", "-", "$", "x_{", "1,", "1 ", "2^", "x²", "ⁿ",
    "50%", "[",
    "sin x^", "|x|y", "2e ", "\\left", "2\\frac12", "log10(", "max(", "₁", "1.",
  ])
  func anySignOverAndOverIsReadAtOnce(sign: String) {
    let text = String(repeating: sign, count: 20_000)
    for text in [text, "sin " + text, text + "x", "w" + text] {
      do throws(ParseError) {
        _ = try Formula(text, known: ["x", "n"])
      } catch {
        #expect(error.range.upperBound <= text.unicodeScalars.count)
        #expect(!error.message(in: text).isEmpty)
      }
    }
  }

  private func isNear(_ found: Double, _ meant: Double) -> Bool {
    found == meant || (!found.isFinite && !meant.isFinite)
      || abs(found - meant) <= 1e-6 * max(abs(found), abs(meant)) + 1e-12
  }

  /// Whatever is typed, advice comes to an end, and lies inside the text.
  @Test(arguments: 1...4)
  func adviceOnAnythingComesToAnEnd(seed: UInt64) {
    let signs = [
      "1", "2", "12", "500", ".", ",", " ", "e", "E", "-", "+", "*", "/", "^", "(", ")", "[", "]",
      "{", "}",
      "|", "√", "½", "²", "ⁿ", "₁", "_", "%", "°", "‰", "±", "\\", "\\frac", "\\sqrt", "\\left",
      "\\sigma", "$",
      "sin", "log10", "mean", "max", "w", "x", "ab", "=", ":", "—", "（", "∛", "!", "'", "…", "①",
      "⁽", "⁾",
      "\u{200B}", "\u{1B}", "é", "🙂",
    ]
    var generator = SplitMix64(seed: seed)
    for _ in 0..<5000 {
      let count = Int.random(in: 1...9, using: &generator)
      let text = (0..<count).map { _ in signs[Int.random(in: 0..<signs.count, using: &generator)] }
        .joined()
      var texts = [text]
      var steps = 0
      while let text = texts.popLast(), steps < 200 {
        steps += 1
        do throws(ParseError) {
          let formula = try Formula(text, known: ["w", "x", "a", "b", "e"])
          #expect(
            (try? Formula(formula.expression.text, known: ["w", "x", "a", "b", "e"])) != nil,
            "\(text)")
        } catch {
          let length = text.unicodeScalars.count
          #expect(error.range.upperBound <= max(1, length), "\(text)")
          if let remedy = error.remedy {
            #expect(remedy.range.upperBound <= length, "\(text)")
            #expect(!remedy.applied(to: text).contains(text), "\(text)")
            texts += remedy.applied(to: text)
          }
        }
      }
      #expect(steps < 200, "\(text)")
    }
  }
}
