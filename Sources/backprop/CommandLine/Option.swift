/// An option of a command.
struct Option: Hashable {
  var flag: String
  /// A letter for those in a hurry.
  var short: String?
  /// What its value is; `nil` for one that is given alone.
  var value: Value?
  var explanation: String
  /// Whether the command cannot do without it.
  var isRequired: Bool

  init(
    _ flag: String, short: String? = nil, _ value: Value? = nil, _ explanation: String,
    isRequired: Bool = false
  ) {
    self.flag = flag
    self.short = short
    self.value = value
    self.explanation = explanation
    self.isRequired = isRequired
  }

  /// The words that give it, the short one first.
  var flags: [String] { [short, flag].compactMap { $0 } }

  /// How it is written: `--page N`, `-o, --output FILE`.
  var notation: String {
    let words = flags.joined(separator: ", ")
    return value.map { "\(words) \($0.placeholder)" } ?? words
  }

  static let json = Option("--json", nil, "print one JSON object")
  static let data = Option("--data", .quantities, "inputs that are data, separated by commas")
  static let whole = Option("--whole", nil, "keep a single formula whole")
  static let split = Option("--split", nil, "break every formula into elementary operations")
  static let name = Option("--name", .quantity, "the quantity to nudge", isRequired: true)
  static let by = Option("--by", .number, "how far to nudge it (default: 0.001)")
  static let single = Option("--single", nil, "in numbers of 32 bits, as libraries compute")
  static let page = Option("--page", .page, "open the lesson at a page")
  static let seed = Option("--seed", .seed, "draw fresh numbers, the same for the same N")
  static let drawn = Option("--seed", .seed, "what randn and networks draw by (default: 1)")
  static let of = Option("--of", .quantity, "the quantity whose derivatives are asked")
  static let start = Option(
    "--start", .start, "a derivative to begin with, as in dY=[1, 0]")
  static let from = Option(
    "--from", .examples, "moons, circles, spirals, xor, line, digits, or a file")
  static let target = Option(
    "--target", .quantities, "columns of a file to be learned (default: the last)")
  static let examples = Option("--examples", .count, "so many examples, drawn or the first ones")
  static let heldOut = Option(
    "--held-out", .number, "the share that no step sees (default: 0.2)")
  static let optimizer = Option(
    "--optimizer", .optimizer, "how a step moves what is trained (default: adam)")
  static let rate = Option(
    "--rate", .number, "how far a step goes (default: 0.1, of adam 0.005)")
  static let beta = Option(
    "--beta", .number, "what momentum keeps from step to step (default: 0.9)")
  static let batch = Option("--batch", .count, "so many examples a step (default: 32)")
  static let epochs = Option(
    "--epochs", .count, "how often all examples are taken (default: 20)")
  static let trained = Option(
    "--seed", .seed, "what is drawn follows it: weights, order (default: 1)")
  static let inOrder = Option("--in-order", nil, "take the examples in their order")
  static let backward = Option(
    "--backward", .file, "train by the derivatives of your own lines in a file")
  static let state = Option(
    "--state", .file, "keep each epoch in a .npz file, and go on from it")
  static let save = Option("--save", .file, "write what was trained: .npz or .json")
  static let load = Option("--load", .file, "begin with what was saved")
  static let check = Option("--check", nil, "compare with central differences")
  static let lessons = Option("--lessons", .folder, "a folder of lessons beside the built-in ones")
  static let print = Option("--print", nil, "the exam for paper, in Markdown")
  static let key = Option("--key", nil, "with --print: what is right, instead of blanks")
  static let update = Option(
    "--update", nil, "rewrite expectations that do not hold, and pictures")
  static let junit = Option("--junit", .file, "write the results as JUnit XML")
  static let learner = Option(
    "--learner", .learner, "the name in the journal (default: as last time)")
  static let noJournal = Option("--no-journal", nil, "leave no trace")
  static let plain = Option("--plain", nil, "lines instead of a full screen")
  static let ascii = Option("--ascii", nil, "draw with ASCII characters only")
  static let theme = Option("--theme", .theme, "the colours of the screen (default: auto)")
  static let still = Option("--still", nil, "nothing moves by itself")
  static let mouse = Option(
    "--mouse", nil, "a click goes to an entry, the wheel scrolls")
  /// How a screen looks.
  static let screen = [plain, ascii, theme]
  /// How the tutor's screen looks and is worked with.
  static let tutor = screen + [still, mouse]
  static let output = Option("--output", short: "-o", .file, "write into a file")
  static let csv = Option(
    "--csv", nil, "a line for each learner and lesson, with commas")
  static let entries = Option("--entries", nil, "with --csv: a line for each entry asked")
  static let canvas = Option("--canvas", nil, "marks for Canvas to import")
  static let moodle = Option("--moodle", nil, "marks and feedback for Moodle to import")
  static let gradescope = Option("--gradescope", nil, "the results.json of an autograder")
  static let datashop = Option("--datashop", nil, "every step, as DataShop imports them")
  static let pybkt = Option("--pybkt", nil, "first attempts by skill, for pyBKT")
  static let roster = Option("--roster", .file, "who is in the class, in a table")
  static let byFile = Option("--by-file", nil, "each file is one learner's")
  static let oneLesson = Option("--lesson", .lesson, "only this lesson, or these")
  static let until = Option(
    "--until", .time, "what came later does not count")
  static let atLeast = Option(
    "--at-least", .amount, "status 1 where somebody has fewer points")
  static let feedback = Option("--feedback", .folder, "a page for each learner, in DIR")
  static let printed = Option("--print", .lesson, "the file of a lesson, to adapt it")
  static let answers = Option(
    "--answers", nil, "what is right by each learner's numbers, and what was typed")
  static let dot = Option("--dot", nil, "in the language of Graphviz")
  static let svg = Option("--svg", nil, "as a picture")
  static let numpy = Option("--numpy", nil, "as Python with NumPy, the backward lines written out")
  static let pytorch = Option("--pytorch", nil, "as Python with PyTorch, and compared")
  static let jax = Option("--jax", nil, "as Python with JAX, and compared")
  static let tensorflow = Option("--tensorflow", nil, "as Python with TensorFlow, and compared")
  static let micrograd = Option("--micrograd", nil, "as Python with micrograd, and compared")
  static let sympy = Option("--sympy", nil, "as Python with SymPy, and compared")
  static let latex = Option("--latex", nil, "as LaTeX: a drawing and the chain rule")
  static let mermaid = Option("--mermaid", nil, "in the language of Mermaid")
  static let text = Option("--text", nil, "as on the screen (default)")
  static let oneLearner = Option("--learner", .learner, "only this learner's work")
  static let version = Option("--version", nil, "print the version")
  static let help = Option("--help", nil, "print this help")
}
