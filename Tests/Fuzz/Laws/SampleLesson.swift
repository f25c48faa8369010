import Journals
import LessonSolving
import Lessons
import Sessions

/// A lesson for scripts to open and for journals to resume.
enum SampleLesson {
  private static let text = """
    # Two nodes

    \(SampleBlocks.firstGraph)

    ## Fill it in

    ```fill
    ```

    ## A fan-out

    \(SampleBlocks.fanOut)

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
