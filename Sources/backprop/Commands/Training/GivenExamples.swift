import CodeFormats
import Expressions
import Training

/// The examples that `--from` names: drawn ones, the digits, or those of a file.
enum GivenExamples {
  /// The name of the digits.
  static let digits = "digits"

  /// All names that are no files.
  static let names = DrawnExamples.allCases.map(\.rawValue) + [digits]

  /// - Returns: `nil` where no examples are asked for.
  static func read(_ arguments: Arguments, seed: UInt64) throws(Failure) -> Examples? {
    guard let name = arguments.value("--from") else {
      if let flag = ["--target", "--examples", "--held-out"].first(where: arguments.has) {
        throw Failure("\(flag) is about the examples; name them too: --from moons", .usage)
      }
      return nil
    }
    let count = try TrainingArguments.wholeNumber("--examples", arguments, from: 2)
    if let set = DrawnExamples(rawValue: name) {
      try refuseTarget(arguments, name)
      return set.examples(count ?? DrawnExamples.defaultCount, seed: seed)
    }
    if name == digits {
      try refuseTarget(arguments, name)
      return count.map { Digits.examples.prefix($0) } ?? Digits.examples
    }
    let examples = try file(name, target: arguments.value("--target"))
    return count.map { examples.prefix($0) } ?? examples
  }

  private static func refuseTarget(_ arguments: Arguments, _ name: String) throws(Failure) {
    guard arguments.has("--target") else { return }
    throw Failure("--target names a column of a file; of \(name) it is always y", .usage)
  }

  // MARK: Files

  private static func file(_ path: String, target: String?) throws(Failure) -> Examples {
    guard FileSystem.exists(path) else {
      let advice =
        Spelling.nearest(to: path, among: names).map { "did you mean '\($0)'?" }
        ?? "name a file, or one of \(names.joined(separator: ", "))"
      throw Failure("cannot read \(path): no such file; \(advice)", .unreadable)
    }
    let bytes = try GivenArray.bytes(path)
    switch ArrayFile.Format(path: path, bytes: bytes) {
    case .rows:
      let table = try GivenArray.located(path) { () throws(ArrayFileError) in
        try NumberTable(rows: bytes)
      }
      for note in table.notes { Output.error("note: \(GivenArray.text(note, path, "X"))") }
      return try examples(table.rows, table.names, target, path)
    case .npy:
      let array = try GivenArray.located(path) { () throws(ArrayFileError) in
        try ArrayFile(bytes, as: .npy, input: "X").array
      }
      guard array.shape.axes == 2 else {
        throw Failure(
          "\(path) is \(array.shape.text); save a matrix with a row for each example", .unreadable)
      }
      return try examples(array, [], target, path)
    case .npz:
      let found = try GivenArray.located(path) { () throws(ArrayFileError) in
        try NPZFile.arrays(bytes)
      }
      return try arrays(found, target, path)
    }
  }

  /// The examples of a table: the last column is what is right, or those that are named.
  private static func examples(
    _ rows: NumericArray, _ names: [String], _ target: String?, _ path: String
  ) throws(Failure) -> Examples {
    let (count, width) = (rows.shape.sizes[0], rows.shape.sizes[1])
    guard width > 1 else {
      throw Failure(
        "\(path) has one column; an example has features and what is right for it", .unreadable)
    }
    guard count > 1 else {
      throw Failure("\(path) has one row; give two examples at least", .unreadable)
    }
    var targets = [width - 1]
    if let target {
      targets = []
      for name in target.split(separator: ",").map({ String($0).trimmingBlanks }) {
        if let place = names.firstIndex(of: name) {
          targets.append(place)
        } else if names.isEmpty, let place = Int(name), (1...width).contains(place) {
          targets.append(place - 1)
        } else {
          let advice =
            names.isEmpty
            ? "it has no names: write the number of a column, 1 to \(width)"
            : Spelling.advice(for: name, among: names)
          throw Failure("\(path) has no column '\(name)'; \(advice)", .unreadable)
        }
      }
      guard Set(targets).count < width else {
        throw Failure("--target names every column; leave one that an example is known by", .usage)
      }
    }
    guard !names.isEmpty else {
      // Without names there are X and y alone.
      let columns = (0..<width).map { column in
        Examples.Column(name: "", numbers: (0..<count).map { rows[$0 * width + column] })
      }
      return Examples(unnamed: columns, targets: targets)
    }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw Failure("\(path) has two columns '\(twice)'; give each its own name", .unreadable)
    }
    return Examples(
      columns: names.enumerated().map { column, name in
        Examples.Column(name: name, numbers: (0..<count).map { rows[$0 * width + column] })
      }, targets: targets)
  }

  /// The examples of a file of several arrays: `X` and `y`, or the one that is named.
  private static func arrays(
    _ arrays: [String: NumericArray], _ target: String?, _ path: String
  ) throws(Failure) -> Examples {
    let names = arrays.keys.sorted().joined(separator: ", ")
    let wanted = target ?? Examples.targetsName
    guard let targets = arrays[wanted] ?? (target == nil ? arrays["Y"] : nil) else {
      throw Failure("\(path) holds no array '\(wanted)'; it holds \(names)", .unreadable)
    }
    guard let features = arrays[Examples.featuresName] else {
      throw Failure("\(path) holds no array 'X'; it holds \(names)", .unreadable)
    }
    guard features.shape.axes > 1, targets.shape.axes > 0,
      features.shape.sizes[0] == targets.shape.sizes[0], features.shape.sizes[0] > 1
    else {
      throw Failure(
        "in \(path) X is \(features.shape.text) and \(wanted) is \(targets.shape.text); "
          + "give both a row for each example", .unreadable)
    }
    return Examples(features: features, targets: targets)
  }
}
