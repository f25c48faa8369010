import Glibc
import Terminal
import Testing

@Suite struct OpenFileTests {
  @Test func allBytesAreWritten() throws {
    let folder = try TemporaryFolder()
    let number = open("\(folder.path)/written", O_RDWR | O_CREAT, 0o600)
    try #require(number >= 0)
    defer { close(number) }
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(OpenFile(number: number).write(bytes) == nil)
    var read = [UInt8](repeating: 0, count: bytes.count + 1)
    let count = pread(number, &read, read.count, 0)
    #expect(count == bytes.count)
    #expect(read.dropLast() == bytes[...])
  }

  @Test func aFullDeviceIsTold() throws {
    let number = open("/dev/full", O_WRONLY)
    try #require(number >= 0)
    defer { close(number) }
    #expect(OpenFile(number: number).write([1]) == ENOSPC)
    #expect(OpenFile(number: number).write([]) == nil)
  }

  @Test func whatIsNotOpenCannotBeWritten() {
    #expect(OpenFile(number: -1).write([1]) == EBADF)
  }
}
