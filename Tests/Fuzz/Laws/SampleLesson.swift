import Journals
import Lessons
import Sessions

/// A lesson for scripts to open and for journals to resume.
enum SampleLesson {
  private static let text = """
    # Two nodes

    ```graph
    parameter w = 3
    a = 2 + 3w
    J = a^2
    ```

    ## Fill it in

    ```fill
    ```

    ## A fan-out

    ```graph
    parameter b = 3
    data a = 2
    d = a b
    e = a + b
    f = d e
    ```

    ```fill
    backward
    ```
    """

  static let session: Session = {
    do {
      let bytes = Array(text.utf8)
      return try Session(
        Lesson(utf8: bytes, name: "sample"), source: .lesson(name: "sample", hash: "h"))
    } catch {
      fatalError("the sample cannot be read: \(error)")
    }
  }()
}
