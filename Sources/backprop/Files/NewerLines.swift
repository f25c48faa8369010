/// The words for lines of a journal that a newer version of the program wrote.
enum NewerLines {
  /// What becomes of them, without a full stop.
  static func kept(_ count: Int) -> String {
    count == 1
      ? "1 line of a newer version is kept and skipped"
      : "\(count) lines of a newer version are kept and skipped"
  }
}
