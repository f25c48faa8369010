import Drawings
import Expressions
import TextScreen
import Training

extension TrainingScreen {
  /// The pictures that there are of what is trained.
  var pictures: [Picture] {
    var pictures: [Picture] = []
    if let examples = run.trainer.training.examples, run.trainer.predicted != nil {
      let features = examples.features.shape.sizes.dropFirst().reduce(1, *)
      if examples.pictureWidth != nil { pictures.append(.examples) }
      if features == 2, classes != nil { pictures.append(.region) }
      if features == 1 { pictures.append(.line) }
    }
    if run.trainer.parameters.contains(where: { $0.value.shape.axes > 1 }) {
      pictures.append(.weights)
    }
    return pictures
  }

  /// The two numbers by which the targets tell classes apart; `nil` where there are others.
  private var classes: (first: Double, second: Double)? {
    guard let targets = run.trainer.training.examples?.targets, targets.shape.axes == 1,
      let low = targets.elements.min(), let high = targets.elements.max(), low < high,
      targets.elements.allSatisfy({ $0 == low || $0 == high })
    else { return nil }
    return (low, high)
  }

  func pictureLines(_ room: Size) -> [StyledText] {
    let pictures = pictures
    guard !pictures.isEmpty, room.width > 4, room.height > 3 else { return [] }
    return switch pictures[min(picture, pictures.count - 1)] {
    case .region: region(room)
    case .line: line(room)
    case .examples: examples(room)
    case .weights: weights(room)
    }
  }

  // MARK: Two features

  private func region(_ room: Size) -> [StyledText] {
    guard let examples = run.trainer.training.examples, let classes else { return [] }
    let features = examples.features
    func range(_ column: Int) -> ClosedRange<Double> {
      let numbers = (0..<examples.count).map { features[2 * $0 + column] }
      let low = numbers.min() ?? 0
      let high = numbers.max() ?? 1
      let margin = max(1e-9, (high - low) / 20)
      return low - margin...high + margin
    }
    let picture = RegionPicture(
      x: range(0), y: range(1),
      size: Size(width: min(room.width, 2 * (room.height - 2)), height: room.height - 2))
    let points = picture.points
    let labels = run.trainer.labels(
      of: NumericArray(points.flatMap { [$0.x, $0.y] }, shape: Shape(points.count, 2)))
    let shown = examples.count <= 300 ? Array(0..<examples.count) : run.trainer.heldOut
    let guesses = run.trainer.predictions(shown)
    let marks = zip(shown, guesses).map { row, guess in
      RegionPicture.Mark(
        x: features[2 * row], y: features[2 * row + 1],
        isSecond: examples.targets[row] == classes.second,
        isWrong: guess.label != examples.targets[row])
    }
    let wrong = marks.count(where: \.isWrong)
    let (first, second) = isASCII ? ("o", "x") : ("○", "×")
    let title =
      "\(first) \(classes.first.shortestText), \(second) \(classes.second.shortestText): "
      + (wrong == 0 ? "each is right" : "\(wrong) of \(marks.count) wrong")
    return [StyledText(title, Style(.faint))]
      + picture.lines(labels.map { $0 == classes.second }, marks, isASCII: isASCII)
  }

  // MARK: One feature

  private func line(_ room: Size) -> [StyledText] {
    guard let examples = run.trainer.training.examples else { return [] }
    let features = examples.features.elements
    guard let low = features.min(), let high = features.max() else { return [] }
    let places = (0...room.width).map {
      low + Double($0) / Double(room.width) * (high - low)
    }
    let labels = run.trainer.labels(of: NumericArray(places, shape: Shape(places.count, 1)))
    let points = (0..<examples.count).map {
      Plot.Point(x: features[$0], y: examples.targets[$0])
    }
    let plot = Plot(
      [
        Plot.Series("examples", points, mark: "○", style: Style(.faint)),
        Plot.Series(
          run.trainer.predicted ?? "", zip(places, labels).map { Plot.Point(x: $0, y: $1) },
          mark: "●", style: Style(.forward)),
      ], x: Plot.Axis(""), y: Plot.Axis(""))
    return plot.lines(size: room, isASCII: isASCII)
  }

  // MARK: Pictures of examples

  private func examples(_ room: Size) -> [StyledText] {
    guard let examples = run.trainer.training.examples, let width = examples.pictureWidth else {
      return []
    }
    let count = examples.features.shape.sizes[1]
    let pictures = ExamplePictures(pixelWidth: width)
    let fitting = pictures.count(
      in: Size(width: room.width, height: room.height), pixelHeight: count / width)
    let held = run.trainer.heldOut
    let rows = Array((held.isEmpty ? run.trainer.rows : held).prefix(fitting))
    let guesses = run.trainer.predictions(rows)
    let items = zip(rows, guesses).map { row, guess in
      ExamplePictures.Item(
        pixels: Array(examples.features.elements[row * count..<(row + 1) * count]),
        guess: guess.label.shortestText, truth: examples.targets[row].shortestText)
    }
    let title = held.isEmpty ? "what it says of examples" : "what it says of held-out ones"
    return [StyledText(title, Style(.faint))]
      + pictures.lines(items, width: room.width, isASCII: isASCII)
  }

  // MARK: Weights

  private func weights(_ room: Size) -> [StyledText] {
    var lines = [StyledText("weights: the darker, the larger", Style(.faint))]
    for (name, value) in run.trainer.parameters where value.shape.axes > 1 {
      let block = ArrayBlock(
        name, value, isASCII: isASCII, style: Style(.forward),
        tinted: Size(width: room.width, height: max(4, room.height / 3)))
      guard lines.count + block.lines.count <= room.height else { break }
      lines += block.lines + [StyledText()]
    }
    return lines
  }
}
