import Expressions
import Testing

/// What comes of a text whose every advice is followed to the letter.
struct Following {
  /// The values of the texts that are read in the end.
  private(set) var values: [Double] = []
  /// Whether somebody is asked on the way, by several texts to choose from or by a sentence alone.
  private(set) var isAsked = false
  /// The errors met on the way.
  private(set) var errors: [ParseError] = []
  private let bindings: [String: Double]

  init(_ text: String, _ bindings: [String: Double]) {
    self.bindings = bindings
    follow(text, steps: 24)
  }

  private mutating func follow(_ text: String, steps: Int) {
    let known = Set(bindings.keys)
    do throws(ParseError) {
      let formula = try Formula(text, known: known)
      if let error = formula.unknownNames(known: known).first ?? formula.doubts.first {
        throw error
      }
      values.append(formula.expression.value(at: bindings) ?? .nan)
    } catch {
      errors.append(error)
      guard let remedy = error.remedy, steps > 0 else {
        isAsked = true
        return
      }
      if remedy.texts.count > 1 { isAsked = true }
      for next in remedy.applied(to: text) { follow(next, steps: steps - 1) }
    }
  }

  /// Whether the advice leads to a number, or asks for it among others, and never to others alone.
  func leads(to number: Double) -> Bool {
    let isThere = values.contains { abs($0 - number) <= 1e-9 * max(1, abs(number)) }
    return isAsked ? isThere || values.isEmpty : isThere && values.count == 1
  }
}

/// The law of advice: who does what it says comes to what was meant, or to a question.
@Suite struct RemedyTests {
  private static let bindings = ["w": 2.0, "x": 3, "a": 5, "b": 7, "z_1": 11]

  /// What was typed, and what was meant.
  static let typed: [(String, Double)] = [
    ("12,500", 12500), ("12,500", 12.5), ("12 500", 12500), ("12 500", 6000),
    ("1 234 567", 1_234_567),
    ("1,5", 1.5), (",5", 0.5), ("-,5", -0.5), ("0,500", 0.5), ("1234,500", 1234.5),
    ("1.234,5", 1234.5),
    ("1.234.567", 1_234_567), ("1.234.567,8", 1_234_567.8), ("(1,5)", 1.5),
    ("sin(1,5)", 0.9974949866040544),
    ("3*,5", 1.5), ("0.333...", 0.333), ("11..", 11), ("1/3…", 1.0 / 3), ("12'500", 12500),
    ("12_500", 12500),
    ("5,", 5), ("5;", 5), ("=5", 5), ("w=5", 5), ("\"5\"", 5), ("€5", 5), ("~5", 5), ("≈5", 5),
    ("5 ☺", 5),
    ("2.5 e-1", 0.25), ("2.5 e-1", 2.5 * 2.718281828459045 - 1), ("1 e-3", 0.001),
    ("2.5 E-1", 0.25),
    ("2.5e -1", 0.25), ("2 e- 1", 0.2), ("2e 3", 2000), ("3*1 e-3", 0.003), ("2 3", 23), ("2 3", 6),
    ("3 x 4", 12), ("2 w 3", 12), ("w 3", 6), ("(w) 3", 6), ("w½", 1), ("2 1/2 x", 7.5),
    ("3*2 1/2", 7.5),
    ("2 1/2^2", 6.25), (#"2\frac12"#, 2.5), (#"2\frac{1}{2}"#, 1), ("2.5½", 1.25),
    (#"5\2"#, 2.5), (#"a\b"#, 5.0 / 7), ("30°", 0.5235987755982988), ("sin(30°)", 0.5),
    ("1/30°", 1.909859317102744), ("250‰", 0.25), ("∛8", 2), ("√2x", 4.242640687119286),
    ("√2x", 6.0.squareRoot()),
    ("√x²", 3), (#"\sqrt[3]{8}"#, 2), ("①", 1), ("±3", 3), ("±3", -3), ("5!", 120), ("10 % 3", 1),
    ("w%", 0.02),
    ("5%x", 0.15), ("5%x", 2), ("[2]", 2), ("2[x+1]", 8), ("max[1,2]", 2), ("z^[1]", 11),
    ("z[1]", 11),
    ("2)", 2), ("2+3)*4", 20), ("(2+3", 5), ("{2+3", 5), ("2e-1e-1", 0.2 * 2.718281828459045 - 1),
    ("2 +", 7), ("2 * / 3", 6), ("5//2", 2), ("()", 0),
    ("", 0),
    ("w ⊙ x", 6), ("w ∧ x", 8), ("w ↑ x", 8), ("np.exp(x)", 20.085536923187668), ("w.", 2),
    ("3 . 4", 3.4),
    ("1e400", 0), ("1.5e3.2", 0), ("w'", 2), ("w > x", 0), ("2;3", 2), ("1,2,3", 1), ("w, 2", 2),
    (#"\frac{1}23"#, 1.5), (#"\foo{2}"#, 2), (#"\frac x"#, 3), ("|w|x|a|", 30), ("|w", 2),
    ("h_{t-1}", 0),
    ("2cos 2w", -1.3072872417272239), ("sin x", 0.1411200080598672),
    ("sin² x", 0.019914856674816988),
    ("sin^2(x)", 0.019914856674816988), ("sin^2(2x)", 0.078073020634),
    ("sin x w", 0.2822400161197344),
    ("sin x w", -0.27941549819892586), ("sin x/2", 0.0705600040299336),
    ("sin 2*x", -0.27941549819892586),
    ("cos -x", -0.9899924966004454), ("3 sin x + 1", 1.4233600241796016),
    ("sin cos x", -0.8360218615377305),
    ("ln |x|", 1.0986122886681098), ("sqrt 2", 1.4142135623730951),
    ("sin^-1(x)", 7.086167395737187),
    ("sin⁻¹ x", 7.086167395737187), ("sin", 0), ("sin()", 0), ("sin(w, x)", 0), ("max w, x", 3),
    ("max(w, x, a)", 5), ("min(w, x, a)", 2), ("log(8, 2)", 3), ("log(2, 8)", 3), ("log(8,2)", 3),
    ("log2(x)", 1.584962500721156), ("log10(x)", 0.47712125471966244),
    ("2/log10(x)", 4.191806548578769),
    ("log₂(x)", 1.584962500721156), ("log_{10}(x)", 0.47712125471966244),
    ("lg(x)", 0.47712125471966244),
    ("lg(x)", 1.584962500721156), ("atan(x)", 1.2490457723982544), ("asin(1)", 1.5707963267948966),
    ("cosh(x)", 10.067661995777765), ("2cosh(x)^2", 202.71563612245784),
    ("sinh(2w)", 27.28991719712775),
    ("sigma(x)", 0.9525741268224334), ("sig(x)", 0.9525741268224334),
    ("logistic(x)", 0.9525741268224334),
    ("ab(x+1)", 140), ("tg(x)", -0.1425465430742778), ("arctan(x)", 1.2490457723982544),
    ("gelu(x)", 2.9959),
    ("softmax(x)", 1), ("mean(w, x)", 2.5), ("mean(w)", 2), ("sum(w, x) a", 25), ("sqr(x)", 9),
    ("pow(2w, x)", 64),
    ("pow(w, x)^w", 64), ("exp2(x+1)", 16), ("cbrt(8)", 2), ("elu(-1)", -0.6321205588285577),
    ("elu(x)", 3),
    ("maximum(w, x)", 3), ("w²^3", 64), ("sn(x)", 0.1411200080598672), ("ReLU(x)", 3), ("q(x)", 0),
    ("wx", 6), ("1/wx", 1.0 / 6), ("1/wx", 1.5), ("2^wx", 64), ("wx^2", 18), ("square(wx)", 36),
    ("2wx", 12),
    ("z1", 11), ("xab", 105), ("sigma", 0), ("gelu", 0), ("Pi", 3.141592653589793),
  ]

  @Test(arguments: typed)
  func whoFollowsEveryAdviceComesToWhatWasMeant(text: String, meant: Double) {
    let following = Following(text, RemedyTests.bindings)
    #expect(following.leads(to: meant), "\(following.values) \(following.errors.map(\.message))")
  }

  @Test func everyReasonIsMet() {
    let known = Following("2e-1", ["e": 1]).errors + Following("z₁", ["z_1": 1, "z1": 2]).errors
    let tooDeep = Following(String(repeating: "(", count: 300), [:]).errors
    let errors = RemedyTests.typed.flatMap { Following($0.0, RemedyTests.bindings).errors }
    let met = Set((errors + known + tooDeep).map(\.reason.word))
    #expect(ParseError.Reason.words.subtracting(met) == [])
  }

  @Test func whatCanGoSaysNothing() {
    for (text, meant) in RemedyTests.typed {
      for error in Following(text, RemedyTests.bindings).errors
      where error.message(in: text).contains("take it away") {
        #expect(error.remedy?.texts == [""], "\(text)")
        #expect(Following(text, RemedyTests.bindings).leads(to: meant), "\(text)")
      }
    }
  }

  /// Who reads the sentence alone finds the same texts in it.
  @Test func theSentenceHasTheTextsOfItsRemedy() throws {
    for (text, _) in RemedyTests.typed {
      guard let error = Following(text, RemedyTests.bindings).errors.first,
        let remedy = error.remedy
      else { continue }
      if [.numberAfterFactor("½"), .strayEquals].contains(error.reason) || remedy.texts == [""] {
        continue
      }
      if case .numberAfterFactor = error.reason, remedy.texts.count == 1 { continue }
      let message = error.message(in: text)
      let isTold = { (texts: [String]) in texts.allSatisfy { message.contains($0) } }
      #expect(isTold(remedy.applied(to: text)) || isTold(remedy.texts), "\(text): \(message)")
    }
  }
}

extension ParseError.Reason {
  /// The reason without what it is about.
  var word: String {
    switch self {
    case .expectedOperand: "expectedOperand"
    case .unexpectedEnd: "unexpectedEnd"
    case .emptyFormula: "emptyFormula"
    case .unclosedParenthesis: "unclosedParenthesis"
    case .array: "array"
    case .unclosedBrace: "unclosedBrace"
    case .unopenedParenthesis: "unopenedParenthesis"
    case .otherBracket: "otherBracket"
    case .strayEquals: "strayEquals"
    case .strayComma: "strayComma"
    case .decimalComma: "decimalComma"
    case .unreadableNumber: "unreadableNumber"
    case .numberTooLarge: "numberTooLarge"
    case .numberAfterFactor: "numberAfterFactor"
    case .unknownSign: "unknownSign"
    case .meaningless: "meaningless"
    case .writtenOtherwise: "writtenOtherwise"
    case .degrees: "degrees"
    case .ambiguous: "ambiguous"
    case .percent: "percent"
    case .unreadableIndex: "unreadableIndex"
    case .severalNames: "severalNames"
    case .commandWithoutBraces: "commandWithoutBraces"
    case .unknownName: "unknownName"
    case .unknownFunction: "unknownFunction"
    case .foreignFunction: "foreignFunction"
    case .functionWithoutParentheses: "functionWithoutParentheses"
    case .inverseFunction: "inverseFunction"
    case .wrongArgumentCount: "wrongArgumentCount"
    case .tooDeep: "tooDeep"
    }
  }

  static let words: Set = [
    "expectedOperand", "unexpectedEnd", "emptyFormula", "unclosedParenthesis", "unclosedBrace",
    "unopenedParenthesis", "otherBracket", "strayEquals", "strayComma", "decimalComma",
    "unreadableNumber", "numberTooLarge", "numberAfterFactor", "unknownSign", "meaningless",
    "writtenOtherwise", "degrees", "ambiguous", "percent", "unreadableIndex", "severalNames",
    "commandWithoutBraces", "unknownName", "unknownFunction", "foreignFunction",
    "functionWithoutParentheses", "inverseFunction", "wrongArgumentCount", "tooDeep",
  ]
}
