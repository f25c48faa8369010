import Glibc
import Terminal

/// Whoever runs the program.
///
/// The local accounts are read here, since the C library of a program that is linked statically could not ask for
/// them; who is in none of them is told by the environment of the login.
enum UserAccount {
  /// The name, on which the numbers of a lesson for marks depend; empty where nothing tells it.
  static let name =
    local?.first ?? Environment.value("LOGNAME") ?? Environment.value("USER") ?? ""

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
