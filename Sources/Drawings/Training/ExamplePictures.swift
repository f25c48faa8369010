package import TextScreen

/// Pictures of examples, two rows of pixels in a row of characters, with what a graph takes each for.
package struct ExamplePictures {
  package struct Item: Hashable {
    /// Between 0 and 1, row by row.
    package var pixels: [Double]
    package var guess: String
    package var truth: String

    package init(pixels: [Double], guess: String, truth: String) {
      self.pixels = pixels
      self.guess = guess
      self.truth = truth
    }
  }

  /// How many pixels a row has.
  package var pixelWidth: Int

  package init(pixelWidth: Int) { self.pixelWidth = pixelWidth }

  /// A pixel above this is drawn.
  private static let border = 0.4
  private static let gap = 2

  /// How many pictures have room.
  package func count(in size: Size, pixelHeight: Int) -> Int {
    let perRow = max(0, (size.width + Self.gap) / (pixelWidth + Self.gap))
    return perRow * (size.height / (rows(pixelHeight) + 2))
  }

  private func rows(_ pixelHeight: Int) -> Int { (pixelHeight + 1) / 2 }

  /// The pictures from left to right and from above, each with a line that says what it is taken for.
  package func lines(_ items: [Item], width: Int, isASCII: Bool) -> [StyledText] {
    let perRow = max(1, (width + Self.gap) / (pixelWidth + Self.gap))
    var lines: [StyledText] = []
    for start in stride(from: 0, to: items.count, by: perRow) {
      let part = items[start..<min(start + perRow, items.count)]
      let pictures = part.map { picture($0, isASCII: isASCII) }
      for row in 0..<(pictures.map(\.count).max() ?? 0) {
        var line = StyledText()
        for (index, picture) in pictures.enumerated() {
          if index > 0 { line.append(String(repeating: " ", count: Self.gap)) }
          let text = row < picture.count ? picture[row] : StyledText()
          line.append(text)
          line.append(String(repeating: " ", count: max(0, pixelWidth - text.columns)))
        }
        lines.append(line.withoutTrailingBlanks)
      }
      lines.append(StyledText())
    }
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }

  private func picture(_ item: Item, isASCII: Bool) -> [StyledText] {
    let height = item.pixels.count / max(1, pixelWidth)
    let signs: [Character] = isASCII ? [" ", "\"", "_", "#"] : [" ", "▀", "▄", "█"]
    let isRight = item.guess == item.truth
    var lines = (0..<rows(height)).map { row in
      let text = (0..<pixelWidth).map { column -> Character in
        func isDrawn(_ row: Int) -> Bool {
          row < height && item.pixels[row * pixelWidth + column] > Self.border
        }
        return signs[(isDrawn(2 * row) ? 1 : 0) + (isDrawn(2 * row + 1) ? 2 : 0)]
      }
      return StyledText(String(text), Style(isRight ? .plain : .wrong))
    }
    lines.append(
      isRight
        ? StyledText("\(item.guess) ✓", Style(.success))
        : StyledText("\(item.guess), is \(item.truth)", Style(.wrong)))
    return lines
  }
}
