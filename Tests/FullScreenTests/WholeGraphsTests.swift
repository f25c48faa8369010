import Drawings
import Foundation
import FullScreen
import LessonSolving
import Lessons
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// Every graph of the course on screens of several sizes.
@Suite struct WholeGraphsTests {
  @Test func debugSteps() throws {
    var solver = try LessonSolver("two-layer-relu")
    while solver.session.page.title != "From right to left", solver.solvePage() {}
    let worksheet = try #require(solver.session.worksheet)
    for stacking in 0...2 {
      for bands in 1...2 {
        let picture = GraphPicture(
          worksheet.key.list, values: worksheet.key.shownValue, columns: 1,
          PictureStep(density: .dense([.tall, .mixed, .wide][stacking]), bands: bands),
          fitting: Size(80, 11), isASCII: false, Folding(worksheet.key.graph))
        print(stacking, bands, picture.stepName)
        var canvas = Canvas(size: Size(160, 14))
        GraphPainter(picture: picture, marks: GraphMarks(givenBy: worksheet.key)).paint(on: &canvas, in: canvas.bounds)
        print(canvas.text.joined(separator: "\n"))
      }
    }
  }

  @Test func survey() throws {
    var out = ""
    for name in LessonSolver.lessonNames {
      var solver = try LessonSolver(name)
      while true {
        let before = solver.session
        guard before.worksheet != nil else { if !solver.solvePage() { break }; continue }
        let more = solver.solvePage()
        if before.page.blocks.contains(.graph) || !before.asked.isEmpty {
          var line = "\(name) p\(before.pageNumber) asked \(before.asked.count):"
          for size in [Size(80, 24), Size(120, 40), Size(160, 50)] {
            let screen = shown(before, at: size)
            guard let picture = screen.picture else { continue }
            line += "  \(size.width): \(picture.stepName)"
            if !picture.isWhole(in: screen.graphRoom) { line += " NOT WHOLE" }
            if size.width == 80 {
              out += "\n" + screen.canvas().text.prefix(24).joined(separator: "\n") + "\n"
              var full = screen
              let asked = screen.asked
              if let worksheet = screen.worksheet, !asked.isEmpty {
                for entry in asked.prefix(asked.count - 1) {
                  full.act(.fill(entry: entry, "\(worksheet.key.value(of: entry))"))
                }
                out += full.canvas().text.prefix(24).joined(separator: "\n") + "\n"
              }
            }
          }
          out += line + "\n"
        }
        if !more { break }
      }
    }
    try out.write(toFile: "/tmp/drawing-survey.txt", atomically: true, encoding: .utf8)
  }
}
