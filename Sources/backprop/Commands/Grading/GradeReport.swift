import Expressions
import Grading
import Journals

/// The report of a class, in the form that was asked for.
struct GradeReport {
  private let book: Gradebook
  private let options: GradeOptions

  init(_ book: Gradebook, _ options: GradeOptions) {
    self.book = book
    self.options = options
  }

  /// A number of points, with two digits after the point at most.
  static func text(_ points: Double) -> String { ((points * 100).rounded() / 100).shortestText }

  /// Prints it, learner by learner where it is long, so that the text of a large class is never whole in memory.
  func write() {
    switch options.form {
    case nil: writeTables()
    case .answers: write(learners.lazy.flatMap(ClassTable.answers))
    case .csv where options.listsEntries:
      Output.writeRecord(Gradebook.entriesHeading)
      for line in book.rows.lazy.flatMap(book.entryLines) { Output.writeRecord(line) }
    case .csv:
      Output.writeRecord(Gradebook.csvHeading)
      for line in book.rows.lazy.flatMap(book.csvLines) { Output.writeRecord(line) }
    case .json: writeJSON()
    case .canvas: for line in book.canvasLines { Output.writeRecord(line) }
    case .moodle:
      for line in book.moodleLines { Output.writeRecord(line) }
      for name in book.withoutIdentity {
        Output.error("note: '\(name)' is left out, since the roster has no name for Moodle")
      }
    case .gradescope: Output.write(book.gradescope.text)
    case .datashop:
      Output.writeTabbed(book.datashopHeading)
      for line in book.rows.lazy.flatMap(book.datashopLines) { Output.writeTabbed(line) }
    case .pybkt:
      var order = 0
      Output.writeRecord(Gradebook.pybktHeading)
      for row in book.rows {
        for line in book.pybktLines(of: row, after: &order) { Output.writeRecord(line) }
      }
    }
  }

  private var learners: some Sequence<Marks.Learner> { book.rows.lazy.compactMap(\.work) }

  private func writeTables() {
    guard options.learner != nil else {
      write(ClassTable.tables(of: book.marks))
      return
    }
    write(learners.lazy.flatMap { ClassTable.tables(of: $0, in: book.marks) })
  }

  private func write(_ tables: some Sequence<ClassTable>) {
    var isFirst = true
    for table in tables {
      Output.write("\(isFirst ? "" : "\n")\(table.title)")
      for line in Output.lines(of: table.rows) { Output.write(line) }
      isFirst = false
    }
  }

  private func writeJSON() {
    Output.write(#"{"learners": ["#)
    var last: String?
    for learner in learners {
      if let last { Output.write("\(last),") }
      last = book.marks.json(of: learner).text
    }
    if let last { Output.write(last) }
    Output.write(#"], "class": \#(book.marks.classJSON.text)}"#)
  }
}
