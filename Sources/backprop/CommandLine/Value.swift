import Teaching
import Terminal
import Training

/// What a word of the command line stands for, as an argument or as the value of an option.
enum Value: CaseIterable {
  case lesson, lessonOrScript, lessonOrFormula, newLesson, formula, input, quantity, quantities
  case number, page, seed, file, folder, journal, journals, learner, command, shell, skill, exam,
    activation, start, examples, optimizer, count, time, amount, theme

  /// What stands for it in a usage line.
  var placeholder: String {
    switch self {
    case .lesson: "LESSON"
    case .lessonOrScript: "FILE-OR-LESSON"
    case .lessonOrFormula: "LESSON-OR-FORMULA"
    case .newLesson, .quantity, .learner, .theme: "NAME"
    case .formula: "FORMULA"
    case .input: "NAME=NUMBER"
    case .quantities: "NAMES"
    case .number: "NUMBER"
    case .page, .seed: "N"
    case .file: "FILE"
    case .folder: "DIR"
    case .journal: "JOURNAL"
    case .journals: "FILE-OR-FOLDER"
    case .command: "COMMAND"
    case .shell: "SHELL"
    case .skill: "SKILL"
    case .exam: "SIZES-OR-LESSON"
    case .activation: "ACTIVATION"
    case .start: "dNAME=NUMBERS"
    case .examples: "EXAMPLES"
    case .optimizer: "OPTIMIZER"
    case .count: "N"
    case .time: "TIME"
    case .amount: "N"
    }
  }

  var explanation: String {
    switch self {
    case .lesson: "a lesson's name, or a path to its file"
    case .lessonOrScript: "a lesson's name, or a path to its file or to a NAME.test"
    case .lessonOrFormula: "a lesson's name or file, or formulas: 'a = 2 + 3w', @FILE"
    case .newLesson: "the name of the new lesson's file; .md is added"
    case .formula: "a formula: 'a = 2 + 3w', '(2 + 3w)^2'; @FILE has one a line"
    case .input: "the number of an input: w=3"
    case .quantity: "the name of a quantity"
    case .quantities: "names with commas between them: x,y"
    case .number: "a number, or arithmetic such as 1/2"
    case .page: "the number of a page, from 1"
    case .seed: "a whole number; 0 for the lesson's own numbers"
    case .file: "a path to a file"
    case .folder: "a folder"
    case .journal: "a path to a journal, or to a hand-in"
    case .journals: "journals, hand-ins, or folders of them"
    case .learner: "the name of a learner"
    case .command: "a command, or the name of a page, such as arrays or scripts"
    case .shell: Shell.allCases.map(\.rawValue).joined(separator: ", ")
    case .exam: "a network's layers, such as 2-2-2, or a lesson"
    case .activation: "for hidden neurons: \(NetworkExam.activations.joined(separator: ", "))"
    case .start: "the derivative of the output with respect to a quantity: dY=[1, 0]"
    case .examples: "\(GivenExamples.names.joined(separator: ", ")), or a .csv, .npy or .npz"
    case .optimizer: Optimizer.Method.allCases.map(\.name).joined(separator: ", ")
    case .count: "a whole number"
    case .time: "a time with its zone: '2026-12-01 23:59 +01:00'"
    case .amount: "a number of points, or a share such as 80%"
    case .theme: Theme.allCases.map(\.rawValue).joined(separator: ", ")
    case .skill: "a skill, such as chain, paths or relu; Tab lists them"
    }
  }
}
