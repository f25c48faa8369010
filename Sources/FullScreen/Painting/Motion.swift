public import TextScreen

/// What ran along the wires of a drawing since the picture before, as pictures in between.
///
/// A value that was found and a nudge that was passed on run from the left, a derivative from the right. Whatever else
/// changed is there from the first picture on.
public struct Motion: Hashable, Sendable {
  /// The time that each picture is shown, in milliseconds.
  public static let frameMilliseconds = 60
  /// There are so many pictures at most, which is half a second.
  static let mostFrames = 8
  /// The fewest columns by which a picture goes further than the one before.
  private static let leastStep = 2

  /// A cell of a wire.
  private struct Change: Hashable {
    var point: Point
    /// How it was before.
    var style: Style
    /// How many columns it is from the end where what runs begins.
    var distance: Int
  }

  /// The picture at which it ends.
  public let end: Canvas
  private let changes: [Change]
  /// The distances at which something changes, in order.
  private let distances: [Int]
  private let step: Int
  /// How many of them have been run through.
  private var passed: Int

  /// - Parameters:
  ///   - area: where the drawing is.
  ///   - shift: leads from a cell of it to the cell that showed the same part of the drawing before.
  /// - Returns: `nil` if nothing ran along a wire.
  package init?(from start: Canvas, to end: Canvas, in area: Rect, shift: Point) {
    guard start.size == end.size else { return nil }
    var changes: [Change] = []
    end.forEachRestyledCell(in: area, from: start, shift: shift) { point, before, role in
      guard before.role.isOfWire, let isFromRight = role.runsFromRight else { return }
      let distance = isFromRight ? area.columns.upperBound - point.column : point.column
      changes.append(Change(point: point, style: before, distance: distance))
    }
    guard !changes.isEmpty else { return nil }
    self.end = end
    self.changes = changes
    distances = Set(changes.map(\.distance)).sorted()
    step = max(Motion.leastStep, (distances.count + Motion.mostFrames - 1) / Motion.mostFrames)
    passed = step
  }

  /// The picture as it is now.
  public var canvas: Canvas {
    var canvas = end
    guard passed < distances.count else { return end }
    for change in changes where change.distance >= distances[passed] {
      canvas[change.point].style = change.style
    }
    return canvas
  }

  /// The next picture; `nil` if that is the end.
  public var next: Motion? {
    var next = self
    next.passed += step
    return next.passed < distances.count ? next : nil
  }
}

extension Style.Role {
  fileprivate var isOfWire: Bool {
    self == .wire || self == .forwardWire || self == .derivativeWire
  }

  /// Whether what tints a wire so runs along it from the right; `nil` if nothing runs.
  fileprivate var runsFromRight: Bool? {
    self == .derivativeWire ? true : self == .forwardWire || self == .lit ? false : nil
  }
}
