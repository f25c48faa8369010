/// Something that the help tells of beside commands: a page of the documentation.
enum HelpTopic: String, CaseIterable {
  case arrays, programs, training, instructors, blocks, scripts, rules, journal

  /// What the page is about, after its name.
  var summary: String {
    switch self {
    case .arrays: "formulas with vectors and matrices"
    case .programs: "programs, notebooks and models that are read"
    case .training: "how graphs learn: optimizers, examples, files"
    case .instructors: "from a lesson to the marks of a class"
    case .blocks: "what a lesson is made of"
    case .scripts: "how tests of lessons are written"
    case .rules: "the wrong rules that the tutor knows"
    case .journal: "how a journal is written"
    }
  }

  /// The page, Markdown that reads well as it is.
  var text: String {
    switch self {
    case .arrays: HelpTopic.text(PackageResources.arrays_md)
    case .programs: HelpTopic.text(PackageResources.programs_md)
    case .training: HelpTopic.text(PackageResources.training_md)
    case .instructors: HelpTopic.text(PackageResources.instructors_md)
    case .blocks: HelpTopic.text(PackageResources.blocks_md)
    case .scripts: HelpTopic.text(PackageResources.scripts_md)
    case .rules: WrongRulePage.text
    case .journal: HelpTopic.text(PackageResources.journal_md)
    }
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// All that `backprop help` takes.
  static var commandsAndTopics: [String] {
    CommandName.allCases.map(\.rawValue) + allCases.map(\.rawValue)
  }
}
