import Grading
import Testing

@Suite struct JournalReaderTests {
  private static let record =
    "{\"time\": \"\", \"session\": \"s\", \"learner\": \"l\", \"lesson\": \"x\", \"page\": 1, "
    + "\"event\": \"open\"}"

  /// What is found in a file: the numbers of its lines, with `!` where one is damaged.
  private func lines(_ text: String, isJournal: Bool = false, pieces: Int) -> [String] {
    var reader = JournalReader(isJournal: isJournal)
    var found: [String] = []
    func take(_ line: JournalReader.Line) {
      if case .failure = line.record {
        found.append("\(line.number)!")
      } else {
        found.append("\(line.number)")
      }
    }
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      reader.read(bytes[start..<min(start + pieces, bytes.count)], take)
    }
    reader.finish(take)
    return found
  }

  @Test(arguments: [1, 7, 65536])
  func aJournalAndAHandInHaveTheSameLines(pieces: Int) {
    let record = JournalReaderTests.record
    #expect(lines("\(record)\n\(record)\n", pieces: pieces) == ["1", "2"])
    #expect(lines("\u{FEFF}\(record)\r\n\r\n\(record)", pieces: pieces) == ["1", "3"])
    let handIn = "# Work\n\n{no record}\n\n```jsonl\n\(record)\n\(record)\n```\n\(record)\n"
    #expect(lines(handIn, pieces: pieces) == ["6", "7"])
    #expect(lines("# Notes\n\n```sh\n{}\n```\n", pieces: pieces) == [])
  }

  @Test(arguments: [1, 7, 65536])
  func aDamagedLineIsNamedAndTheNextIsRead(pieces: Int) {
    let record = JournalReaderTests.record
    let torn = record.dropLast(9)
    #expect(
      lines("\(record)\nnonsense\n\(record)\n\(torn)", pieces: pieces) == ["1", "2!", "3", "4!"])
    #expect(lines("nonsense\n\(record)\n", isJournal: true, pieces: pieces) == ["1!", "2"])
    let endless = String(repeating: "x", count: JournalReader.lineLimit + 1)
    #expect(lines("\(record)\n\(endless)\n\(record)\n", pieces: 65536) == ["1", "2!", "3"])
  }
}
