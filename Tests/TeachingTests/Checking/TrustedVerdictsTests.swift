import Autodiff
import Expressions
import Lessons
import Teaching
import Testing

/// Answers whose verdict was once not to be trusted, kind by kind, each with its neighbours.
@Suite struct TrustedVerdictsTests {
  /// A graph, what stands in it, and an answer with the word for it and its first reason.
  struct Case: CustomTestStringConvertible, Sendable {
    var graph: String
    var before: [(entry: String, typed: String)] = []
    var entry: String
    var typed: String
    var word: String

    init(
      _ graph: String, _ entry: String, _ typed: String, _ word: String,
      after before: (String, String)...
    ) {
      self.graph = graph
      self.entry = entry
      self.typed = typed
      self.word = word
      self.before = before.map { (entry: $0.0, typed: $0.1) }
    }

    var testDescription: String { "\(entry) = \(typed) in \(graph)" }

    /// The verdict's word, and behind it the first reason of a wrong answer or how a close one is close.
    func verdict() throws -> String {
      let statements = graph.split(separator: ";").map { Statement(input: String($0)) }
      let reading = try ComputationGraph.read(statements, breaking: .never)
      var sheet = Worksheet(try AnswerKey(reading.graph, at: reading.inputs))
      func index(_ name: String) throws -> Int { try #require(sheet.key.list.index(of: name)) }
      for (entry, typed) in before {
        let verdict = sheet.answer(typed, for: try index(entry))
        try #require(verdict.isAccepted, "\(entry) = \(typed)")
      }
      let verdict = sheet.answer(typed, for: try index(entry))
      return ([verdict.word] + verdict.reasonWords.prefix(1)).joined(separator: " ")
    }
  }

  static let squares = "w=3;a=2 + 3w;J=a^2"
  static let tiny = "x=1e-5;y=1e-5;t=3x;J=t y"
  static let sigmoid = "z=2;p=sigmoid(z);J=5p"

  @Test(arguments: [
    // No absolute allowance: what is small is asked as what is large.
    Case(tiny, "J", "9e-10", "wrong"), Case(tiny, "J", "-5e-10", "wrong"),
    Case(tiny, "J", "0", "wrong"), Case(tiny, "J", "3e-10", "right"),
    Case(tiny, "J", "3.01e-10", "wrong"), Case(tiny, "dJ/dx", "3.1e-5", "wrong"),
    Case("z=-30;s=sigmoid(z);J=2s", "ds/dz", "9.36e-14", "right"),
    Case("z=-30;s=sigmoid(z);J=2s", "ds/dz", "1e-13", "wrong"),
    Case("z=-30;s=sigmoid(z);J=2s", "ds/dz", "-9.36e-14", "wrong sign"),
    // The verdict of a formula does not depend on the size of the numbers.
    Case("z=4;a=relu(z);J=2a", "da/dz", "sign(z)", "wrong"),
    Case("z=6;a=relu(z);J=2a", "da/dz", "sign(z)", "wrong"),
    Case("z=6;a=relu(z);J=2a", "da/dz", "step(z)", "right"),
    Case("z=6;a=relu(z);J=2a", "da/dz", "(1 + sign(z))/2", "right"),
    Case("z=6;a=relu(z);J=2a", "da/dz", "relu(z)/z", "right"),
    Case("z=6;a=relu(z);J=2a", "da/dz", "step(z - 0.001)", "wrong"),
    Case("z=6;a=abs(z - 2);J=2a", "da/dz", "sign(z - 2)", "right"),
    Case("z=6;a=abs(z - 2);J=2a", "da/dz", "sign(z)", "wrong"),
    Case("z=6;a=abs(z - 2);J=2a", "da/dz", "1", "right"),
    Case("z=1e9;J=z^2", "dJ/dz", "2z + 1", "wrong"), Case("z=1e9;J=z^2", "dJ/dz", "2z", "right"),
    Case("z=1e-9;J=z^2", "dJ/dz", "2z + 1e-12", "wrong"),
    Case("w=12345678;J=w^2", "J", "152415765279834", "wrong"),
    Case("w=12345678;J=w^2", "J", "152415765279684", "right"),
    // Short numbers are asked exactly.
    Case("w=1;J=2w", "J", "2.002", "wrong"), Case("w=1;J=2w", "J", "2.000", "right"),
    Case("w=1;J=2.5w", "J", "2.502", "wrong"), Case("w=1;J=12.5w", "J", "12.51", "wrong"),
    Case(squares, "dJ/dw", "65.96", "wrong"),
    // Arithmetic that cancels its digits earns no allowance, and neither does a difference beyond a kink.
    Case(squares, "dJ/dw", "1e20-1e20", "wrong"), Case(squares, "dJ/dw", "tan(pi/2)", "wrong"),
    Case(squares, "dJ/dw", "7^30-7^30+3", "wrong"), Case(squares, "a", "1e16-1e16+5", "wrong"),
    Case("u=4;v=4;m=max(u, v);J=m^2", "dJ/du", "0", "wrong"),
    Case("z=0.001;J=sqrt(z)", "dJ/dz", "31.6", "wrong"),
    Case("z=0.0005;a=relu(z);J=2a", "dJ/dz", "1", "wrong"),
    Case(squares, "dJ/dw", "65.9", "wrong"), Case(squares, "dJ/da", "21.9", "wrong"),
    Case("w=2;J=exp(w)", "J", "7.40", "wrong"), Case("x=22.07;J=3.01x", "J", "3(22)", "wrong"),
    Case("w=0.1;J=(100000000 + w) - 100000000", "J", "0.09995", "wrong"),
    // A formula without a value is another formula.
    Case(sigmoid, "dp/dz", "p/0", "wrong"), Case(sigmoid, "dp/dz", "z/(z - z)", "wrong"),
    Case(sigmoid, "dp/dz", "sqrt(-1 - z^2)", "wrong"), Case(sigmoid, "dp/dz", "9^9^9^9 z", "wrong"),
    Case(sigmoid, "dp/dz", "p (1 - p) + ln(z - z)", "wrong"),
    Case("w=3;J=w^2", "dJ/dw", "2w + ln(w)/ln(w) - 1", "wrong"),
  ]) func noWrongAnswerIsRight(sample: Case) throws {
    let verdict = try sample.verdict()
    #expect(
      sample.word == "wrong" ? verdict.hasPrefix("wrong") : verdict == sample.word, "\(verdict)")
  }

  @Test(arguments: [
    // The box's own value in its slope.
    Case(sigmoid, "dp/dz", "p (1 - p)", "right"), Case(sigmoid, "dp/dz", "p - p^2", "right"),
    Case("z=1;h=tanh(z);J=h", "dh/dz", "1 - h^2", "right"),
    Case("z=1;h=tanh(z);J=h", "dh/dz", "(1 - h)(1 + h)", "right"),
    Case("z=1;q=exp(z);J=3q", "dq/dz", "q", "right"),
    Case("z=4;r=sqrt(z);J=3r", "dr/dz", "1/(2r)", "right"),
    Case("z=4;r=sqrt(z);J=3r", "dr/dz", "r/(2z)", "right"),
    Case("z=4;r=1/z;J=3r", "dr/dz", "-r^2", "right"),
    Case("x=2;p=x^3;J=3p", "dp/dx", "3p/x", "right"),
    Case("z=2;a=ln(z);J=3a", "da/dz", "1/abs(z)", "right"),
    Case("x=7;c=1/(1 - tanh(x)^2);J=3c", "dc/dx", "2 c tanh(x)", "right"),
    // A number has one verdict however it is written.
    Case("x=35.135;J=x^2", "J", "1.23e3", "right"),
    Case("x=35.135;J=x^2", "J", "1.23*10^3", "right"),
    Case("x=35.135;J=x^2", "J", "1.23×10³", "right"), Case("x=35.135;J=x^2", "J", "1230", "right"),
    Case("x=35.135;J=x^2", "J", "1.23·10**3", "right"),
    Case("x=35.135;J=x^2", "J", "1234", "right"),
    Case("x=35.135;J=x^2", "J", "1,234.47", "right"), Case("x=35.135;J=x^2", "J", "1240", "wrong"),
    Case("w=2;J=w/3", "J", "0.666", "right"), Case("w=2;J=w/3", "J", "0.667", "right"),
    Case("w=2;J=w/3", "J", "0.668", "wrong"), Case("w=2;J=w/3", "J", "0.665", "wrong"),
    Case("w=2;J=w/3", "J", "66.7%", "right"), Case("w=2;J=w/3", "J", "2/3", "right"),
    // A long whole number may be rounded.
    Case("w=1234;J=w + 0", "J", "1230", "close rounded"),
    Case("w=1234;J=w + 0", "J", "1234", "right"),
    Case("w=123456;J=w + 0", "J", "1.23e5", "close rounded"),
    Case("w=123456;J=w + 0", "J", "123000", "close rounded"),
    Case("w=123456;J=w + 0", "J", "124000", "wrong"),
    Case("w=123456;J=w + 0", "J", "120000", "unreadable unreadable"),
    // What is shown is a number to compute with, like one's own.
    Case(
      "z=12;a=sigmoid(z);J=-ln(1 - a)", "J", "-ln(1 - 0.999994)", "close rounded-early",
      after: ("a", "0.999994")),
    Case("z=12;a=sigmoid(z);J=-ln(1 - a)", "J", "-ln(1 - 0.9999938558)", "right"),
    Case(
      "z=12;a=sigmoid(z);J=-ln(1 - a)", "J", "12.02", "close rounded-early",
      after: ("a", "0.999994")),
    Case(
      "z=6;s=sigmoid(z);J=2s", "ds/dz", "0.9975*0.0025", "close rounded-early",
      after: ("s", "0.9975")),
    Case("z=17;s=sigmoid(z);J=2s", "ds/dz", "0", "close rounded-early", after: ("s", "1")),
    Case("z=17;s=sigmoid(z);J=2s", "ds/dz", "0.0000", "close rounded-early", after: ("s", "1")),
    Case("z=17;s=sigmoid(z);J=2s", "ds/dz", "4.14e-8", "right", after: ("s", "1")),
    Case("a=1;b=3;c=a/b;J=900c", "J", "299.7", "close rounded-early", after: ("c", "0.333")),
    Case(
      "a=7;b=2;q=a/b;r=ln(q);J=r^2 - q", "dJ/dq", "-0.285", "close rounded-early",
      after: ("r", "1.25"), ("dr/dq", "0.286"), ("dJ/dr", "2.5")),
    // A zero by cancellation is a zero.
    Case("a=0.1;b=0.2;c=0.3;t=a + b;J=t - c", "J", "0", "right"),
    Case("a=0.1;b=0.2;c=0.3;t=a + b;J=t - c", "J", "5.55e-17", "right"),
    Case("a=0.1;b=0.2;c=0.3;t=a + b;J=t - c", "J", "1e-9", "wrong"),
    Case("a=1;b=2;c=4;m=(a + b + c)/3;u=a - m;v=b - m;w=c - m;J=u + v + w", "dJ/dm", "-3", "right"),
    Case("a=1;b=2;c=4;m=(a + b + c)/3;u=a - m;v=b - m;w=c - m;J=u + v + w", "J", "0", "right"),
    Case("a=1;b=2;c=4;m=(a + b + c)/3;u=a - m;v=b - m;w=c - m;J=u + v + w", "dJ/da", "0", "right"),
  ]) func noRightAnswerIsWrong(sample: Case) throws {
    let verdict = try sample.verdict()
    #expect(
      sample.word == "wrong" ? verdict.hasPrefix("wrong") : verdict == sample.word, "\(verdict)")
  }

  @Test(arguments: [
    // What a short number rounds to is wrong, and a wrong rule that gives it comes first.
    Case("e=1;d=1/2 e^2;J=3d", "d", "1", "wrong square-as-double"),
    Case("e=3;d=1/2 e^2;J=3d", "dd/de", "6", "wrong half-forgotten"),
    Case("e=-1;d=1/2 e;J=3d", "d", "-1", "wrong operand-missing"),
    Case(squares, "dJ/dw", "1e2", "wrong"), Case("w=1;J=2.5w", "J", "2", "wrong"),
    Case("w=1;J=2.5w", "J", "3", "wrong"), Case("w=1;J=0.125w", "J", "0.13", "wrong"),
    Case("x=1;w=0.2;a=w x;J=a + x", "J", "1", "wrong operand-missing"),
    Case("x=1;w=0.2;a=w x;J=a + x", "dJ/dx", "1", "wrong one-path"),
    Case("z=1;s=sigmoid(z);J=2s", "s", "1", "wrong relu-ignored"),
    // What is rounded rightly but too short is asked again, and a rounded zero with it.
    Case("w=1;J=w/3", "J", "0.33", "unreadable unreadable"),
    Case("w=1;J=w/3", "J", "0.3", "unreadable unreadable"),
    Case("z=1;s=sigmoid(z);J=2s", "s", "0.73", "unreadable unreadable"),
    Case("z=-17;s=sigmoid(z);J=2s", "s", "0.000", "unreadable unreadable"),
    Case("w=1;J=w/3", "J", "0", "wrong"), Case("w=1;J=w/3", "J", "0.34", "wrong"),
  ]) func roundedIsOnlyWhatIsRounded(sample: Case) throws {
    let verdict = try sample.verdict()
    let isBare = sample.word == "wrong" || sample.word == "wrong relu-ignored"
    #expect(isBare ? verdict.hasPrefix("wrong") : verdict == sample.word, "\(verdict)")
  }

  @Test(arguments: [
    // What is found is never the suspect.
    Case(squares, "dJ/dw", "33", "wrong times-value", after: ("da/dw", "3")),
    Case("w=3;x=5;p=w x;a=p + 2;J=a^2", "dJ/dw", "102", "wrong sibling", after: ("dp/dw", "5")),
    Case("w=3;x=5;p=w x;a=p + 2;J=a^2", "dJ/dw", "102", "wrong own-operand"),
    Case("w=2;a=(2 + 3w)^2;J=5a", "dJ/dw", "80", "wrong", after: ("da/dw", "48")),
    Case("w=2;a=(2 + 3w)^2;J=5a", "dJ/dw", "80", "wrong inner-forgotten"),
    // Near causes come before far ones.
    Case(squares, "da/dw", "22", "wrong upstream-only"),
    Case(squares, "da/dw", "66", "wrong whole-derivative"),
    Case("z=3;t1=2;a=sigmoid(z) + t1;J=2a^2", "da/dz", "2", "wrong"),
    // Formulas are diagnosed as formulas.
    Case("w=3;x=2;y=5;z=w x + y;J=z^2", "dz/dw", "w", "wrong own-operand"),
    Case("w=3;x=2;y=5;z=w x + y;J=z^2", "dz/dw", "20w", "wrong"),
    Case("a=11;J=a^2", "dJ/da", "a", "wrong power-coefficient"),
    Case("a=11;J=a^2", "dJ/da", "2a^2", "wrong power-not-lowered"),
    Case("a=11;J=a^2", "dJ/da", "-2a", "wrong sign"), Case("a=11;J=a^2", "dJ/da", "22a", "wrong"),
    Case("a=11;J=1/2 a^2", "dJ/da", "2a", "wrong half-forgotten"),
    Case("z=0.3;h=tanh(z);J=2h", "dh/dz", "h (1 - h)", "wrong other-function"),
    Case("z=0.3;h=tanh(z);J=2h", "dh/dz", "1 - h", "wrong tanh-one-minus"),
    Case("z=0.3;h=sigmoid(z);J=2h", "dh/dz", "1 - h^2", "wrong other-function"),
    Case("w=3;p=w exp(w);J=2p", "dp/dw", "exp(w)", "wrong product-rule"),
    Case("w=3;p=exp(w)/w;J=2p", "dp/dw", "(w exp(w) + exp(w))/w^2", "wrong quotient-rule"),
    // One's own rounded numbers, and two digits.
    Case(
      "z=1;s=sigmoid(z);q=3s;J=q^2", "dJ/ds", "63.28", "wrong seed", after: ("s", "0.731"),
      ("q", "2.193"), ("dJ/dq", "4.386"), ("J", "4.809")),
    Case(
      "z=1;s=sigmoid(z);q=3s;J=q^2", "dJ/dz", "0.196", "wrong local-only", after: ("s", "0.731")),
    Case("z=1;s=sigmoid(z);q=3s;J=q^2", "dJ/dz", "0.20", "wrong local-only", after: ("s", "0.731")),
  ]) func reasonsAreTrueOfWhatWasDone(sample: Case) throws {
    let verdict = try sample.verdict()
    let isFound = sample.before.contains { $0.entry.hasPrefix("d") && !$0.entry.hasPrefix("dJ") }
    #expect(
      sample.word == "wrong" ? verdict.hasPrefix("wrong") : verdict == sample.word, "\(verdict)")
    if isFound { #expect(verdict != "wrong own-operand" && verdict != "wrong constant-kept") }
  }

  @Test(arguments: [
    // Slips of arithmetic.
    Case(squares, "dJ/dw", "63", "wrong arithmetic", after: ("da/dw", "3")),
    Case(squares, "dJ/dw", "67", "wrong arithmetic"), Case(squares, "J", "122", "wrong arithmetic"),
    Case(squares, "J", "131", "wrong arithmetic"),
    Case("a=2;b=7;J=a b", "J", "21", "wrong arithmetic"),
    Case("a=12;b=7;J=a b", "J", "48", "wrong arithmetic"),
    // Signs inside a value.
    Case("a=2;b=2;c=-1;d=3;J=a b + c d", "J", "7", "wrong sign-inside"),
    Case("a=5;b=-3;J=a - b", "J", "2", "wrong sign-inside"),
    Case("a=-5;b=3;J=a + b", "J", "8", "wrong sign-inside"),
    Case("a=4;y=6;J=a - y", "J", "2", "wrong sign"),
    // The whole derivative for the local one, and the reverse.
    Case(squares, "da/dw", "66", "wrong whole-derivative"),
    Case(squares, "dJ/dw", "3", "wrong local-only"),
    // Two rules at once.
    Case(squares, "dJ/dw", "-22", "wrong upstream-only", after: ("da/dw", "3")),
    Case("w=3;x=-7;p=w x^2;a=p + 2;J=a^2", "dJ/dx", "-21", "wrong power-coefficient"),
    // Keys of a calculator.
    Case("z=2;s=sigmoid(z);J=5s", "s", "1.135", "wrong calculator-key"),
    Case("z=2;s=1/(1 + exp(-z));J=5s", "s", "1.135", "wrong calculator-key"),
    Case("z=2;s=1/(1 + exp(-z));J=5s", "s", "0.119", "wrong sign-inside"),
    Case("z=2;s=tanh(z);J=5s", "s", "-2.185", "wrong calculator-key"),
    Case("z=2;s=ln(z);J=5s", "s", "0.301", "wrong calculator-key"),
    Case("z=2;s=cos(z);J=5s", "s", "0.9994", "wrong calculator-key"),
    // Paths.
    Case("a=4;b=3;d=a b;e=a + b;f=d e", "df/da", "9", "wrong path-sign"),
    Case("a=4;b=3;d=a b;e=a + b;f=d e", "df/da", "15", "wrong path-factor"),
    Case("a=4;b=5a;c=a^2;d=7a;f=b + c + d", "df/da", "12", "wrong path-missing"),
    // A value in the place of a derivative.
    Case(squares, "dJ/dw", "198", "wrong times-value", after: ("da/dw", "3")),
    Case(squares, "dJ/dw", "7986", "wrong seed"),
    // Rules of products and quotients, functions taken for others.
    Case("w=3;p=w exp(w);J=7p", "dp/dw", "20.09", "wrong product-rule"),
    Case("w=3;p=(2w + 1)/(w + 2);J=7p", "dp/dw", "3", "wrong quotient-rule"),
    Case("z=0.7;s=tanh(z);J=5s", "ds/dz", "0.2391", "wrong other-function"),
    // A cross-entropy, what is sent on twice, weights left out.
    Case("z1=1;z2=2;J=ln(exp(z1) + exp(z2)) - z2", "dJ/dz2", "-0.731", "wrong target-forgotten"),
    Case("a=3;b=4a;c=b + 3;d=5b;e=c + d", "de/da", "28", "wrong sent-twice"),
    Case(
      "w=0.5;v=0.3;u=0.7;x=1.5;h=w x;g=v h;k=u g;J=k^2", "dJ/dw", "0.4725", "wrong weight-forgotten"
    ),
    // Nudges.
    Case(squares, "dJ/dw", "0.066009", "wrong nudged-change"),
    Case(squares, "dJ/dw", "66.09", "wrong coarse-nudge"),
    Case(squares, "dJ/dw", "65.991", "close nudge-estimate"),
    // Half to each.
    Case("a=3;b=3;m=max(a, b);J=2m", "dm/da", "0.5", "wrong other-convention"),
    Case("a=5;b=3;m=max(a, b);J=2m", "dm/db", "1/2", "wrong max-half"),
  ]) func whatStudentsDoHasAReason(sample: Case) throws {
    let verdict = try sample.verdict()
    #expect(verdict == sample.word, "\(verdict)")
  }

  // Questions.

  func check(_ typed: String, against right: String) throws -> String {
    let question = Question([], answer: .formula(try Formula(right)), feedback: [])
    return QuestionKey(question, in: nil).check(typed).word
  }

  @Test(arguments: [
    ("2w", "1/0"), ("2w", "sqrt(-1)"), ("2w", "0/0"), ("2w", "w/(w - w)"), ("2w", "9^9^9^9"),
    ("step(z)", "step(z - 0.02)"), ("step(z)", "min(1, relu(100z))"), ("2w", "2w + relu(w - 150)"),
    ("ln(x - 12)", "5"), ("ln(x - 10)", "x - 11"), ("ln(x)", "ln(-x)"), ("ln(x)", "ln(x + 0.01)"),
    (
      "a + 2b + 3c + 4d + 5f + 6g + 7h + 8i + 9j + 10k + 11l + 12m",
      "m + 2b + 3c + 4d + 5f + 6g + 7h + 8i + 9j + 10k + 11l + 12a"
    ),
    ("sqrt(x)", "sqrt(-x)"), ("sqrt(x - 30)", "0"), ("x", "abs(x)"), ("x", "sqrt(x)^2"),
    ("relu(x - 3)", "relu(x - 3.01)"), ("max(x, y)", "x"), ("x", "x + 1e-9"),
    ("step(x)", "sign(x)"),
    ("cosh0 exp(x)", "cosh0 (exp(x) + 1e-7)"),
  ]) func anotherFormulaIsNeverRight(right: String, typed: String) throws {
    #expect(try check(typed, against: right) == "wrong")
  }

  @Test(arguments: [
    ("ln(x - 12)", "ln(x - 12)"), ("ln(x - 10)", "-ln(1/(x - 10))"),
    ("sqrt(x - 30)", "(x - 30)^0.5"),
    ("sigmoid(z)(1 - sigmoid(z))", "exp(-z)/(1 + exp(-z))^2"), ("tanh(x)", "2sigmoid(2x) - 1"),
    ("1 - tanh(x)^2", "4/(exp(x) + exp(-x))^2"), ("ln(a b)", "ln(a b)"), ("abs(x)", "max(x, -x)"),
    ("relu(x)", "x step(x)"), ("relu(x)", "(x + abs(x))/2"), ("(x - y)^2", "x^2 - 2x y + y^2"),
    ("softplus(x)", "ln(1 + exp(x))"),
  ]) func theSameFormulaIsRight(right: String, typed: String) throws {
    #expect(try check(typed, against: right) == "right")
  }

  /// The graph's quantities hang together: a = sigmoid(z), J = (a - y)^2.
  @Test(arguments: [
    ("a (1 - a)", "sigmoid(z)(1 - sigmoid(z))", "right"), ("a (1 - a)", "a - a^2", "right"),
    ("sigmoid(z)(1 - sigmoid(z))", "a (1 - a)", "right"), ("sigmoid(z)", "a", "wrong"),
    ("(a - y)^2", "J", "wrong"), ("2(a - y)", "2(sigmoid(z) - y)", "right"),
    ("a (1 - a)", "z (1 - z)", "wrong"), ("step(z)", "step(z - 0.02)", "wrong"),
    ("a (1 - a)", "0.19661193", "wrong"),
  ]) func aQuestionKnowsItsGraph(right: String, typed: String, word: String) throws {
    let statements = ["z = 1", "y = 3", "a = sigmoid(z)", "J = (a - y)^2"].map {
      Statement(input: $0)
    }
    let reading = try ComputationGraph.read(statements, breaking: .never)
    let forward = try ForwardPass(reading.graph, at: reading.inputs)
    let question = Question(
      [], answer: .formula(try Formula(right, known: ["z", "y", "a", "J"])), feedback: [])
    #expect(QuestionKey(question, in: forward).check(typed).word == word)
  }

  @Test(arguments: [
    ("ln(x) + ln(-x)", false), ("sqrt(-1 - x^2)", false), ("1/(x - x)", false),
    ("ln(x - 12)", true),
    ("2w", true), ("7", true),
  ]) func whatHasTooFewPointsIsTold(formula: String, canBeCompared: Bool) throws {
    let question = Question([], answer: .formula(try Formula(formula)), feedback: [])
    #expect(QuestionKey(question, in: nil).canBeCompared == canBeCompared)
  }

  @Test(arguments: [
    ("0.0067", true), ("0.00669", true), ("0.00669285", true), ("0.0068", false), ("0.007", true),
    ("0.0066", false), ("0", false),
  ]) func theDigitsOfAClaimDecide(claim: String, isTrue: Bool) throws {
    let key = try key("s = sigmoid(z)", "J = 2s", "z = -5")
    #expect(key.isTrue(claim, of: 0) == isTrue)
  }

  /// Numbers at the machine's border are read, or asked again, and end nothing.
  @Test(arguments: ["1 e-9223372036854775808", "2.5 e-99999999999999999999", "1e-400", "-0e0"])
  func theLargestExponentsEndNothing(typed: String) throws {
    let key = try key("a = 2 + 3w", "J = a^2", "w = 3")
    #expect(["unreadable", "wrong"].contains(key.check(typed, for: 0).word))
  }

  @Test(arguments: ["-9223372036854775808", "9223372036854775807", "0", "3", "-1"])
  func aChoiceThatIsNoneIsAskedAgain(typed: String) {
    let choices = [true, false].map { Question.Choice([], isRight: $0) }
    let question = Question([], answer: .choice(choices), feedback: [])
    #expect(QuestionKey(question, in: nil).check(typed).word == "unreadable")
  }

  @Test func whatCannotBeReadLeavesTheWrongNumberThatStands() throws {
    var sheet = Worksheet(try key("a = 2 + 3w", "J = a^2", "w = 3"))
    _ = sheet.answer("5", for: 0)
    _ = sheet.answer("abc", for: 0)
    #expect(sheet.check("25", for: 1).reasonWords.first == "follows-from-wrong")
  }
}
