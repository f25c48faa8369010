import Autodiff
import FullScreen
import LessonSolving
import Lessons
import PlainMode
import RandomNumbers
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// No number on a screen tells what is open.
///
/// The graph's numbers are of four digits and none is another's, so that each tells whose it is.
@Suite struct NothingGivenAwayTests {
  private static let graph = """
    ```graph
    data x = 1.37
    parameter u = 2.83
    parameter b = 0.59
    parameter v = 3.41
    parameter c = 1.73
    h = u x
    s = h + b
    o = v s + c h
    J = o^2
    ```
    """

  private static let names = [
    "h", "s", "o", "J", "dJ/do", "do/dv", "do/ds", "do/dc", "do/dh", "dJ/dv", "dJ/ds", "dJ/dc",
    "dJ/dh via o", "ds/dh", "ds/db", "dJ/dh via s", "dJ/dh", "dJ/db", "dh/du", "dJ/du",
  ]

  /// A lesson that asks some entries, on one page or on two, and a page of text at its end.
  private static func lesson(_ random: inout SplitMix64, panel: Panel) -> String {
    var first: [String] = []
    var second: [String] = []
    for name in names {
      switch random.next(below: 4) {
      case 0: first.append(name)
      case 1: second.append(name)
      default: break
      }
    }
    first = first.isEmpty ? ["J"] : first
    second = second.isEmpty ? ["dJ/du"] : second
    func fill(_ names: [String]) -> String {
      "```fill\n\(names.joined(separator: "\n"))\npanel: \(panel.rawValue)\n```"
    }
    return "# T\n\n\(graph)\n\n\(fill(first))\n\n## Two\n\n\(fill(second))\n\n## End\n\n"
      + "Read this.\n\n```cascade u\n```\n"
  }

  /// The numbers in a text, as far as they have three digits.
  private static func numbers(in lines: [String]) -> Set<Double> {
    var numbers: Set<Double> = []
    for line in lines {
      for word in line.split(whereSeparator: { !($0.isNumber || ".-".contains($0)) })
      where word.count(where: \.isNumber) >= 3 {
        let text = String(word).last == "." ? String(word.dropLast()) : String(word)
        if let number = Double(text) { numbers.insert(number) }
      }
    }
    return numbers
  }

  /// The values that a slope of the graph is made of, by hand; the others are numbers of inputs.
  private static let slopes = ["do/dv": ["s"], "do/dc": ["h"], "dJ/do": ["o"]]

  /// What some page asks and nobody has found, and whatever is given and computed from it: reckoned here anew.
  private static func open(on worksheet: Worksheet) -> Set<Int> {
    var open: Set<Int> = []
    for (index, entry) in worksheet.entries.enumerated() where !worksheet.states[index].isSettled {
      let isAsked = worksheet.asked?.contains(index) ?? true
      let parts =
        entry.isLocal
        ? slopes[entry.name, default: []].compactMap { worksheet.list.index(of: $0) }
        : entry.prerequisites
      if isAsked || parts.contains(where: open.contains) { open.insert(index) }
    }
    return open
  }

  /// What is shown of numbers that no entry which is open, or follows from one, may have.
  private static func told(_ lines: [String], in session: Session) -> [String] {
    guard let worksheet = session.worksheet, let key = worksheet.key.numbers else { return [] }
    func isShown(_ exact: Double, as number: Double) -> Bool {
      abs(number - exact) <= 0.004 * abs(exact)
    }
    let open = Self.open(on: worksheet)
    let known =
      worksheet.entries.indices.filter { !open.contains($0) }.map { key.value(of: $0) }
      + key.graph.nodes.indices.filter { key.graph.nodes[$0].formula == nil }
      .map { key.forward.values[$0] }
    return numbers(in: lines).flatMap { number in
      open.filter { entry in
        isShown(key.value(of: entry), as: number)
          && !known.contains { isShown($0, as: number) }
      }.map { "\(worksheet.entries[$0].name) is told by \(number)" }
    }
  }

  @Test(arguments: 0..<40)
  func noScreenAndNoSentenceTellsAnOpenNumber(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let panel = Panel.allCases[seed % 4]
    let session = try opened(Self.lesson(&random, panel: panel))
    var screen = shown(session, at: Size(120, 40))
    var talk = PlainTalk(session, width: 100)
    for _ in 0..<12 {
      let pages = screen.lesson.pages.count
      let page = 1 + random.next(below: pages)
      screen.act(.page(page))
      _ = talk.say("?page \(page)")
      for assignment in screen.assignments {
        screen.act(.go(to: assignment))
        #expect(Self.told(screen.canvas().text, in: screen.session) == [])
      }
      #expect(Self.told(screen.canvas().text, in: screen.session) == [])
      #expect(Self.told(talk.say("?where") + talk.say("?graph"), in: talk.tutor.session) == [])
      guard let entry = screen.asked.randomElement(using: &random),
        let key = screen.worksheet?.key.numbers
      else { continue }
      let answer = "\(key.value(of: entry))"
      screen.act(.fill(entry: entry, answer))
      _ = talk.say("?go \(key.list.entries[entry].name)")
      _ = talk.say(answer)
    }
  }
}
