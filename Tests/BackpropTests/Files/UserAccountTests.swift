import Foundation
import Testing

@testable import backprop

@Suite struct UserAccountTests {
  private let accounts = """
    root:x:0:0:root:/root:/bin/bash

    broken
    ada:x:1042:1042:Ada Lovelace,,,:/home/ada:/bin/zsh
    again:x:1042:1042::/nowhere:/bin/sh
    """

  @Test func anAccountIsFoundByItsNumber() {
    #expect(
      UserAccount.fields(ofUser: 1042, in: accounts) == [
        "ada", "x", "1042", "1042", "Ada Lovelace,,,", "/home/ada", "/bin/zsh",
      ])
  }

  @Test func aNumberWithoutAnAccountHasNone() {
    #expect(UserAccount.fields(ofUser: 42, in: accounts) == nil)
    #expect(UserAccount.fields(ofUser: 42, in: "") == nil)
  }

  /// Else a lesson for marks would get other numbers from another login.
  @Test func theAccountsNameComesBeforeThatOfTheLogin() throws {
    let folder = try TemporaryFolder()
    func learner(_ login: String) throws -> String {
      let state = "\(folder.path)/\(login)"
      let run = try ProgramRun(
        ["explore", "--plain", "J = w^2", "w=3"], input: "9\n",
        environment: ["LOGNAME": login, "USER": login, "XDG_STATE_HOME": state])
      #expect(run.errors == "")
      let journal = try String(
        contentsOfFile: "\(state)/backprop/journal.jsonl", encoding: .utf8)
      let mark = try #require(journal.range(of: "\"learner\": \""))
      return String(journal[mark.upperBound...].prefix { $0 != "\"" })
    }
    let accounts = try String(contentsOfFile: "/etc/passwd", encoding: .utf8)
    let names = try ["ada", "ben"].map { try learner($0) }
    if let account = UserAccount.fields(ofUser: getuid(), in: accounts)?.first {
      #expect(names == [account, account])
    } else {
      #expect(names == ["ada", "ben"])
    }
  }
}
