import Terminal

extension Terminal {
  /// The terminal that the program runs in, as the options of a command line want it.
  ///
  /// - Throws: `Failure` where it will not do.
  static func opened(by arguments: Arguments) throws(Failure) -> Terminal {
    do {
      return try Terminal(
        Options(isASCII: arguments.has("--ascii")), note: { Output.error("note: \($0)") })
    } catch {
      throw Failure(error.message, .usage)
    }
  }
}
