import Expressions

/// Reads a `plot` block: one line that says what is plotted.
struct PlotBlockReader {
  private static let words = ["curve", "error", "descent", "steps"]

  private(set) var request: PlotRequest?
  private(set) var errors: [LessonError] = []
  private var steps = 20

  init(_ fence: MarkdownFence) {
    let fields = BlockField.fields(of: fence.lines, knowing: PlotBlockReader.words, &errors)
    for field in fields where field.word.text == "steps" { readSteps(field) }
    for field in fields where field.word.text != "steps" { read(field) }
    if request == nil, errors.isEmpty {
      errors.append(
        LessonError(
          "nothing to plot; write curve: w in -4..4, error: w or descent: 0.1, 1",
          at: fence.name.position))
    }
  }

  private mutating func readSteps(_ field: BlockField) {
    guard let number = Int(field.text.text), (1...1000).contains(number) else {
      errors.append(
        LessonError(
          "'\(field.text.text)' is not a number of steps; write one from 1 to 1000",
          at: field.text.position))
      return
    }
    steps = number
  }

  private mutating func read(_ field: BlockField) {
    guard request == nil else {
      errors.append(
        LessonError(
          "one plot a block; put '\(field.word.text)' into another", at: field.word.position))
      return
    }
    switch field.word.text {
    case "curve": readCurve(field.text)
    case "error":
      let isSingle = field.argument.text == "single"
      guard isSingle || field.argument.text.isEmpty else {
        errors.append(
          LessonError(
            "'\(field.argument.text)' is not a width of numbers; write error: w or error single: w",
            at: field.argument.position))
        return
      }
      request = .error(of: field.text, isSingle: isSingle)
    default:
      let rates = field.text.text.split(separator: ",").map { Double(String($0).trimmingBlanks) }
      let numbers = rates.compactMap { $0 }.filter { $0 > 0 && $0.isFinite }
      guard !rates.isEmpty, numbers.count == rates.count, rates.count <= 4 else {
        errors.append(
          LessonError(
            "'\(field.text.text)' are not learning rates; write one to four numbers above 0, as in 0.1, 1",
            at: field.text.position))
        return
      }
      request = .descent(
        of: field.argument.text.isEmpty ? nil : field.argument, rates: numbers, steps: steps)
    }
  }

  private mutating func readCurve(_ text: PlacedText) {
    guard let word = text.text.firstRange(of: " in "),
      let range = ClosedRange(spelled: text.text[word.upperBound...])
    else {
      errors.append(
        LessonError("'\(text.text)' is not a curve; write it like w in -4..4", at: text.position))
      return
    }
    request = .curve(
      of: PlacedText(String(text.text[..<word.lowerBound]).trimmingBlanks, at: text.position),
      in: range)
  }
}

extension ClosedRange<Double> {
  /// Reads `-9..9`; nothing where it is no range of finite numbers.
  init?(spelled text: Substring) {
    let bounds = text.split(separator: "..", omittingEmptySubsequences: false)
      .map { Double(String($0).trimmingBlanks) }
    guard bounds.count == 2, let low = bounds[0], let high = bounds[1], low < high, low.isFinite,
      high.isFinite
    else { return nil }
    self = low...high
  }
}
