extension Spelling {
  /// What to say to somebody who typed an unknown word: the nearest that is known, else all of them.
  public static func advice(for word: String, among known: [String]) -> String {
    nearest(to: word, among: known).map { "did you mean '\($0)'?" }
      ?? "there \(known.count == 1 ? "is" : "are") \(known.joined(separator: ", "))"
  }
}
