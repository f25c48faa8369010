import Scripts
import Sessions

/// What a script finds wrong; one with an error in it gives the error.
package func run(script text: String, pictures: [String: String] = [:]) -> [String] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  do throws(ScriptFailure) {
    let script = try Script(lines: lines)
    var run = ScriptRun(pictures: pictures) { _ in
      .failure(LookupFailure("no such lesson"))
    }
    return run.run(script).map { $0.report(file: "s", again: "backprop test s") }
  } catch {
    return error.errors.map { "\($0.line): \($0.message)" }
  }
}
