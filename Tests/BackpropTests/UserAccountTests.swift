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
}
