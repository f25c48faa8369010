import Expressions

/// The page of the documentation on conventions, with its table made from what the program knows.
enum ConventionsPage {
  static var text: String {
    let heading = ["library"] + Corner.allCases.map(\.title)
    let rows =
      [row(heading), "|" + heading.map { _ in "---|" }.joined()]
      + LibraryConventions.all.map { row([$0.label] + $0.cells) }
    return HelpTopic.text(PackageResources.conventions_md)
      .replacing("TABLE\n", with: rows.joined(separator: "\n") + "\n")
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
