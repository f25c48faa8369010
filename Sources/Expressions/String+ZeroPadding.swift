extension String {
  /// The digits of a number with zeros before them, so many in all or as many as there are.
  package func zeroPadded(to count: Int) -> String {
    String(repeating: "0", count: max(0, count - self.count)) + self
  }
}
