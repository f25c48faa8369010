extension String {
  /// The text with an end that a voice can hear.
  var ended: String {
    guard let last, !".?!:;…".contains(last) else { return self }
    return self + "."
  }

  /// The text with a capital at its beginning.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
