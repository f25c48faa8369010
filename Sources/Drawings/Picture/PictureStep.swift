/// One way to draw a graph: how densely, and in how many bands below each other.
struct PictureStep: Hashable, Sendable {
  var density: GraphDensity
  /// The rows of boxes that the layers are broken into.
  var bands: Int

  init(density: GraphDensity, bands: Int = 1) {
    self.density = density
    self.bands = bands
  }

  /// The ways to draw the entries, the roomiest first: beside the boxes, within their frames, as marks alone.
  static let withEntries: [PictureStep] =
    inOneBand(isBare: false)
    + [
      PictureStep(density: .narrow, bands: 2), PictureStep(density: .framed),
      PictureStep(density: .framed, bands: 2), PictureStep(density: .narrow, bands: 3),
      PictureStep(density: .framed, bands: 3),
    ]
    + steps([.dense(.tall), .dense(.mixed), .dense(.wide)])
    + steps([.marks(formulas: true, data: true), .marks(formulas: true, data: false)])
    + steps([.marks(formulas: false, data: true), .marks(formulas: false, data: false)])
    + steps([.marksAlone])

  /// The ways to draw boxes and wires alone.
  static let bare: [PictureStep] =
    inOneBand(isBare: true) + steps([.bareCompact, .bareDense]).filter { $0.bands < 3 }
    + steps([.bareBoxes(formulas: true), .bareBoxes(formulas: true, data: false)])
    + steps([.bareBoxes(formulas: false)])

  /// The ways to draw a graph with arrays: its inputs have shapes to show, so that they keep their places longest.
  static let shaped: [PictureStep] =
    inOneBand(isBare: true) + steps([.bareCompact, .bareDense])
    + bare.filter { $0.density.form == .marks }

  static func inOneBand(isBare: Bool) -> [PictureStep] {
    let densities: [GraphDensity] =
      isBare ? [.bare, .bareCompact] : [.roomy, .regular, .narrow, .compact]
    return densities.map { PictureStep(density: $0) }
  }

  /// Each of some densities in one band, then in two and in three.
  private static func steps(_ densities: [GraphDensity]) -> [PictureStep] {
    (1...3).flatMap { bands in densities.map { PictureStep(density: $0, bands: bands) } }
  }
}

extension GraphDensity {
  /// What fits nowhere is drawn so, and moved in its view; it keeps the names of its derivatives.
  static func panned(isBare: Bool) -> GraphDensity { isBare ? .bareCompact : .narrow }
}
