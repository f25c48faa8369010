/// Where a screen is not the stored one, in lines that a person can follow.
struct PictureDifference {
  let summary: String
  /// Of each of the first places that differ, what was stored and what is there.
  let lines: [String]

  private static let limit = 4

  /// - Parameter height: the rows of the screen that is there.
  init(stored: String, now: String, height: Int) {
    let (old, new) = (PictureDifference.lines(of: stored), PictureDifference.lines(of: now))
    let different = (0..<max(old.count, new.count)).filter { index in
      (index < old.count ? old[index] : nil) != (index < new.count ? new[index] : nil)
    }
    func place(_ index: Int) -> String {
      if index < height { return "row \(index + 1)" }
      if index == height + 1 { return "cursor" }
      return "styles of row \(index - height - 2)"
    }
    let places = different.count == 1 ? "1 line differs" : "\(different.count) lines differ"
    summary = different.isEmpty ? "only line ends differ" : places
    lines =
      different.prefix(PictureDifference.limit).flatMap { index in
        let place = place(index)
        return [(old, "stored"), (new, "now")].map { lines, word in
          "\(place), \(word): \(index < lines.count ? lines[index] : "nothing")"
        }
      } + (different.count > PictureDifference.limit ? ["…"] : [])
  }

  private static func lines(of picture: String) -> [Substring] {
    picture.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }
}
