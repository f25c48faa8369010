extension String {
  var leadingBlanks: Int { count - drop(while: \.isWhitespace).count }
}
