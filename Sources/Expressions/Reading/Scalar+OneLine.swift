extension Unicode.Scalar {
  /// The sign; `�` for one that would end a line or that a terminal could take for a command.
  var onOneLine: Unicode.Scalar {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: "�"
    default: self
    }
  }
}
