import Terminal

extension Terminal {
  /// The terminal that the program runs in, as the options of a command line want it.
  ///
  /// - Throws: `Failure` where it will not do.
  static func opened(by arguments: Arguments) throws(Failure) -> Terminal {
    let settings = try Settings()
    let theme = try arguments.value(Option.theme.flag).map { (name) throws(Failure) in
      try Theme(typed: name)
    }
    do {
      return try Terminal(
        Options(
          isASCII: arguments.has("--ascii"), theme: theme ?? settings.theme ?? .auto,
          usesMouse: arguments.has(Option.mouse.flag)),
        note: { Output.error("note: \($0)") })
    } catch {
      throw Failure(error.message, .usage)
    }
  }
}
