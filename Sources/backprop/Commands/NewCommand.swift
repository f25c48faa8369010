import Glibc
import Terminal

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
    if let number = OpenFile(number: file).write(Array(text.utf8)) {
      throw Failure("cannot write \(path): \(FileError(number: number).reason)", .usage)
    }
    Output.write("\(path) is written; edit it, then run")
    let word = Shell.bash.word(path)
    Output.write("  backprop check \(word)\n  backprop learn \(word)")
    Output.write("backprop help blocks says what can stand in it")
    return .done
  }

  private static let text = """
    # Half a square

    How fast does J follow d? Say here what the lesson is about; this sentence is its line in the menu.

    ```graph
    parameter d = 3 in 2..9
    J = 1/2 d^2
    ```

    ```question guess
    ask: With d = 3: if d moves a little, how many times as far does J move?
    number: 3
    hint: The derivative of d² is 2d, and half of it is taken.
    right: half of 2d is d
    wrong 6: the half is missing
    ```

    ## Fill it in

    Every heading of level 2 begins a page. This page asks for everything.

    ```fill
    forward
    backward
    hint dJ/dd: a formula such as 2d is an answer too
    wrong dJ/dd = J: that is J itself; how fast does it move?
    ```

    ## Fresh numbers

    ```graph fresh
    ```

    ```fill
    given J
    ```

    ## What you have done

    ```graph again
    ```

    The number drawn for d was another one for each seed.

    ```test
    answer guess = 6
    expect message /half/
    answer guess = 3
    next
    fill J = 4.5
    fill dJ/dd = d
    expect done
    next
    seed 3
    fill dJ/dd = d
    expect done
    ```

    """
}
