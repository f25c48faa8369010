/// Finds where the inline code of a block stands in the file.
///
/// cmark's own columns count from where a line's text begins, not where the line does, and its
/// lines ignore those of link definitions. So each span that cmark reports is looked for between
/// backticks in the block's lines, in order, from the end of the one before.
///
/// - Complexity: O(n) in the bytes of the block for all its spans, unless backticks in addresses or
///   HTML mislead it.
struct MarkdownCodeSpans {
  private struct Ticks {
    var start: Int
    var end: Int
    var count: Int { end - start }
  }

  private let source: MarkdownSource
  private let block: Range<Int>
  private var ticks: [Ticks] = []
  /// The indices of the runs of each length, the last first.
  private var byLength: [Int: [Int]] = [:]
  private var next = 0
  /// Where what has not been searched yet begins.
  private var rest: Int

  init(_ source: MarkdownSource, lines: ClosedRange<Int>) {
    self.source = source
    block = source.bytes(ofLines: lines)
    rest = block.lowerBound
    var offset = block.lowerBound
    while offset < block.upperBound {
      let start = offset
      while offset < block.upperBound, source.bytes[offset] == UInt8(ascii: "`") { offset += 1 }
      if offset > start { ticks.append(Ticks(start: start, end: offset)) }
      offset += 1
    }
    for index in ticks.indices.reversed() {
      byLength[ticks[index].count, default: []].append(index)
    }
  }

  /// Returns where the first character of the next span stands that reads as a code.
  ///
  /// For one that cannot be found, and all after it in the block, it is where the rest of the block
  /// begins.
  mutating func offset(of code: String) -> Int {
    let code = Array(code.utf8)
    while next < ticks.count {
      let opening = unescaped(ticks[next])
      next += 1
      guard let closing = firstTicks(from: next, count: opening.count),
        let start = start(of: code, in: opening.end..<ticks[closing].start)
      else { continue }
      next = closing + 1
      rest = ticks[closing].end
      return start
    }
    return rest
  }

  /// The run without its first backtick if a backslash escapes that.
  private func unescaped(_ run: Ticks) -> Ticks {
    var backslashes = 0
    while run.start - backslashes > block.lowerBound,
      source.bytes[run.start - backslashes - 1] == UInt8(ascii: "\\")
    {
      backslashes += 1
    }
    return backslashes.isMultiple(of: 2) ? run : Ticks(start: run.start + 1, end: run.end)
  }

  private mutating func firstTicks(from index: Int, count: Int) -> Int? {
    while let first = byLength[count]?.last {
      if first >= index { return first }
      byLength[count]?.removeLast()
    }
    return nil
  }

  /// Where the code starts if it is all there is between two backticks, but for one blank on either
  /// side.
  private func start(of code: [UInt8], in range: Range<Int>) -> Int? {
    if end(of: code, from: range.lowerBound) == range.upperBound { return range.lowerBound }
    let blank = [UInt8(ascii: " ")]
    guard let start = end(of: blank, from: range.lowerBound),
      let end = end(of: code, from: start),
      self.end(of: blank, from: end) == range.upperBound
    else { return nil }
    return start
  }

  /// Where the code ends that starts at an offset.
  ///
  /// A line end, with the marks of quotes and the indent after it, reads as a blank; in a table
  /// `\|` reads as `|`.
  private func end(of code: [UInt8], from start: Int) -> Int? {
    var offset = start
    for byte in code {
      guard offset < block.upperBound else { return nil }
      if byte == UInt8(ascii: " "), source.bytes[offset].isLineEnd {
        while offset < block.upperBound, source.bytes[offset].isBetweenLines { offset += 1 }
        continue
      }
      if byte == UInt8(ascii: "|"), source.bytes[offset] == UInt8(ascii: "\\") { offset += 1 }
      guard offset < block.upperBound, source.bytes[offset] == byte else { return nil }
      offset += 1
    }
    return offset
  }
}

extension UInt8 {
  fileprivate var isBetweenLines: Bool {
    isLineEnd || isBlank || self == UInt8(ascii: ">")
  }
}
