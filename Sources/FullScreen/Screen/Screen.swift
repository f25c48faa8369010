import Lessons
package import Phrases
public import Sessions
import Teaching
public import TextScreen

/// The tutor on a full screen: a key changes it, and `canvas()` shows it.
///
/// A value: the one place where a key becomes a changed picture, for the host, scripts and tests.
public struct Screen: Hashable, Sendable {
  public package(set) var session: Session
  public private(set) var size: Size
  package let voice: Voice
  /// What is typed.
  public internal(set) var prompt = LineEditor()
  /// What the tutor says.
  package private(set) var saying = Saying("")
  /// How many lines of what it says are scrolled away, where it has more than there is room for.
  package var remarkScroll = 0
  /// What there is to say of the map, in the place of the session's remark.
  package var mapRemark: MapRemark?
  package var mode = Mode.page
  /// Whether the list of all commands lies over the screen.
  package var showsCommands = false
  /// How many lines of that list are scrolled away.
  package var listScroll = 0
  /// How many lines of a page's prose are scrolled away.
  package var scroll = 0
  /// Whether a page of text follows what the learner works at; one that was just opened is read from its beginning.
  var followsExercise = false
  /// What the learner went to on a page that is done, to look at it or to answer it again.
  var chosen: Assignment?
  /// How many columns a graph too wide for a page of text is moved to the left.
  package var pan = 0
  /// The cell at which the mouse is held down.
  var grip: Point?
  /// The drawing of the page's graph.
  package var view = GraphView()
  /// The steps of the closer look, if one is open.
  package private(set) var sheet: LookSheet?
  /// The session of which `sheet` tells; while the learner steps through a look it stays as it is.
  private var lookedAt: Session?

  /// What has the place of the page.
  package enum Mode: Hashable {
    case page
    /// A closer look, up to a step, has the place of the work panel.
    case look(step: Int)
    /// The graph is walked over.
    case map(GraphMap)
    /// What the learner made of the lesson.
    case summary
  }

  /// The smallest screen that shows a lesson.
  public static let smallestSize = Size(width: 40, height: 14)

  /// The size for which lessons are written.
  private static let usualSize = Size(width: 80, height: 24)

  public init(_ session: Session, size: Size, isASCII: Bool = false) {
    self.session = session
    self.size = Screen.usualSize
    voice = Voice.fullScreen(isASCII: isASCII)
    say()
    resize(to: size)
  }

  /// Changes the screen by a key.
  ///
  /// - Returns: what the host has to do before it shows the screen again.
  @discardableResult
  public mutating func press(_ key: Key) -> [Effect] {
    if case .pointer(let pointer) = key { return press(pointer) }
    return Keymap.actions(for: key, on: self).flatMap { perform($0) }
  }

  public mutating func resize(to size: Size) {
    changing { $0.size = size }
  }

  /// Whether a long computation is under way, to be done in slices between keys.
  public var isComputing: Bool { session.isComputing || view.isRefining }

  /// Does a slice of the computation; `note(seconds:)` then says how long it took.
  ///
  /// - Returns: whether there is something new to be seen.
  @discardableResult
  public mutating func computeSlice() -> Bool {
    changing { screen in
      guard screen.session.isComputing else { return screen.view.refine(screen.session) }
      screen.session.computeSlice()
      return true
    }
  }

  /// Takes in how many seconds the last slice took.
  public mutating func note(seconds: Double) {
    changing { screen in
      let remark = screen.session.remark
      screen.session.note(seconds: seconds)
      if screen.session.remark != remark { screen.say() }
    }
  }

  /// The graph that is walked over, if it is.
  package var map: GraphMap? {
    if case .map(let map) = mode { map } else { nil }
  }

  package var isMapping: Bool { map != nil }

  /// Whether the page's entries are all done, so that the whole of its graph is shown with its numbers.
  var showsNodeTable: Bool {
    mode == .page && session.isDone && session.focus != nil && session.assignment != chosen
  }

  package var showsSummary: Bool { mode == .summary }

  /// Whether the screen is too small to show anything of the lesson.
  package var isTooSmall: Bool {
    size.width < Screen.smallestSize.width || size.height < Screen.smallestSize.height
  }

  /// Finds the words for what there is to say.
  package mutating func say() {
    let next = mapRemark?.saying(for: voice) ?? Wording(session, for: voice).saying
    if next != saying { remarkScroll = 0 }
    saying = next
  }

  /// Brings everything that follows from the session and the size up to date.
  package mutating func derive() {
    view.refresh(
      session, room: graphRoom, isASCII: voice.isASCII,
      showing: map.map { [$0.node] } ?? session.nodesInHand)
    readSheet()
    view.keepOverview(in: isMapping ? overviewSize : nil)
  }

  private mutating func readSheet() {
    guard let look = session.look, let worksheet = session.worksheet else {
      (sheet, lookedAt) = (nil, nil)
      return
    }
    guard lookedAt != session else { return }
    sheet = LookSheet(look, in: session, on: worksheet, for: voice)
    lookedAt = session
  }
}
