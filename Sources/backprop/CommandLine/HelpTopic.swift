/// Something that the help tells of beside commands: a page of the documentation.
enum HelpTopic: String, CaseIterable {
  case arrays, training, instructors, blocks, scripts, journal

  /// What the page is about, after its name.
  var summary: String {
    switch self {
    case .arrays: "formulas with vectors and matrices"
    case .training: "how graphs learn: optimizers, examples, files"
    case .instructors: "from a lesson to the marks of a class"
    case .blocks: "what a lesson is made of"
    case .scripts: "how tests of lessons are written"
    case .journal: "how a journal is written"
    }
  }

  /// The page, Markdown that reads well as it is.
  var text: String {
    let bytes =
      switch self {
      case .arrays: PackageResources.arrays_md
      case .training: PackageResources.training_md
      case .instructors: PackageResources.instructors_md
      case .blocks: PackageResources.blocks_md
      case .scripts: PackageResources.scripts_md
      case .journal: PackageResources.journal_md
      }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All that `backprop help` takes.
  static var commandsAndTopics: [String] {
    CommandName.allCases.map(\.rawValue) + allCases.map(\.rawValue)
  }
}
