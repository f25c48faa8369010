extension MarkdownFence {
  /// The one name that stands behind a block's own, as in `cascade w`.
  ///
  /// - Parameter errors: receives an error where there is none, or several.
  func onlyName(_ errors: inout [LessonError]) -> PlacedText? {
    guard let name = argumentWords.first, argumentWords.count == 1 else {
      errors.append(
        LessonError(
          "'\(self.name.text)' of what? name one quantity, as in '\(self.name.text) w'",
          at: self.name.position))
      return nil
    }
    return name
  }
}
