import Foundation
import Testing

/// `backprop train` and `backprop predict`.
@Suite struct TrainCommandTests {
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("points.csv", "x,y\n1,3\n2,5\n3,7\n4,9\n")
    try folder.write("plain.csv", "1,3\n2,5\n3,7\n4,9\n")
    try folder.write("first.csv", "t,x\n3,1\n5,2\n7,3\n9,4\n")
    try folder.write("twice.csv", "x,x,y\n1,2,3\n2,3,4\n")
    try folder.write("one.csv", "1\n2\n")
    try folder.write("row.csv", "1,2\n")
    try folder.write("words.csv", "x,y\n1,2\n3,four\n")
    try folder.write("other.json", "{\"w\": [1, 2]}\n")
    try folder.write("text.json", "hello\n")
    try folder.write("notes.npz", "my notes\n")
    try FileManager.default.copyItem(
      atPath: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../CodeFormatsTests/Files/shapes.npz").path(),
      toPath: "\(folder.path)/data.npz")
    try folder.write("line.txt", "a = w x + b\nJ = mean((a - y)^2)\nw = 0\nb = 0\n")
    return folder
  }

  private static func run(_ words: [String], in folder: TemporaryFolder) throws -> ProgramRun {
    try withExtendedLifetime(folder) { try ProgramRun(words, in: folder.path) }
  }

  /// Gradient descent over all four points at once, from w = b = 0 with the rate 0.1: dJ/dw is -35 and dJ/db is -12.
  @Test(arguments: [
    ["a = w x + b", "J = mean((a - y)^2)", "--from", "points.csv"],
    ["@points.txt", "--from", "points.csv"],
    ["a = w X[:, 0] + b", "J = mean((a - y)^2)", "--from", "plain.csv"],
    ["a = w x + b", "J = mean((a - t)^2)", "--from", "first.csv", "--target", "t"],
  ])
  func aStepIsThatOfPaper(words: [String]) throws {
    let folder = try TrainCommandTests.folder()
    try folder.write("points.txt", "a = w x + b\nJ = mean((a - y)^2)\n")
    let run = try TrainCommandTests.run(
      ["train"] + words + [
        "w=0", "b=0", "--optimizer", "sgd", "--epochs", "1", "--held-out", "0", "--save", "p.json",
      ], in: folder)
    #expect(run.errors == "")
    #expect(
      run.output == """
        sgd, rate 0.1; 4 examples a step, 4 in all; 2 numbers to train
        epoch           J
            1          41
        J is 41

        """)
    #expect(run.status == 0)
    let file = try Data(contentsOf: URL(filePath: "\(folder.path)/p.json"))
    let saved = try #require(JSONSerialization.jsonObject(with: file) as? [String: Double])
    #expect(saved.count == 2)
    #expect(abs((saved["w"] ?? 0) - 3.5) < 1e-12)
    #expect(abs((saved["b"] ?? 0) - 1.2) < 1e-12)
  }

  @Test func theSameSeedGivesTheSameText() throws {
    let words = [
      "train", "network 2-6-1 tanh sigmoid", "--from", "moons", "--epochs", "3", "--json",
    ]
    let first = try ProgramRun(words + ["--seed", "5"])
    #expect(first.status == 0)
    #expect(try ProgramRun(words + ["--seed", "5"]).output == first.output)
    #expect(try ProgramRun(words + ["--seed", "6"]).output != first.output)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "optimizer", "rate", "batch", "seed", "examples", "heldOut", "epochs", "lineFaults",
        "diverged",
      ])
    #expect(object["examples"] as? Int == 160)
    #expect(object["heldOut"] as? Int == 40)
    #expect(object["diverged"] is NSNull)
    let epochs = try #require(object["epochs"] as? [[String: Any]])
    #expect(epochs.count == 3)
    #expect(
      Set(epochs[0].keys) == [
        "epoch", "loss", "accuracy", "heldOutLoss", "heldOutAccuracy", "derivativeSizes",
      ])
  }

  @Test func stepsThatAreTooLongEndWithOneAndSayWhy() throws {
    let run = try ProgramRun([
      "train", "network 64-32-10 relu softmax", "--from", "digits", "--optimizer", "sgd", "--rate",
      "1000", "--epochs", "2", "--save", "never.npz",
    ])
    #expect(run.output.contains("\ndiverged: in epoch 1, step 2 J is "))
    #expect(run.status == 1)
    #expect(!FileManager.default.fileExists(atPath: "never.npz"))
  }

  private static let wrong: [([String], Int32, String)] = [
    (
      ["@line.txt", "--from", "missing.csv"], 3,
      "cannot read missing.csv: no such file; name a file, or one of moons, circles, spirals, xor, line, digits"
    ),
    (["@line.txt", "--from", "moon"], 3, "cannot read moon: no such file; did you mean 'moons'?"),
    (
      ["@line.txt", "--from", "words.csv"], 3,
      "words.csv:3:3: 'four' is not a number; write one such as -2, 0.5 or 1e-3"
    ),
    (
      ["@line.txt", "--from", "one.csv"], 3,
      "one.csv has one column; an example has features and what is right for it"
    ),
    (["@line.txt", "--from", "row.csv"], 3, "row.csv has one row; give two examples at least"),
    (
      ["@line.txt", "--from", "twice.csv"], 3,
      "twice.csv has two columns 'x'; give each its own name"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--target", "z"], 3,
      "points.csv has no column 'z'; there are x, y"
    ),
    (
      ["@line.txt", "--from", "plain.csv", "--target", "3"], 3,
      "plain.csv has no column '3'; it has no names: write the number of a column, 1 to 2"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--rate", "-1"], 2,
      "--rate -1 climbs or stays; give one above 0"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--optimizer", "adm"], 2,
      "unknown optimizer 'adm'; did you mean 'adam'?"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--held-out", "1"], 2,
      "--held-out is a share, at least 0 and below 1; write --held-out 0.2"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--batch", "0"], 2,
      "'0' will not do for --batch; write a whole number from 1"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--save", "w.txt"], 2,
      "'w.txt' tells no format; name it .npz or .json"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--save", "text.json"], 2,
      "text.json is there and is not a file of this graph's parameters; name another file"
    ),
    // An array of another's work is no parameter, though the file has the right form.
    (
      ["@line.txt", "--from", "points.csv", "--save", "other.json"], 2,
      "other.json is there and is not a file of this graph's parameters; name another file"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--save", "data.npz"], 2,
      "data.npz is there and is not a file of this graph's parameters; name another file"
    ),
    (
      ["A = w x - y", "w=1", "start dA = A", "--from", "points.csv"], 3,
      "a derivative is given by 'start', so that no number is there to be made small; end with a number, such as J = sum(A^2)"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--load", "other.json"], 3,
      "cannot take parameters from other.json: 'w' is (2) in the file and () in the graph; give the graph whose parameters were kept"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--load", "text.json"], 3,
      "text.json is not a JSON object; write it with --save"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--state", "s.bin"], 2,
      "--state is a .npz file; write --state s.bin.npz"
    ),
    (
      ["@line.txt", "--from", "points.csv", "--state", "notes.npz"], 4,
      "notes.npz does not begin as a .npz file; write it with np.savez; it stays as it is: give another --state"
    ),
    (
      ["J = w^2", "w=1", "--held-out", "0.3"], 2,
      "--held-out is about the examples; name them too: --from moons"
    ),
    (
      ["J = ln(w)", "w=-1"], 3,
      "'J = ln(w)' has no finite value at these numbers; choose others"
    ),
  ]

  @Test(arguments: wrong)
  func whatIsWrongIsNamed(words: [String], status: Int32, message: String) throws {
    let folder = try TrainCommandTests.folder()
    let run = try TrainCommandTests.run(["train"] + words, in: folder)
    #expect(run.errors == "backprop: \(message)\n")
    #expect(run.status == status)
    #expect(run.output == "")
    #expect(
      try String(contentsOfFile: "\(folder.path)/notes.npz", encoding: .utf8) == "my notes\n")
  }

  @Test func whatWasKilledGoesOnFromTheLastEpoch() throws {
    let folder = try TemporaryFolder()
    let words = ["train", "network 2-5-1 tanh sigmoid", "--from", "moons", "--seed", "3"]
    let state = ["--state", "s.npz"]
    let process = Process()
    process.executableURL = try ProgramRun.program
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.arguments = words + state + ["--epochs", "1000000"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    // The heading, the columns and three epochs at least.
    var lines = 0
    while lines < 5 {
      lines += output.fileHandleForReading.availableData.count { $0 == UInt8(ascii: "\n") }
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()

    func epochs(_ words: [String]) throws -> (count: Int, text: String) {
      let run = try TrainCommandTests.run(words + ["--json"], in: folder)
      #expect(run.status == 0)
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      return ((object?["epochs"] as? [Any])?.count ?? 0, run.output)
    }
    let kept = try epochs(words + state + ["--epochs", "1"])
    #expect(kept.count >= 3)
    let goal = ["--epochs", "\(kept.count + 2)"]
    let resumed = try epochs(words + state + goal)
    #expect(resumed.text == (try epochs(words + goal)).text)
    #expect(resumed.count == kept.count + 2)
  }

  @Test(arguments: [
    (["--seed", "4"], "s.npz was trained with --seed 3; give the same, or another --state"),
    (["--batch", "7"], "s.npz was trained with --batch 32; give the same, or another --state"),
    (
      ["--optimizer", "sgd"],
      "s.npz was trained with --optimizer 'adam'; give the same, or another --state"
    ),
    (
      ["--examples", "50"],
      "s.npz was trained on 200 examples, and here are 50; give the same data, or another --state"
    ),
  ])
  func aStateOfOtherTrainingIsNotGoneOnWith(words: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let common = ["train", "network 2-3-1 tanh", "--from", "moons", "--state", "s.npz"]
    let first = try TrainCommandTests.run(common + ["--seed", "3", "--epochs", "1"], in: folder)
    #expect(first.status == 0)
    let before = try Data(contentsOf: URL(filePath: "\(folder.path)/s.npz"))
    let run = try TrainCommandTests.run(common + ["--epochs", "2"] + words, in: folder)
    #expect(run.errors == "backprop: \(message)\n")
    #expect(run.status == 4)
    #expect(try Data(contentsOf: URL(filePath: "\(folder.path)/s.npz")) == before)
  }

  @Test(arguments: ["p.npz", "p.json"])
  func whatWasSavedOfTheSameGraphIsSavedAnew(file: String) throws {
    let folder = try TrainCommandTests.folder()
    for epochs in ["1", "2"] {
      let run = try TrainCommandTests.run(
        ["train", "@line.txt", "--from", "points.csv", "--epochs", epochs, "--save", file],
        in: folder)
      #expect(run.errors == "")
      #expect(run.status == 0)
    }
  }

  @Test(arguments: ["p.npz", "p.json"])
  func whatWasTrainedPredicts(file: String) throws {
    let folder = try TrainCommandTests.folder()
    let graph = ["@line.txt", "--from", "points.csv"]
    let trained = try TrainCommandTests.run(
      ["train"] + graph + [
        "--held-out", "0", "--optimizer", "sgd", "--epochs", "2000", "--save", file,
      ], in: folder)
    #expect(trained.status == 0)
    let run = try TrainCommandTests.run(["predict"] + graph + ["--load", file], in: folder)
    #expect(
      run.output.hasPrefix(
        """
        example  predicted  target
              1          3       3
              2          5       5
              3          7       7
              4          9       9
        J is 
        """))
    #expect(run.status == 0)
    #expect(run.errors == "")
  }
}
