import Lessons
public import Teaching

/// About how long work on a lesson takes.
///
/// Half a minute for the text of a page and for an entry, a minute for a question or another task, rounded to five
/// minutes: so long as somebody needs who reads everything and computes in the head. Nothing rests on it but what a
/// learner has planned for the evening.
public enum LessonTime {
  public static func minutes(pages: Int, entries: Int, exercises: Int) -> Int {
    max(5, 5 * ((pages + entries + 2 * exercises + 5) / 10))
  }
}

extension Session {
  /// About how many minutes the pages from here to the last and all that is open take.
  public var minutesLeft: Int {
    let open = plan.openCount(of: progress)
    let pages = lesson.pages.count - progress.pageIndex
    return LessonTime.minutes(pages: pages, entries: open.entries, exercises: open.exercises)
  }

  /// How much of all that the lesson asks was shown and not earned back.
  public var shownCount: Int { progress.shownCount }

  /// Whether anything was done, or a page was turned.
  public var isBegun: Bool { hasSummary || progress.pageIndex > 0 }

  /// The skills that the entries of the lesson exercise.
  public var skills: Set<Skill> {
    var skills: Set<Skill> = []
    for (graph, asked) in plan.askedOfGraph.enumerated() where !plan.isDemonstrated(graph) {
      for entry in asked { skills.formUnion(progress.worksheets[graph].key.skills(of: entry)) }
    }
    return skills
  }
}

extension LessonPlan {
  /// How many entries and exercises a learner has left open; what is only shown is none.
  fileprivate func openCount(of progress: Progress) -> (entries: Int, exercises: Int) {
    var entries = 0
    for (graph, asked) in askedOfGraph.enumerated() where !isDemonstrated(graph) {
      entries += asked.count { progress.worksheets[graph].states[$0].isOpen }
    }
    return (entries, progress.exercises.count { $0.state.isOpen })
  }
}
