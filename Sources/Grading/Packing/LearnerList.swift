/// The learners of a class, of whom one at a time is there whole: what is kept of each is a few hundred bytes.
public struct LearnerList: RandomAccessCollection, Sendable {
  private let packed: [PackedLearner]
  private let flags: ClassFlags

  /// - Parameter learners: in any order; the list has them by name.
  init(_ learners: [PackedLearner]) {
    let names = learners.enumerated().map { place, learner in
      (name: learner.name, file: learner.files.first ?? "", place: place)
    }
    packed = names.sorted { ($0.name, $0.file) < ($1.name, $1.file) }.map { learners[$0.place] }
    flags = ClassFlags(packed)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { packed.count }

  /// - Complexity: O(n) in what the learner did.
  public subscript(place: Int) -> Marks.Learner {
    var marks = packed[place].marks
    marks.flags = flags.flags(of: place, marks) { packed[$0].marks }
    return marks
  }
}
