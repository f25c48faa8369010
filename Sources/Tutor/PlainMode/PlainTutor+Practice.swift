import Lessons

extension PlainTutor {
  /// How the learner stands with each skill that is practised, in lines of a width.
  public static func overview(of practice: PracticeRun, width: Int) -> [String] {
    let prose = practice.overview.page.blocks.compactMap { block -> Prose? in
      if case .prose(let prose) = block { prose } else { nil }
    }
    return ["Practice."] + PlainProse(prose, width: max(20, width)).lines + [""]
  }
}
