#if canImport(CVTerm)
  import CVTerm
  import Foundation
  import Testing

  extension ChildProcess {
    /// A field of what the kernel tells of the process.
    func status(_ field: String) throws -> String {
      let text = try String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("\(field):") })
      return line.dropFirst(field.count + 1).trimmingCharacters(in: .whitespaces)
    }

    /// Whether the process waits for something.
    var isAsleep: Bool {
      get throws { try status("State").hasPrefix("S") }
    }

    /// Lets no file of the process grow beyond a size, as on a full disk; nil lifts that.
    func limitFiles(to bytes: Int?) {
      #expect(cv_limit_files(identifier, Int64(bytes ?? -1)) == 0)
    }
  }
#endif
