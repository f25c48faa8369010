import Journals
import Testing

@Suite struct LearnerKeyTests {
  @Test(arguments: [
    ("Ada", "ada"), (" Ada  Lovelace", "ada lovelace "), ("JOSÉ", "jose\u{301}"),
    ("Ada\tLovelace", "Ada Lovelace"), ("É", "é"),
  ])
  func capitalsBlanksAndCompositionTellNobodyApart(one: String, other: String) {
    #expect(LearnerKey(one) == LearnerKey(other))
  }

  @Test(arguments: [("Ada", "Adam"), ("José", "Jose"), ("Ada Lovelace", "AdaLovelace"), ("a", "")])
  func lettersDo(one: String, other: String) {
    #expect(LearnerKey(one) != LearnerKey(other))
  }
}
