/// Something that the help tells of beside commands: a page of the documentation.
enum HelpTopic: String, CaseIterable {
  case instructors, journal

  /// The page, Markdown that reads well as it is.
  var text: String {
    let bytes =
      switch self {
      case .instructors: PackageResources.instructors_md
      case .journal: PackageResources.journal_md
      }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All that `backprop help` takes.
  static var commandsAndTopics: [String] {
    CommandName.allCases.map(\.rawValue) + allCases.map(\.rawValue)
  }
}
