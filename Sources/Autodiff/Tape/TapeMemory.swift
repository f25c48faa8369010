/// Numbers by their addresses: places of a tape, and parameters or their derivatives.
struct TapeMemory {
  let places: UnsafeMutablePointer<Double>
  let parameters: UnsafeMutablePointer<Double>

  init(places: UnsafeMutablePointer<Double>, parameters: UnsafeMutablePointer<Double>) {
    self.places = places
    self.parameters = parameters
  }

  /// Memory whose parameters are only read; without any parameter they are nowhere.
  init(places: UnsafeMutablePointer<Double>, parameters: UnsafePointer<Double>?) {
    self.places = places
    self.parameters = parameters.map { UnsafeMutablePointer(mutating: $0) } ?? places
  }

  @inline(__always)
  subscript(address: Tape.Address) -> UnsafeMutablePointer<Double> {
    (address.isParameter ? parameters : places) + address.index
  }
}
