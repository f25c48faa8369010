import Journals

/// Files that have to be read together, because a learner's work stands in several of them.
struct FileGroups {
  struct Group: Sendable {
    /// In their order.
    var files: [Int] = []
    var learners: Set<LearnerKey> = []
  }

  let groups: [Group]

  /// - Parameter files: for each such learner the files, in their order.
  init(_ files: [LearnerKey: [Int]]) {
    var parents: [Int: Int] = [:]
    func root(_ file: Int) -> Int {
      var root = file
      while let parent = parents[root], parent != root { root = parent }
      // The way to the root is made short for those who come after.
      var next = file
      while let parent = parents[next], parent != root, parent != next {
        parents[next] = root
        next = parent
      }
      return root
    }
    for list in files.values {
      for file in list {
        let (one, two) = (root(list[0]), root(file))
        parents[max(one, two)] = min(one, two)
        if parents[min(one, two)] == nil { parents[min(one, two)] = min(one, two) }
      }
    }
    var groups: [Int: Group] = [:]
    for file in parents.keys { groups[root(file), default: Group()].files.append(file) }
    for (learner, list) in files { groups[root(list[0])]?.learners.insert(learner) }
    self.groups = groups.sorted { $0.key < $1.key }.map { _, group in
      Group(files: group.files.sorted(), learners: group.learners)
    }
  }
}
