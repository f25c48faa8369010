extension [String] {
  /// The first few, and `…` for the others.
  public func cut(to limit: Int) -> [String] {
    count <= limit ? self : prefix(limit) + ["…"]
  }
}
