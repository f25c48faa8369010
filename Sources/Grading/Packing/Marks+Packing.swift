import Teaching

extension Marks.Learner: Packable {
  /// Everything but the flags, which depend on the others of the class.
  func pack(into bytes: inout PackedBytes) {
    bytes.add(learner)
    bytes.add(names)
    bytes.add(files)
    bytes.add(sessions.sorted())
    bytes.add(lessons)
    bytes.add(skills)
  }

  init(from bytes: inout UnpackedBytes) {
    self.init(
      learner: bytes.text(), names: bytes.texts(), files: bytes.texts(),
      sessions: Set(bytes.texts()), lessons: bytes.list(), skills: bytes.list())
  }
}

extension Marks.Lesson: Packable {
  func pack(into bytes: inout PackedBytes) {
    bytes.add(lesson)
    bytes.add(otherHashes)
    for number in [right, asked, milliseconds, late, seed] { bytes.add(number) }
    bytes.add(points)
    bytes.add(possible)
    bytes.add(lastTime)
    bytes.add(draw)
    bytes.add(foreignSeeds.count)
    for (seed, count) in foreignSeeds {
      bytes.add(seed)
      bytes.add(count)
    }
    bytes.add(items)
    bytes.add(steps)
    bytes.add(answers)
  }

  init(from bytes: inout UnpackedBytes) {
    self.init(lesson: bytes.text(), otherHashes: bytes.texts())
    right = bytes.int()
    asked = bytes.int()
    milliseconds = bytes.int()
    late = bytes.int()
    seed = bytes.int()
    points = bytes.double()
    possible = bytes.double()
    lastTime = bytes.text()
    draw = bytes.one()
    for _ in 0..<bytes.int() {
      let seed = bytes.int()
      foreignSeeds[seed] = bytes.int()
    }
    items = bytes.list()
    steps = bytes.list()
    answers = bytes.list()
  }
}

extension Marks.Item: Packable {
  func pack(into bytes: inout PackedBytes) {
    for number in [
      item, attempts, wrong, unreadable, hints, firstAttempts, rightAtFirst, milliseconds,
    ] { bytes.add(number) }
    bytes.add(isShown)
    bytes.add(state)
    bytes.add(rules)
  }

  init(from bytes: inout UnpackedBytes) {
    self.init(item: bytes.int())
    attempts = bytes.int()
    wrong = bytes.int()
    unreadable = bytes.int()
    hints = bytes.int()
    firstAttempts = bytes.int()
    rightAtFirst = bytes.int()
    milliseconds = bytes.int()
    isShown = bytes.bool()
    state = bytes.text()
    rules = bytes.list()
  }
}

extension Marks.RuleCount: Packable {
  func pack(into bytes: inout PackedBytes) {
    bytes.add(rule)
    bytes.add(count)
  }

  init(from bytes: inout UnpackedBytes) { self.init(bytes.one(), count: bytes.int()) }
}

extension Marks.SkillStanding: Packable {
  func pack(into bytes: inout PackedBytes) {
    bytes.add(skill)
    bytes.add(probability)
    bytes.add(isMastered)
  }

  init(from bytes: inout UnpackedBytes) {
    self.init(skill: bytes.one(), probability: bytes.double(), isMastered: bytes.bool())
  }
}

extension Marks.Step: Packable {
  func pack(into bytes: inout PackedBytes) {
    bytes.add(item)
    bytes.add(seed)
    bytes.add(time)
    bytes.add(session)
    bytes.add(outcome)
    bytes.add(typed)
    bytes.add(rule != nil)
    if let rule { bytes.add(rule) }
    bytes.add(wasHelped)
  }

  init(from bytes: inout UnpackedBytes) {
    self.init(
      item: bytes.int(), seed: bytes.int(), time: bytes.text(), session: bytes.text(),
      outcome: bytes.one(), typed: bytes.text(), rule: bytes.bool() ? bytes.one() : nil,
      wasHelped: bytes.bool())
  }
}

extension Marks.Answer: Packable {
  func pack(into bytes: inout PackedBytes) {
    bytes.add(page)
    bytes.add(name)
    bytes.add(right)
    bytes.add(typed != nil)
    if let typed { bytes.add(typed) }
    bytes.add(standing)
  }

  init(from bytes: inout UnpackedBytes) {
    self.init(
      page: bytes.int(), name: bytes.text(), right: bytes.text(),
      typed: bytes.bool() ? bytes.text() : nil, standing: bytes.text())
  }
}
