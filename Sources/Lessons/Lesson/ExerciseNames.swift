/// The names of a lesson's exercises; of several with one name all but the first get a number.
struct ExerciseNames {
  private var names: Set<String> = []
  /// For each name the last number that was put behind it.
  private var numbers: [String: Int] = [:]

  func contains(_ name: String) -> Bool { names.contains(name) }

  /// Adds a name and returns what the exercise is called by.
  ///
  /// - Complexity: O(1), however many have the name.
  mutating func add(_ name: String) -> String {
    if names.insert(name).inserted { return name }
    var number = numbers[name, default: 1]
    repeat { number += 1 } while !names.insert("\(name)-\(number)").inserted
    numbers[name] = number
    return "\(name)-\(number)"
  }
}
