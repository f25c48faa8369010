import InputLaws

/// The input that this run is about: the word after the program's name, written `--lessons`.
///
/// libFuzzer itself passes over what starts with two dashes.
private let input: FuzzedInput = {
  let words = CommandLine.arguments.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2)) }
  guard let input = words.compactMap(FuzzedInput.init).first else {
    fatalError("which input? give one of \(FuzzedInput.allCases.map { "--\($0.rawValue)" })")
  }
  return input
}()

/// What libFuzzer calls with one input after another; its main function comes with it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let broken = input.brokenLaws(of: Array(UnsafeBufferPointer(start: start, count: count)))
  guard broken.isEmpty else { fatalError(broken.joined(separator: "\n")) }
  return 0
}
