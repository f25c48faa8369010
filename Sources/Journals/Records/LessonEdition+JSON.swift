package import Lessons

extension LessonEdition {
  /// As a journal's line holds it.
  package var json: JSON {
    JSON.object([
      JSON.Member("pages", .array(pages.map { $0.map { .number(Double($0)) } ?? .null })),
      JSON.Member("graphs", .array(graphs.map { .string($0) })),
      JSON.Member(
        "exercises",
        .object(exercises.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })
      ),
    ])
  }

  /// What a journal's line holds; what is no edition is an empty one, in which nothing stands.
  package init(_ json: JSON) {
    var exercises: [String: String] = [:]
    if case .object(let members)? = json["exercises"] {
      for member in members { exercises[member.name] = member.value.string }
    }
    self.init(
      pages: (json["pages"]?.elements ?? []).map { $0.number.flatMap { Int(exactly: $0) } },
      graphs: (json["graphs"]?.elements ?? []).map { $0.string ?? "" }, exercises: exercises)
  }
}
