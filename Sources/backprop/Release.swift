/// Which backprop this is.
enum Release {
  static let version = "1.0.0"
  /// The day of the version, for the manual page.
  static let date = "2026-11-24"
}
