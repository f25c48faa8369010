import Foundation
import InputLaws
import Testing

/// The inputs that were worth keeping of all that the fuzzer tried.
@Suite struct CorporaTests {
  @Test(arguments: FuzzedInput.allCases)
  func everyKeptInputObeysTheLaws(input: FuzzedInput) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Corpora/\(input.rawValue)").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    try #require(!names.isEmpty)
    for name in names.sorted() {
      let bytes = try Data(contentsOf: folder.appending(path: name))
      #expect(input.brokenLaws(of: Array(bytes)) == [], "\(name)")
    }
  }
}
