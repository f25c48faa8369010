import CNcurses

/// What a process is started with, and how it is made ready for what it may lack.
package enum ProcessStart {
  /// The words after the program's name, which are there without `/proc` as well.
  package static var arguments: [String] {
    (0..<max(0, cn_argument_count())).dropFirst().map { String(cString: cn_argument($0)) }
  }

  /// Lets a process that is starved of memory or stack say so in a sentence, and one that may write no more hear of
  /// it from the write, as on a full disk.
  ///
  /// To be called once at the start; the Swift runtime may have set handlers of its own before.
  package static func prepare() {
    cn_watch_for_shortages()
    cn_outlive_file_limit()
  }
}
