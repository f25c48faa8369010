import Grading
import Testing

@Suite struct RosterTests {
  @Test(arguments: [
    "name,username,email\nAda Lovelace,al1,ada@example.org\nBob,b,bob@example.org\n",
    "\u{FEFF}Name;Username;E-mail\r\n\"Ada Lovelace\";al1;ada@example.org\r\n\r\nBob;b;bob@example.org\r\n",
    "First name\tSurname\tUsername\tEmail address\nAda\tLovelace\tal1\tada@example.org\nBob\t\tb\tbob@example.org",
    "Student,ID,SIS Login ID,Section,made (12),email\n    Points Possible,,,,10,\n"
      + "\"Lovelace, Ada\",7,al1,1,,ada@example.org\nBob,8,b,1,,bob@example.org\n",
  ])
  func aLearnerIsFoundByAllThatTheyAreCalled(text: String) throws {
    let roster = try Roster(text)
    #expect(roster.students.count == 2)
    for name in [
      "Ada Lovelace", "ada  lovelace", "al1", "AL1", "Lovelace, Ada", "ada@example.org", "ada",
    ] {
      #expect(roster.place(of: name) == 0, "\(name)")
    }
    for name in ["Bob", "b", "bob@example.org"] { #expect(roster.place(of: name) == 1, "\(name)") }
    for name in ["Lovelace", "Eve", "", "al"] { #expect(roster.place(of: name) == nil, "\(name)") }
  }

  @Test func aNameOfTwoIsNobodys() throws {
    let roster = try Roster("name,username\nAda,a\nada,b\n")
    #expect(["Ada", "a", "b"].map { roster.place(of: $0) } == [nil, 0, 1])
  }

  @Test(
    arguments: [("", .noColumn), ("a,b\n1,2\n", .noColumn), ("name\n\n", .noStudent)]
      as [(String, Roster.Failure)])
  func whatIsNoRosterSaysWhy(text: String, failure: Roster.Failure) {
    #expect(throws: failure) { try Roster(text) }
  }
}
