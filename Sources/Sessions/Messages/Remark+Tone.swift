import Teaching

extension Remark {
  /// How something is said.
  public enum Tone: Hashable, Sendable {
    case neutral
    /// An answer was accepted.
    case success
    /// An answer was wrong.
    case wrong
    /// Something is to be noticed, and is no verdict of wrong.
    case notice
  }

  /// How it is said.
  public var tone: Tone {
    switch self {
    case .verdict(let verdict, _, _), .rule(let verdict, _, _):
      switch verdict {
      case .right, .close: .success
      case .wrong: .wrong
      case .unreadable: .notice
      }
    case .notEntered(_, let remark), .attemptsLeft(_, let remark), .earnedBack(let remark):
      remark.tone
    case .wrongBefore: .wrong
    case .done, .runIsOver: .success
    case .exam(let remark): remark.tone
    case .descended, .nothing, .shown, .shownBefore, .rightAlready, .wayOn, .summaryOpened,
      .welcomeBack,
      .undone, .redone:
      .neutral
    case .runs, .linesMissing, .copied, .explored, .nothingTyped, .nothingToShow, .notShown,
      .onlyDone, .noAttemptsLeft,
      .easierAfter,
      .terms, .outputNote,
      .demonstration, .firstPage, .lastPage, .lessonEdited, .hint, .noHint, .panelStep,
      .panelChosen, .noPanel, .noLook,
      .noGraphToLookAt, .noLookYet, .nothingToLookAt, .shapeFirst, .notNudged, .ownNumbersStay,
      .oneSetOfNumbers, .notFinite, .freshNumbers, .nothingToUndo, .nothingToRedo, .restarted,
      .notice, .noDescent:
      .notice
    }
  }
}
