import Foundation
import Testing

/// Programs in Python and models in ONNX in the place of formulas, their numbers beside those of the libraries.
@Suite struct ProgramFilesTests {
  /// A line of a table: the file, what it is about, and numbers.
  private static func rows(_ folder: String) throws -> [[String]] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: folder)
    let text = try String(contentsOf: path.appending(path: "figures.tsv"), encoding: .utf8)
    return text.split(separator: "\n").map { line in
      line.split(separator: "\t").map(String.init)
    }
  }

  private static func path(_ folder: String, _ file: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: folder).appending(path: file).path()
  }

  /// The value and the derivative of each quantity, by its name.
  private static func solved(_ words: [String]) throws -> [String: (
    value: [Double], slope: [Double]
  )] {
    let run = try ProgramRun(["solve", "--json"] + words)
    #expect(run.status == 0, "\(words): \(run.errors)")
    guard run.status == 0 else { return [:] }
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    var found: [String: (value: [Double], slope: [Double])] = [:]
    for node in object?["nodes"] as? [[String: Any]] ?? [] {
      guard let name = node["name"] as? String else { continue }
      found[name] = (numbers(node["value"]), numbers(node["derivative"]))
    }
    return found
  }

  private static func numbers(_ value: Any?) -> [Double] {
    if let list = value as? [Any] { return list.flatMap { numbers($0) } }
    return (value as? Double).map { [$0] } ?? []
  }

  private static func agree(_ a: [Double], _ b: [Double], within: Double) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= within * max(1, abs($1)) }
  }

  private static let notebooks: [String] = {
    let lines = (try? rows("Notebooks")) ?? []
    return Array(Set(lines.map { $0[0] })).sorted()
  }()

  @Test func thereAreTwentyNotebooks() {
    #expect(ProgramFilesTests.notebooks.count >= 20)
  }

  /// Values are those that Python computed, and derivatives those of PyTorch and micrograd.
  @Test(arguments: notebooks)
  func aNotebookHasItsNumbers(name: String) throws {
    let nodes = try ProgramFilesTests.solved([ProgramFilesTests.path("Notebooks", "\(name).py")])
    let within = name == "tensorflow-style" ? 1e-6 : 1e-9
    var compared = 0
    for row in try ProgramFilesTests.rows("Notebooks") where row[0] == name {
      // What is assigned again has its last value under another name.
      guard let node = nodes[row[1]], name != "assigned-again" || row[1] != "h" else { continue }
      let value = row[2].split(separator: " ").compactMap { Double(String($0)) }
      #expect(
        ProgramFilesTests.agree(node.value, value, within: within), "\(row[1]): \(node.value)")
      if row.count > 3 {
        let slope = row[3].split(separator: " ").compactMap { Double(String($0)) }
        #expect(
          ProgramFilesTests.agree(node.slope, slope, within: within), "d\(row[1]): \(node.slope)")
      }
      compared += 1
    }
    #expect(compared >= 2)
  }

  /// Values are those of the evaluator of the onnx package and of ONNX Runtime, which agree.
  @Test(arguments: (try? rows("Models")) ?? [])
  func aModelHasItsNumbers(row: [String]) throws {
    let path = ProgramFilesTests.path("Models", "\(row[0]).onnx")
    let nodes = try ProgramFilesTests.solved([path] + row[1].split(separator: " ").map(String.init))
    let value = try #require(Double(row[2]))
    let output = try #require(nodes["J"] ?? nodes["loss"])
    #expect(ProgramFilesTests.agree(output.value, [value], within: 1e-6), "\(output.value)")
  }

  @Test func weightsOfAModelHaveDerivativesOfPyTorch() throws {
    for kind in ["legacy", "dynamo"] {
      let nodes = try ProgramFilesTests.solved([
        ProgramFilesTests.path("Models", "torch-layers-\(kind).onnx"),
        "X=[[0.5,-1,2],[1,0.25,-0.5]]", "Y=[[1,0],[0,1]]",
      ])
      let slope = try #require(nodes["fc1_weight"]).slope
      let torch = [
        0.0207, -0.1135, 0.2269, 0.1114, 0.0820, -0.1640, -0.5304, 0.2402, -0.4804, 0.2851, 0.1189,
        -0.2378,
      ]
      #expect(ProgramFilesTests.agree(slope, torch, within: 6e-5), "\(slope)")
    }
  }

  /// What the exporter merged into one constant is written out at each of its places.
  @Test func equalConstantsStayApart() throws {
    let path = ProgramFilesTests.path("Models", "torch-quadratic-dynamo.onnx")
    let nodes = try ProgramFilesTests.solved([path, "w=3"])
    #expect(nodes["w"]?.slope == [66])
    #expect(Set(nodes.keys) == ["w", "mul", "add", "J"])
  }

  @Test(arguments: [
    (
      "a = 2 ^ 3\n",
      ":1:7: '^' is the exclusive or of whole numbers in Python; write ** for a power"
    ),
    ("a = 7 // 2\n", ":1:7: '//' cuts to a whole number, and has no derivative; write /"),
    (
      "w = 3.0\nfor i in range(3):\n    w = w * 2\n",
      ":2:1: a loop is not read; write the lines of one round without it"
    ),
    ("J = w ** 2 + wv\n", ":1:5: 'w' has no value above this line; give it one, as in w = 2.0"),
    ("a = (1 + 2\n", ":2:1: a bracket is left open at the end; close it"),
    (
      "import numpy as np\nW = np.random.randn(2, 3)\n",
      ":2:5: numbers that are drawn at random are not known; print them, and write them here"
    ),
    (
      "import os\na = os.system('x')\n",
      ":2:5: 'system' is not among the functions that are read; write it as a formula"
    ),
    ("", ": no assignment stands in it; write one a line, such as a = 2 + 3 * w"),
  ])
  func whatIsNotReadIsToldWithItsPlace(program: String, message: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("neuron.py", program)
    let run = try ProgramRun(["solve", file])
    #expect(run.errors == "backprop: \(file)\(message)\n")
    #expect(run.status == 3)
    #expect(run.output == "")
  }

  @Test func otherWordsStandBesideAProgram() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("neuron.py", "w = 3.0\na = 2 + 3 * w\n")
    let run = try ProgramRun(["solve", file, "J = a^2", "--json"])
    let typed = try ProgramRun(["solve", "w=3", "a = 2 + 3w", "J = a^2", "--json"])
    #expect(run.output == typed.output)
    let shown = try ProgramRun(["export", "@\(file)", "--text"])
    #expect(shown.output.contains("a = 2 + t1"))
  }

  @Test func whatIsLeftOutIsNoted() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "n.py",
      "import torch\nw = torch.tensor(3.0, requires_grad=True)\nx = torch.tensor(2.0)\nJ = (w * x) ** 2\nlr = 0.1\nJ.backward()\nprint(w.grad)\n"
    )
    let run = try ProgramRun(["solve", file, "--json"])
    #expect(
      run.errors.contains(
        "n.py:6: this line and 1 more compute nothing of the graph, and are left out\n"))
    #expect(run.output.contains("\"output\": \"J\""))
    #expect(
      run.output.contains("{\"name\": \"x\", \"kind\": \"data\", \"value\": 2, \"derivative\": 36}")
    )
    #expect(
      run.output.contains(
        "{\"name\": \"w\", \"kind\": \"parameter\", \"value\": 3, \"derivative\": 24}"))
  }

  /// A notebook is read cell by cell, and an error tells the cell.
  @Test func aNotebookOfJupyterIsRead() throws {
    let folder = try TemporaryFolder()
    func notebook(_ last: String) -> String {
      """
      {"cells": [{"cell_type": "markdown", "source": ["# A neuron"]},
        {"cell_type": "code", "source": ["%matplotlib inline\\n", "w = 3.0"], "outputs": []},
        {"cell_type": "code", "source": "a = 2 + 3 * w\\n\(last)"}], "nbformat": 4}
      """
    }
    let file = try folder.write("lab.ipynb", notebook("J = a ** 2"))
    let run = try ProgramRun(["solve", file, "--json"])
    #expect(
      run.output == (try ProgramRun(["solve", "w=3", "a = 2 + 3w", "J = a^2", "--json"])).output)
    #expect(
      run.errors.hasSuffix(
        "lab.ipynb, cell 1:1: this line computes nothing of the graph, and is left out\n"))
    let other = try folder.write("other.ipynb", notebook("J = a ^ 2"))
    #expect(
      try ProgramRun(["solve", other]).errors
        == "backprop: \(other), cell 2:2:7: '^' is the exclusive or of whole numbers in Python; write ** for a power\n"
    )
    let broken = try folder.write("broken.ipynb", "w = 3")
    #expect(
      try ProgramRun(["solve", broken]).errors
        == "backprop: cannot read \(broken): this is not a notebook of Jupyter; save it anew\n")
  }
}
