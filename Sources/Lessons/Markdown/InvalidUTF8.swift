/// A file that is no text: the place of the first byte that cannot belong to one.
public struct InvalidUTF8: Error, Hashable {
  public var position: TextPosition

  public init(position: TextPosition) {
    self.position = position
  }
}
