import Autodiff
import Expressions
import Lessons
package import Teaching
import Training

/// Training that a page asks for, in words.
package struct TrainingTexts {
  private let work: TrainingWork

  package init(_ work: TrainingWork) { self.work = work }

  private var request: TrainingRequest { work.request }

  /// What is to be done.
  package var task: String {
    let method = request.plan.optimizer.method.name
    let rate = request.plan.optimizer.rate.shortestText
    let by = request.usesLines ? "by your lines" : "by the sweep"
    return
      "Training on \(request.source.name) \(by): \(request.epochs) epochs of \(method), rate \(rate)."
  }

  package var prompt: String {
    if work.isRunning { return "It learns: epoch \(epoch) of \(request.epochs)" }
    return work.isDone ? "Enter trains again" : "Enter starts it"
  }

  private var epoch: Int { (work.lanes.map { $0.epochs.count }.max() ?? 0) + 1 }

  /// How it ended, on one line.
  package var summary: String {
    work.lanes.map { lane in
      let name = lane.instead.map { " with \($0.text)" } ?? (work.lanes.count > 1 ? " right" : "")
      return "\(name.isEmpty ? "" : "\(name.trimmingBlanks): ")\(TrainingTexts.result(of: lane))"
    }.joined(separator: "; ")
  }

  /// What a lane reached.
  package static func result(of lane: TrainingWork.Lane) -> String {
    if let obstacle = lane.obstacle { return obstacle.message }
    if lane.divergence != nil { return "it diverged" }
    guard let last = lane.epochs.last else { return "not begun" }
    let loss = "J \((last.heldOutLoss ?? last.loss).fourDigits)"
    guard let share = last.heldOutAccuracy ?? last.accuracy else { return loss }
    return
      "\(loss), \(share.percent) right\(last.heldOutAccuracy == nil ? "" : " of what was held out")"
  }

  /// What a line of the learner's, or one in its place, shows beside nudges.
  package static func judgement(of lane: TrainingWork.Lane) -> String? {
    if lane.lines.isEmpty || lane.obstacle != nil { return nil }
    guard let fault = lane.faults.first else { return "every derivative agrees with nudges" }
    return "not the derivative: \(fault.message)"
  }

  /// The run so far, sentence by sentence: some of its epochs, and what nudges say of the lines.
  package var sentences: [String] {
    var sentences: [String] = []
    for lane in work.lanes {
      let name = lane.instead.map { "With \($0.text), " } ?? ""
      if let obstacle = lane.obstacle { sentences.append("\(name)\(obstacle.message)") }
    }
    let count = work.lanes.map { $0.epochs.count }.max() ?? 0
    let spacing = max(1, request.epochs / 5)
    for index in 0..<count where (index + 1) % spacing == 0 || index + 1 == request.epochs {
      for lane in work.lanes where index < lane.epochs.count {
        let epoch = lane.epochs[index]
        let name = lane.instead.map { ", with \($0.text)" } ?? ""
        let share = (epoch.heldOutAccuracy ?? epoch.accuracy).map { ", \($0.percent) right" } ?? ""
        sentences.append(
          "Epoch \(epoch.number)\(name): J \((epoch.heldOutLoss ?? epoch.loss).fourDigits)\(share)."
        )
      }
    }
    guard !work.isRunning else { return sentences }
    for lane in work.lanes {
      guard let judgement = TrainingTexts.judgement(of: lane) else { continue }
      let name = lane.instead.map { "With \($0.text), " } ?? ""
      sentences.append(
        name.isEmpty
          ? "\(judgement.prefix(1).uppercased())\(judgement.dropFirst())." : "\(name)\(judgement).")
    }
    return sentences
  }
}
