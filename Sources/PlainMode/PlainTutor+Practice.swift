import Phrases
public import Sessions

extension PlainTutor {
  /// How the learner stands with each skill that is practised, in lines of a width.
  public static func overview(of practice: PracticeRun, width: Int) -> [String] {
    let width = max(20, width)
    let (opening, rows) = practice.standing.spoken
    return ["Practice."] + opening.lines(width: width) + [""]
      + rows.flatMap { $0.lines(width: width) } + [""]
  }
}
