import Journals
import Testing

@Suite struct SourceTests {
  @Test(arguments: [
    "# T\n\nText.\n", "# T\r\n\r\nText.\r\n", "\u{FEFF}# T\n\nText.\n",
    "\u{FEFF}# T\r\n\r\nText.\r\n",
  ])
  func aCopyWithOtherLineEndsIsTheFile(copy: String) {
    let hashes = Source.hashes(ofCopiesOf: Array("# T\n\nText.\n".utf8))
    #expect(hashes.contains(Source.hash(of: Array(copy.utf8))))
    #expect(Source.hashes(ofCopiesOf: Array(copy.utf8)).isSuperset(of: hashes))
  }

  @Test(arguments: ["# T\n\nText!\n", "# T\n\nText.", "# T\r\nText.\r\n", "# T\r\r\n\nText.\n"])
  func anyOtherByteIsAnotherFile(other: String) {
    let hashes = Source.hashes(ofCopiesOf: Array("# T\n\nText.\n".utf8))
    #expect(!hashes.contains(Source.hash(of: Array(other.utf8))))
  }
}
