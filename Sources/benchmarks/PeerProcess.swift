import Glibc

/// A library in Python, which measures what it is told of.
///
/// A class, because it owns the process and its pipes.
final class PeerProcess {
  /// What measures arrays, and steps of descent.
  static let arrays = PackageResources.numbers_py + PackageResources.arrays_py
  static let training = PackageResources.numbers_py + PackageResources.training_py

  let library: String
  private let program: [UInt8]
  /// The library's version, or why it is not there.
  private(set) var version = "python3: not there"
  private(set) var isThere = false
  private var process = pid_t()
  private var questions: CInt = -1
  private var answers: UnsafeMutablePointer<FILE>?

  /// - Parameter program: what the library is measured by, in Python.
  init(_ library: String, _ program: [UInt8]) {
    self.library = library
    self.program = program
    guard start(), let line = readLine() else { return }
    let words = line.split(separator: " ", maxSplits: 1)
    isThere = words.first == "ready"
    version = words.count > 1 ? String(words[1]) : line
  }

  deinit {
    if questions >= 0 { close(questions) }
    if let answers { fclose(answers) }
    if process > 0 { waitpid(process, nil, 0) }
  }

  /// Microseconds of a step, the median of some blocks of steps, with the loss and the weighted sum of derivatives.
  func measure(_ network: String, blocks: Int) -> (time: Double, cost: Double, sum: Double)? {
    let line = Array("\(network) \(blocks)\n".utf8)
    guard isThere, write(questions, line, line.count) == line.count else { return nil }
    let numbers = readLine()?.split(separator: " ").compactMap { Double($0) } ?? []
    return numbers.count == 3 ? (numbers[0], numbers[1], numbers[2]) : nil
  }

  private func start() -> Bool {
    // A peer that ends must not end this program.
    signal(SIGPIPE, SIG_IGN)
    var (input, output): ([CInt], [CInt]) = ([-1, -1], [-1, -1])
    guard pipe(&input) == 0, pipe(&output) == 0 else { return false }
    for end in input + output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, input[0], 0)
    posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    let program = String(decoding: self.program, as: UTF8.self)
    let python = getenv("PYTHON").map { String(cString: $0) } ?? "python3"
    let arguments: [String] = [python, "-c", program, library]
    let words = arguments.map { strdup($0) } + [nil]
    // These let OpenBLAS use older instructions than the processor has.
    unsetenv("OPENBLAS_CORETYPE")
    unsetenv("OPENBLAS_L2_SIZE")
    let error = posix_spawnp(&process, python, &actions, nil, words, environ)
    posix_spawn_file_actions_destroy(&actions)
    for word in words { free(word) }
    close(input[0])
    close(output[1])
    (questions, answers) = (input[1], fdopen(output[0], "r"))
    if error != 0 { process = 0 }
    return error == 0 && answers != nil
  }

  private func readLine() -> String? {
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    guard let answers, getline(&line, &capacity, answers) > 0, let line else { return nil }
    return String(String(cString: line).prefix { !$0.isNewline })
  }
}
