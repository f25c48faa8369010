public import Expressions

/// Examples to train on: for each a row of features and what is right for it.
public struct Examples: Hashable, Sendable {
  /// A column with a name of its own, a number for each example.
  public struct Column: Hashable, Sendable {
    public var name: String
    public var numbers: [Double]

    public init(name: String, numbers: [Double]) {
      self.name = name
      self.numbers = numbers
    }
  }

  /// A row for each example; what is called `X` in a graph.
  public let features: NumericArray
  /// A row for each example; what is called `y` in a graph.
  public let targets: NumericArray
  /// The columns by their names, where the data has some.
  public let columns: [Column]
  /// The names of those columns that are features.
  let featureColumns: Set<String>
  /// How many pixels a row of the picture has that the features of an example are; `nil` for no picture.
  public var pictureWidth: Int?

  /// The names under which a graph finds features and targets.
  public static let featuresName = "X"
  public static let targetsName = "y"
  /// The targets as a matrix, a row for each example.
  public static let targetMatrixName = "Y"

  /// - Parameters:
  ///   - features: a row for each example.
  ///   - targets: a number or a row for each example.
  /// - Precondition: there are as many of both, one at least.
  public init(features: NumericArray, targets: NumericArray) {
    self.init(features: features, targets: targets, columns: [], featureColumns: [])
  }

  private init(
    features: NumericArray, targets: NumericArray, columns: [Column], featureColumns: Set<String>
  ) {
    precondition(features.shape.axes > 0 && targets.shape.axes > 0, "examples are rows")
    precondition(features.shape.sizes[0] == targets.shape.sizes[0], "each example has a target")
    precondition(features.shape.sizes[0] > 0, "there is an example")
    self.features = features
    self.targets = targets
    self.columns = columns
    self.featureColumns = featureColumns
  }

  /// Makes examples of columns.
  ///
  /// - Parameter targets: the indices of the columns that hold what is right; the others are features.
  /// - Precondition: the columns have one length; there is a target.
  public init(columns: [Column], targets: [Int]) {
    let count = columns[0].numbers.count
    let features = columns.indices.filter { !targets.contains($0) }
    func rows(_ chosen: [Int]) -> NumericArray {
      var numbers: [Double] = []
      numbers.reserveCapacity(count * chosen.count)
      for row in 0..<count {
        for column in chosen { numbers.append(columns[column].numbers[row]) }
      }
      return NumericArray(numbers, shape: Shape(count, chosen.count))
    }
    self.init(
      features: rows(features),
      targets: targets.count == 1 ? NumericArray(columns[targets[0]].numbers) : rows(targets),
      columns: columns, featureColumns: Set(features.map { columns[$0].name }))
  }

  /// Makes examples of columns without names.
  public init(unnamed columns: [Column], targets: [Int]) {
    let named = Examples(columns: columns, targets: targets)
    self.init(features: named.features, targets: named.targets)
  }

  public var count: Int { features.shape.sizes[0] }

  /// How many classes the targets are of, whole numbers from 0; `nil` for other targets.
  public var classCount: Int? {
    guard targets.shape.axes == 1, let top = targets.elements.max(), top >= 1, top < 1000,
      targets.elements.allSatisfy({ $0 >= 0 && $0 == $0.rounded() })
    else { return nil }
    return Int(top) + 1
  }

  /// The names that a graph may use.
  public var names: [String] {
    columns.map(\.name)
      + [Examples.featuresName, Examples.targetsName].filter { name in
        !columns.contains { $0.name == name }
      }
  }

  /// What a name stands for, with a row for each example.
  ///
  /// - Parameter width: how many columns `Y` has where targets are classes; `nil` for one or as many as classes.
  /// - Returns: `nil` for a name that the examples do not have.
  public func array(named name: String, width: Int? = nil) -> NumericArray? {
    if let column = columns.first(where: { $0.name == name }) {
      return NumericArray(column.numbers)
    }
    switch name {
    case Examples.featuresName: return features
    case Examples.targetsName: return targets
    case Examples.targetMatrixName: return targetMatrix(width)
    default: return nil
    }
  }

  /// The targets as a matrix: classes as rows of zeros with a 1 in the place of the right one.
  private func targetMatrix(_ width: Int?) -> NumericArray {
    guard targets.shape.axes == 1 else { return targets }
    let count = targets.elements.count
    guard let classes = classCount, (width ?? (classes > 2 ? classes : 1)) > 1 else {
      return NumericArray(targets.elements, shape: Shape(count, 1))
    }
    let width = max(width ?? classes, classes)
    var matrix = NumericArray(filledWith: 0, shape: Shape(count, width))
    for (row, target) in targets.elements.enumerated() { matrix[row * width + Int(target)] = 1 }
    return matrix
  }

  /// The place of a named column among the features; `nil` for a name that is none of them.
  func featureColumn(named name: String) -> Int? {
    guard featureColumns.contains(name) else { return nil }
    return columns.lazy.filter { featureColumns.contains($0.name) }.map(\.name).firstIndex(of: name)
  }

  /// So many of the first examples, or fewer where there are no more.
  public func prefix(_ count: Int) -> Examples {
    let count = max(1, min(count, self.count))
    func first(_ array: NumericArray) -> NumericArray {
      let width = array.elements.count / self.count
      return NumericArray(
        Array(array.elements.prefix(count * width)),
        shape: Shape([count] + array.shape.sizes.dropFirst()))
    }
    var part = Examples(
      features: first(features), targets: first(targets),
      columns: columns.map { Column(name: $0.name, numbers: Array($0.numbers.prefix(count))) },
      featureColumns: featureColumns)
    part.pictureWidth = pictureWidth
    return part
  }
}
