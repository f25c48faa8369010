import Glibc

/// Variables of the environment.
enum Environment {
  /// The value of a variable, unless it is empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
