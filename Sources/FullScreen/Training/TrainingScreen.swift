import Expressions
public import TextScreen
public import Training

/// Training on a full screen: curves that grow, pictures of what was learned, and keys that pause it and go on.
public struct TrainingScreen {
  public enum Effect: Hashable, Sendable {
    case leave
  }

  /// What is shown beside the curves.
  enum Picture: Hashable {
    /// The plane of two features, coloured by class.
    case region
    /// The line of one feature.
    case line
    /// Pictures of examples, with what each is taken for.
    case examples
    /// The matrices that are trained, as tinted blocks.
    case weights
  }

  public private(set) var run: TrainingRun
  public private(set) var size: Size
  public private(set) var isRunning = true
  /// So many steps are made between two pictures.
  public private(set) var stepsPerFrame: Int
  let title: String
  let isASCII: Bool
  /// The picture beside the curves, among those that there are.
  private(set) var picture = 0
  /// What is being typed as another rate; `nil` while nothing is asked.
  private(set) var prompt: LineEditor?
  /// What was said last, where it still holds.
  private(set) var message: String?
  var listScroll: Int?

  /// A whole run takes so many pictures at first, so that one can watch it.
  private static let framesAtFirst = 200
  private static let mostStepsPerFrame = 1 << 20

  /// - Parameter title: what is trained, on one line.
  public init(_ run: TrainingRun, title: String, size: Size, isASCII: Bool) {
    self.run = run
    self.title = title
    self.size = size
    self.isASCII = isASCII
    let steps = (run.goal - run.trainer.epochs.count) * run.trainer.stepsPerEpoch
    stepsPerFrame = max(1, steps / TrainingScreen.framesAtFirst)
  }

  public mutating func resize(to size: Size) { self.size = size }

  // MARK: Time

  /// Whether there is something to compute without a key.
  public var isComputing: Bool { isRunning && !run.isOver && prompt == nil }

  /// Makes a step.
  ///
  /// - Returns: whether an epoch is over, so that the state can be kept.
  public mutating func step() -> Bool {
    let isEpochOver = run.step()
    // What was said holds until there is something new to say.
    if isEpochOver { message = nil }
    if run.isOver { isRunning = false }
    return isEpochOver
  }

  // MARK: Keys

  /// A command, in the order of the list.
  enum Command: CaseIterable {
    case pause, step, epoch, faster, slower, again, beside, more, picture, list, leave
  }

  /// What a key does.
  public mutating func press(_ key: Key) -> Effect? {
    if prompt != nil { return edit(key) }
    if let scroll = listScroll { return press(key, inListFrom: scroll) }
    message = nil
    guard let command = TrainingScreen.command(of: key) else { return nil }
    return perform(command)
  }

  private mutating func press(_ key: Key, inListFrom scroll: Int) -> Effect? {
    switch key {
    case .up: listScroll = max(0, scroll - 1)
    case .down: listScroll = min(Command.allCases.count, scroll + 1)
    case .character(let letter) where letter != "?":
      listScroll = nil
      return TrainingScreen.command(of: .character(letter)).flatMap { perform($0) }
    default: listScroll = nil
    }
    return nil
  }

  private mutating func perform(_ command: Command) -> Effect? {
    switch command {
    case .pause:
      if run.isOver {
        say("it is done; m trains on, r begins again")
      } else {
        isRunning.toggle()
      }
    case .step: advance { _ in true }
    case .epoch:
      let before = run.trainer.epochs.count
      advance { $0.trainer.epochs.count > before }
    case .faster: stepsPerFrame = min(TrainingScreen.mostStepsPerFrame, stepsPerFrame * 2)
    case .slower: stepsPerFrame = max(1, stepsPerFrame / 2)
    case .again: begin { (run) throws(TrainingError) in try run.restart() }
    case .beside:
      prompt = LineEditor()
      isRunning = false
    case .more:
      run.extend(by: max(1, run.goal))
      isRunning = run.trainer.epochs.count < run.goal
      say("it goes on to epoch \(run.goal)")
    case .picture: picture = pictures.isEmpty ? 0 : (picture + 1) % pictures.count
    case .list: listScroll = 0
    case .leave: return .leave
    }
    return nil
  }

  private mutating func say(_ text: String) { message = text }

  /// Makes steps by hand until they are enough; what runs by itself pauses.
  private mutating func advance(until isEnough: (TrainingRun) -> Bool) {
    isRunning = false
    guard !run.isOver else { return say("it is done; m trains on, r begins again") }
    repeat { _ = run.step() } while !run.isOver && !isEnough(run)
  }

  private mutating func begin(_ change: (inout TrainingRun) throws(TrainingError) -> Void) {
    do {
      try change(&run)
      isRunning = true
    } catch {
      say(error.message)
    }
  }

  /// Takes a key into the rate that is being typed.
  private mutating func edit(_ key: Key) -> Effect? {
    switch key {
    case .enter: takeRate()
    case .escape, .control("c"), .function(10):
      prompt = nil
    case .backspace: prompt?.deleteBackward()
    case .left: prompt?.move(by: -1)
    case .right: prompt?.move(by: 1)
    case .character(let character): prompt?.insert(String(character))
    case .paste(let text): prompt?.insert(text)
    default: break
    }
    return nil
  }

  private mutating func takeRate() {
    guard let text = prompt?.text.trimmingBlanks, !text.isEmpty else {
      prompt = nil
      return
    }
    let rate = (try? Formula(text, known: [])).flatMap { $0.expression.value(at: [:]) }
    guard let rate, rate.isFinite, rate > 0 else {
      return say("'\(text)' is not a rate; write a number above 0, such as 0.01")
    }
    prompt = nil
    begin { (run) throws(TrainingError) in try run.race(rate: rate) }
    if run.beside != nil {
      say("both begin again from the same seed: rate \(run.trainer.rate.shortestText) and \(text)")
    }
  }
}
