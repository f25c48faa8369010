/// The commands: the one table from which arguments are read, and help, manual and completions are made.
enum CommandName: String, CaseIterable {
  case learn, practice, exam, explore, code, train, predict, solve, nudge, diff, export, lessons,
    check, test, new
  case handIn = "hand-in"
  case grade, replay, conventions, help, man, completions

  var summary: String {
    switch self {
    case .learn: "a lesson, by its name or a path to its file"
    case .practice: "problems made for you, the weakest skill first"
    case .exam: "an unseen graph without help, marked when you hand it in"
    case .explore: "the tutor on formulas of your own"
    case .code: "the derivatives of a graph as the lines of a program"
    case .train: "a graph learns from examples: its curves, its pictures"
    case .predict: "what a trained graph says of examples"
    case .solve: "values, local derivatives and derivatives"
    case .nudge: "what moves when one quantity is nudged, and by how much"
    case .diff: "the symbolic derivative, and its value at given numbers"
    case .export: "a graph with its numbers, for other programs"
    case .lessons: "the names of the lessons, or where you stand in them"
    case .check: "what is wrong with lessons: their keys, claims and tests"
    case .test: "scripted lesson tests (default: the built-in lessons)"
    case .new: "a small lesson to start from, in NAME.md"
    case .handIn: "what was done, as one file for the instructor"
    case .grade: "the work of a class, re-marked from scratch"
    case .replay: "a journal as a script that repeats it"
    case .conventions: "what libraries answer where a derivative has a corner"
    case .help: "this overview, or the help of one command"
    case .man: "the manual page"
    case .completions: "what makes Tab complete commands and lessons in a shell"
    }
  }

  var arguments: [Argument] {
    switch self {
    case .learn: [Argument(.lesson)]
    case .practice: [Argument(.skill, .any)]
    case .exam: [Argument(.exam), Argument(.activation, .atMostOne)]
    case .explore, .train, .predict, .solve, .nudge:
      [Argument(.formula, .oneOrMore), Argument(.input, .any)]
    case .diff: [Argument(.formula), Argument(.quantity), Argument(.input, .any)]
    case .code, .export: [Argument(.lessonOrFormula, .oneOrMore), Argument(.input, .any)]
    case .check, .handIn: [Argument(.lesson, .any)]
    case .grade: [Argument(.journals, .oneOrMore)]
    case .replay: [Argument(.journal)]
    case .test: [Argument(.lessonOrScript, .any)]
    case .new: [Argument(.newLesson)]
    case .help: [Argument(.command, .atMostOne)]
    case .completions: [Argument(.shell)]
    case .lessons, .conventions, .man: []
    }
  }

  var examples: [String] {
    switch self {
    case .learn: ["backprop learn two-nodes", "backprop learn my-lesson.md --page 2"]
    case .practice: ["backprop practice", "backprop practice chain paths"]
    case .exam:
      [
        "backprop exam 2-2-2", "backprop exam 2-2-2 tanh --seed 7", "backprop exam two-nodes",
        "backprop exam 2-2-2 --seed 7 --print > exam.md",
        "backprop exam 2-2-2 --seed 7 --print --key > key.md",
      ]
    case .explore:
      [
        "backprop explore 'a = 2 + 3w' 'J = a^2' w=3", "backprop explore '(2 + 3w)^2' w=3",
        "backprop explore neuron.py", "backprop explore model.onnx 'X=[1, 2]'",
        "printf '11\\n121\\n' | backprop explore --plain 'a = 2 + 3w' 'J = a^2' w=3",
      ]
    case .code:
      [
        "backprop code layer-backward --page 4",
        "backprop code 'Z = X @ W' 'J = sum(Z^2)' 'X=[1 2; 3 4]' 'W=[2; -1]' --data X",
      ]
    case .train:
      [
        "backprop train 'network 2-8-1 tanh sigmoid' --from moons",
        "backprop train 'network 64-32-10 relu softmax' --from digits --save digits.npz",
        "backprop train 'a = w x + b' 'J = mean((a - y)^2)' w=0 b=0 --from points.csv",
      ]
    case .predict:
      [
        "backprop predict 'network 64-32-10 relu softmax' --from digits --load d.npz",
        "backprop predict @line.txt --load line.json --from points.csv",
      ]
    case .solve:
      [
        "backprop solve 'a = 2 + 3w' 'J = a^2' w=3",
        "backprop solve 'c = w x' 'J = c^2' w=-2 x=2 --data x --json",
        "backprop solve 'network 2-3-1 sigmoid' x1=0.5",
        "backprop solve 'network 4-3-2 relu softmax batch 8' --seed 7",
        "backprop solve 'J = sum(tanh(X W))' 'X=[1 2; 3 4]' 'W=[2; -1]' --check",
        "backprop solve 'J = sum(X W)' X=@digits.csv W=@model.npz:W1 --data X",
      ]
    case .nudge:
      [
        "backprop nudge 'a = 2 + 3w' 'J = a^2' w=3 --name w --by 0.001",
        "backprop nudge 'J = w^2' w=3 --name w --by 1e-9 --single",
        "backprop nudge 'J = sum(X W)' 'X=[1 2; 3 4]' 'W=[2; -1]' --name 'W[0, 0]'",
      ]
    case .diff:
      [
        "backprop diff 'w^3' w w=2", "backprop diff 'a = 2 + 3w' 'J = a^2' w",
        "backprop diff 'J = sum((X W)^2)' W 'X=[1 2; 3 4]' 'W=[2; -1]'",
      ]
    case .export:
      [
        "backprop export two-nodes --svg > two-nodes.svg",
        "backprop export 'a = 2 + 3w' 'J = a^2' w=3 --dot | dot -Tpdf > graph.pdf",
        "backprop export 'Z = X W' 'J = sum(tanh(Z))' 'X=[1 2; 3 4]' 'W=[2; -1]'",
      ]
    case .lessons:
      [
        "backprop lessons", "backprop lessons --lessons my-lessons",
        "backprop lessons --print two-nodes > mine.md",
      ]
    case .check: ["backprop check", "backprop check mine.md"]
    case .test:
      [
        "backprop test", "backprop test two-nodes", "backprop test mine.test",
        "backprop test mine.md --update",
      ]
    case .new: ["backprop new mine"]
    case .handIn: ["backprop hand-in -o ada.md", "backprop hand-in two-nodes -o ada.md"]
    case .grade:
      [
        "backprop grade handed-in", "backprop grade handed-in --csv > class.csv",
        "backprop grade handed-in --canvas --roster roster.csv > marks.csv",
        "backprop grade handed-in --until '2026-12-01 23:59 +01:00'",
        "backprop grade handed-in --learner ada",
        "backprop grade handed-in --learner ada --answers",
      ]
    case .replay: ["backprop replay ada.md > ada.test", "backprop test ada.test"]
    case .conventions: ["backprop conventions"]
    case .help: ["backprop help", "backprop help learn", "backprop help instructors"]
    case .man: ["backprop man | man -l -", "backprop man > backprop.1"]
    case .completions:
      ["source <(backprop completions bash)", "backprop completions fish | source"]
    }
  }

  /// The options, without those that every command has.
  private var ownOptions: [Option] {
    switch self {
    case .learn: [.seed, .page, .lessons, .learner, .noJournal] + Option.tutor
    case .practice: [.seed, .lessons, .learner, .noJournal] + Option.tutor
    case .exam:
      [.seed, .print, .key, .lessons, .learner, .noJournal] + Option.tutor
    case .explore: [.data, .whole, .split, .learner, .noJournal] + Option.tutor
    case .code:
      [.page, .seed, .data, .of, .start, .lessons, .learner, .noJournal] + Option.tutor
    case .train:
      [
        .from, .target, .examples, .heldOut, .optimizer, .rate, .beta, .batch, .epochs, .trained,
        .inOrder, .backward, .state, .save, .load, .json, .data, .of,
      ] + Option.screen
    case .predict: [.load, .from, .target, .examples, .trained, .json, .data, .of]
    case .solve: [.json, .check, .data, .of, .start, .drawn, .whole, .split]
    case .nudge: [.name, .by, .single, .json, .data, .of, .drawn, .whole, .split]
    case .diff: [.json, .of, .start, .drawn]
    case .export:
      [
        .dot, .svg, .text, .json, .numpy, .pytorch, .jax, .tensorflow, .micrograd, .sympy, .latex,
        .mermaid, .of, .start, .page, .seed, .lessons, .data, .whole, .split,
      ]
    case .handIn: [.output, .lessons, .learner]
    case .grade:
      [
        .csv, .entries, .json, .answers, .canvas, .moodle, .gradescope, .datashop, .pybkt,
        .feedback,
        .roster, .byFile, .until, .atLeast, .oneLesson, .oneLearner, .lessons,
      ]
    case .replay: [.lessons, .oneLearner]
    case .lessons: [.printed, .lessons, .learner, .noJournal]
    case .check: [.lessons]
    case .test: [.update, .junit, .lessons]
    case .new, .conventions, .help, .man, .completions: []
    }
  }

  /// The options of a command, or those of the menu where none is named.
  static func options(of command: CommandName?) -> [Option] {
    guard let command else {
      return [.lessons, .learner, .noJournal] + Option.tutor + [.version, .help]
    }
    return command.ownOptions + [.help]
  }

  /// The pages that tell of what the command works on.
  var topics: [HelpTopic] {
    switch self {
    case .check, .new: [.blocks, .instructors]
    case .lessons: [.blocks]
    case .test: [.scripts, .rules]
    case .grade, .handIn: [.instructors, .rules]
    case .replay: [.journal, .scripts]
    case .exam: [.blocks, .journal]
    case .train, .predict: [.training, .arrays]
    case .solve, .nudge, .diff, .export, .explore: [.arrays, .programs]
    case .learn, .practice, .code, .conventions, .help, .man, .completions: []
    }
  }

  /// How the command is written, after `backprop`.
  var usage: String {
    let words =
      arguments.map(\.notation) + ownOptions.filter(\.isRequired).map(\.notation)
      + (ownOptions.contains { !$0.isRequired } ? ["[OPTION...]"] : [])
    return ([rawValue] + words).joined(separator: " ")
  }
}
