import Autodiff
import Drawings
import FullScreen
import LessonSolving
import Lessons
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// Every graph of the course is seen as a whole.
@Suite struct WholeGraphsTests {
  private static let sizes = [Size(80, 24), Size(120, 40), Size(160, 50)]

  /// The pages of a lesson that show their graph, with nothing filled in there.
  private static func pages(of lesson: String) throws -> [Session] {
    var solver = try LessonSolver(lesson)
    var pages: [Session] = []
    var hasMore = true
    while hasMore {
      let session = solver.session
      let shows = session.page.blocks.contains(.graph) || !session.asked.isEmpty
      if session.worksheet != nil, shows { pages.append(session) }
      hasMore = solver.solvePage()
    }
    return pages
  }

  /// A page from nothing to all of its entries filled in.
  private static func states(of session: Session, at size: Size) -> [Screen] {
    var screen = shown(session, at: size)
    guard let worksheet = screen.worksheet else { return [] }
    return [screen]
      + screen.asked.map { entry in
        screen.act(.fill(entry: entry, "\(worksheet.key.answer(to: entry))"))
        return screen
      }
  }

  /// `in frames, 2 bands`.
  private static func words(_ picture: GraphPicture) -> String {
    let density = picture.density
    let form =
      switch density.form {
      case .beside: density.hasEntries ? "roomy" : "boxes"
      case .framed: density.hasEntries ? "framed" : "boxes"
      case .marks where density.hasEntries:
        density.showsFormulas ? "formulas, marks" : "names, marks"
      case .marks: density.showsFormulas ? "boxes" : "names"
      }
    let isUnnamed = density.hasEntries && density.form != .marks && !density.namesDerivatives
    let bands = (picture.bands.max() ?? 0) + 1
    return form + (isUnnamed ? ", unnamed" : "") + (bands > 1 ? ", \(bands) bands" : "")
  }

  @Test(arguments: LessonSolver.lessonNames)
  func isWholeFromTheFirstEntryToTheLast(lesson: String) throws {
    for page in try Self.pages(of: lesson) {
      for size in Self.sizes {
        for screen in Self.states(of: page, at: size) {
          let picture = try #require(screen.picture)
          let place = "\(lesson), page \(page.pageNumber), \(size), \(screen.score)"
          #expect(picture.isWhole(in: screen.graphRoom), "\(place)")
          let isNetwork = picture.list.graph.nodes.count > 15
          // Of an array the place has its shape, which the panel tells as well.
          let isShaped = picture.list.graph.hasArrays
          #expect(
            picture.density.form != .marks || isShaped || isNetwork && size.width == 80,
            "\(place): numbers have room")
        }
      }
    }
  }

  @Test func theFormOfEachGraphIsTheSame() throws {
    var lines: [String] = []
    for lesson in LessonSolver.lessonNames {
      for page in try Self.pages(of: lesson) {
        let forms = Self.sizes.map { shown(page, at: $0).picture.map(Self.words) ?? "" }
        lines.append("\(lesson) \(page.pageNumber): \(forms.joined(separator: " | "))")
      }
    }
    try expect(lines.joined(separator: "\n") + "\n", matches: "course-graphs")
  }

  static let pages: [(lesson: String, page: Int, width: Int, height: Int)] = [
    ("two-nodes", 7, 80, 24), ("why-right-to-left", 2, 80, 24), ("why-right-to-left", 5, 80, 24),
    ("two-layer-relu", 1, 80, 24), ("paths", 2, 80, 24), ("gates", 5, 80, 24),
    ("gates", 6, 80, 24), ("sigmoid-neuron", 4, 80, 24), ("sigmoid-neuron", 5, 80, 24),
    ("sigmoid-neuron", 7, 80, 24), ("gradient-descent", 1, 80, 24), ("your-turn", 1, 80, 24),
    ("your-turn", 2, 80, 24), ("your-turn", 5, 80, 24), ("one-unit", 6, 120, 40),
    ("two-layer-relu", 3, 120, 40), ("gates", 5, 120, 40), ("sigmoid-neuron", 3, 120, 40),
    ("your-turn", 5, 120, 40), ("your-turn", 5, 160, 50), ("why-right-to-left", 5, 160, 50),
  ]

  /// With half of the page's entries filled in.
  @Test(arguments: pages)
  func looksLikeThis(page: (lesson: String, page: Int, width: Int, height: Int)) throws {
    let session = try #require(
      Self.pages(of: page.lesson).first { $0.pageNumber == page.page })
    let states = Self.states(of: session, at: Size(page.width, page.height))
    try expect(
      states[states.count / 2],
      matches: "whole-\(page.lesson)-\(page.page)-\(page.width)x\(page.height)")
  }

  @Test(arguments: [(80, 24), (160, 50)])
  func aNetworkOfTwoLayersIsWhole(width: Int, height: Int) throws {
    var screen = try exploring("network 2-2-2 sigmoid", at: Size(width, height))
    let worksheet = try #require(screen.worksheet)
    for entry in screen.asked.prefix(30) {
      screen.act(.fill(entry: entry, "\(worksheet.key.answer(to: entry))"))
    }
    let picture = try #require(screen.picture)
    #expect(picture.isWhole(in: screen.graphRoom))
    #expect((picture.density.form == .marks) == (width == 80))
    try expect(screen, matches: "whole-network-2-2-2-\(width)x\(height)")
  }
}
