import Glibc
import Lessons
import Terminal

/// The time zones that the machine knows by name: the files of the tz database.
enum TimeZones {
  /// The clock of a zone; the process keeps the time of the zone that was asked for last.
  ///
  /// - Parameter name: as in `Europe/Berlin`; no path leads out of the database.
  static func clock(_ name: String) throws(Deadline.Failure) -> ZoneClock {
    let folder = Environment.value("TZDIR") ?? "/usr/share/zoneinfo"
    guard FileSystem.isFolder(folder) else { throw .noZones(name) }
    guard name.wholeMatch(of: /[A-Za-z0-9_+\-]+(\/[A-Za-z0-9_+\-]+)*/) != nil,
      let file = try? FileSystem.read("\(folder)/\(name)"), file.starts(with: "TZif".utf8)
    else { throw .unknownZone(name) }
    // The C library reads the same file, and takes the rest of its rules beyond the last change that is written out.
    setenv("TZ", ":\(name)", 1)
    tzset()
    return ZoneClock { second in
      var (time, clock) = (time_t(second), tm())
      localtime_r(&time, &clock)
      return clock.tm_gmtoff
    }
  }
}
