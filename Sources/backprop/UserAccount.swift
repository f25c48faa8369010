import Glibc

/// Whoever runs the program.
///
/// The environment tells name and home at every login; where it does not, the local accounts do. They are read
/// here, since the C library of a program that is linked statically could not ask for them.
enum UserAccount {
  /// The name; empty where nothing tells it.
  static var name: String {
    Environment.value("LOGNAME") ?? Environment.value("USER") ?? local?.first ?? ""
  }

  static var home: String? {
    Environment.value("HOME") ?? local.flatMap { $0.count > 5 ? $0[5] : nil }
  }

  /// The fields of the account in the local list: name, password, numbers of user and group, remark, home, shell.
  private static var local: [String]? {
    guard let bytes = try? FileSystem.read("/etc/passwd") else { return nil }
    return fields(ofUser: getuid(), in: String(decoding: bytes, as: UTF8.self))
  }

  static func fields(ofUser number: uid_t, in accounts: String) -> [String]? {
    accounts.split(separator: "\n").lazy
      .map { $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init) }
      .first { $0.count > 2 && $0[2] == String(number) }
  }
}
