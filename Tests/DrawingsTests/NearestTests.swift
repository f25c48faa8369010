import Autodiff
import Drawings
import FullScreen
import GraphLayout
import RandomNumbers
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

@Suite struct NearestTests {
  private func session(seed: Int) throws -> Screen {
    var numbers = SplitMix64(seed: UInt64(seed))
    let inputs = 2 + 3 * seed
    var texts = (0..<inputs).map { "n\($0) = 1" }
    for node in inputs..<inputs + 12 * seed {
      let operands = [0, 0].map { _ in "n\(numbers.next(below: node))" }
      texts.append("n\(node) = sin(\(operands[0]) + \(operands[1]))")
    }
    texts.append("J = n\(inputs + 12 * seed - 1)")
    return try exploring(texts)
  }

  private static let directions: [Direction] = [.left, .right, .up, .down]

  @Test(arguments: 1...4)
  func theNearestEntryIsNearestOfAll(seed: Int) throws {
    let screen = try session(seed: seed)
    let picture = try #require(screen.picture)
    for entry in screen.asked where entry % 3 == seed % 3 {
      for direction in Self.directions {
        let found = picture.neighbour(of: entry, direction, among: screen.session.progress.asks)
        guard let here = picture.anchors[entry]?.origin else {
          #expect(found == nil)
          continue
        }
        let all = screen.asked.compactMap { other -> (Int, Int)? in
          guard other != entry, let there = picture.anchors[other]?.origin else { return nil }
          let (across, down) = (there.column - here.column, there.row - here.row)
          switch direction {
          case .left: return across < 0 ? (20 * abs(down) - across, other) : nil
          case .right: return across > 0 ? (20 * abs(down) + across, other) : nil
          case .up: return down < 0 ? (abs(across) - 4 * down, other) : nil
          case .down: return down > 0 ? (abs(across) + 4 * down, other) : nil
          }
        }
        #expect(found == all.min { $0 < $1 }?.1)
      }
    }
  }

  @Test(arguments: 1...4)
  func theNextBoxAboveOrBelowIsNearestOfAll(seed: Int) throws {
    let picture = try #require(try session(seed: seed).picture)
    for vertex in picture.plans.indices {
      let here = picture.layout.rect(of: vertex)
      for direction in [Direction.up, .down] {
        let all = picture.plans.indices.compactMap { other -> (Int, Int)? in
          let there = picture.layout.rect(of: other)
          let down = there.origin.row - here.origin.row
          guard other != vertex, there.columns.overlaps(here.columns),
            direction == .up ? down < 0 : down > 0
          else { return nil }
          return (8 * abs(down) + abs(there.origin.column - here.origin.column), other)
        }
        #expect(picture.vertex(nextTo: vertex, direction) == all.min { $0 < $1 }?.1)
      }
      for shift in [-40, -3, 9, 70] {
        let point = here.origin + Point(column: shift, row: 2 * shift)
        func distance(_ other: Int) -> Int {
          let place = picture.layout.places[other]
          return abs(place.row - point.row) + 3 * abs(place.column - point.column)
        }
        let nearest = picture.plans.indices.min { distance($0) < distance($1) }
        #expect(picture.vertex(nearestTo: point) == nearest)
      }
    }
  }

  @Test(arguments: 1...4)
  func theEndsOfWiresAreThoseOfTheEdges(seed: Int) throws {
    let picture = try #require(try session(seed: seed).picture)
    let edges = picture.layout.graph.edges
    for vertex in picture.plans.indices {
      #expect(
        picture.ends(ofWiresAt: vertex, .left)
          == edges.filter { $0.target == vertex }.map(\.source))
      #expect(
        picture.ends(ofWiresAt: vertex, .right)
          == edges.filter { $0.source == vertex }.map(\.target))
    }
  }

  /// The counts of the title and the entry that comes next, whatever was filled in.
  @Test(arguments: 1...4)
  func progressAndPlacesAreThoseOfALookAtAll(seed: Int) throws {
    var screen = try session(seed: seed)
    var numbers = SplitMix64(seed: UInt64(seed))
    for round in 0..<40 {
      let entry = screen.asked[numbers.next(below: screen.asked.count)]
      let sheet = try #require(screen.worksheet)
      let typed = round.isMultiple(of: 3) ? "12345" : sheet.key.answer(to: entry)
      screen.act(.fill(entry: entry, typed))
      let states = try #require(screen.worksheet).states
      for part in Entry.Part.allCases {
        let own = screen.asked.filter { sheet.entries[$0].part == part }
        let progress = screen.session.progress.count(of: part)
        #expect(progress == (own.count { states[$0].isAccepted }, own.count))
      }
      for (place, assignment) in screen.assignments.enumerated() {
        #expect(screen.session.progress.place(of: assignment) == place)
      }
      let open = screen.asked.filter { states[$0].isOpen }
      #expect(
        screen.session.progress.nextOpen(after: .entry(entry))?.entry == open.first { $0 > entry }
          ?? open.first)
    }
  }
}
