import Glibc

/// `backprop new`: a small lesson to start from.
enum NewCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard let name = arguments.positional.first, !name.isEmpty, !name.hasSuffix("/") else {
      throw Failure("name the lesson; write backprop new NAME", .usage)
    }
    let path = name.hasSuffix(".md") ? name : "\(name).md"
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      let reason =
        errno == EEXIST
        ? "it is there already; choose another name"
        : "\(FileError(number: errno).reason); check the path"
      throw Failure("cannot write \(path): \(reason)", .usage)
    }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard write(file, bytes, bytes.count) == bytes.count else {
      throw Failure("cannot write \(path): \(FileError(number: errno).reason)", .usage)
    }
    Output.write("\(path) is written; edit it, then run")
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
    let word = isPlain ? path : Shell.bash.quoted(path)
    Output.write("  backprop check \(word)\n  backprop learn \(word)")
    return .done
  }

  private static let text = """
    # Half a square

    Say here what the lesson is about. This graph holds on this page and on those after it:

    ```graph
    parameter d = 3
    J = 1/2 d^2
    ```

    ## Fill it in

    Every heading of level 2 begins a page. This page asks for everything:

    ```fill
    forward
    local
    backward
    ```

    ## What you have done

    Code such as `J = 4.5` and `dJ/dd = 3` is checked against the graph.

    ```test
    page 2
    fill J = 4.5
    fill dJ/dd = d
    expect done
    ```

    """
}
