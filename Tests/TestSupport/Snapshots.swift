import Foundation
package import FullScreen
package import Testing
import TextScreen

/// Compares a screen with a stored one, characters and then styles.
///
/// With `RECORD_SNAPSHOTS=1` the stored screen is rewritten, and the test fails, so that the change is read.
package func expect(
  _ screen: Screen, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expect(screen.canvas().picture, matches: name, sourceLocation: sourceLocation)
}

/// Compares a text with a stored one.
package func expect(
  _ picture: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Snapshots/\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try picture.write(to: file, atomically: true, encoding: .utf8)
    Issue.record(
      "rewritten: \(name); read the change before you keep it", sourceLocation: sourceLocation)
    return
  }
  let stored = try String(contentsOf: file, encoding: .utf8)
  #expect(picture == stored, "\(name)", sourceLocation: sourceLocation)
}
