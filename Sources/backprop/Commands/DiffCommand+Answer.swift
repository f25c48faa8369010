import Expressions
import Journals

extension DiffCommand {
  /// What is printed: a derivative, the parts that it repeats, and its value.
  struct Answer {
    var title: String
    var derivative: SymbolicDerivative
    var value: Double?

    var text: String {
      let formula = derivative.expression.text
      var lines = ["\(title) = \(formula)"]
      for (index, part) in derivative.parts.enumerated() {
        lines.append("\(index == 0 ? "where" : "     ") \(part.name) = \(part.expression.text)")
      }
      if let value, value.shortestText != formula {
        let isFar = !derivative.parts.isEmpty
        let left = isFar ? title : String(repeating: " ", count: title.count)
        lines.append("\(left) = \(value.shortestText)")
      }
      return lines.joined(separator: "\n")
    }

    /// One object; the parts are a member where there are any.
    var json: JSON {
      var members = [
        JSON.Member("derivative", .string(derivative.expression.text)),
        JSON.Member("value", value.map { .number($0) } ?? .null),
      ]
      if !derivative.parts.isEmpty {
        let parts = derivative.parts.map { part in
          JSON.object([
            JSON.Member("name", .string(part.name)),
            JSON.Member("formula", .string(part.expression.text)),
          ])
        }
        members.append(JSON.Member("parts", .array(parts)))
      }
      return .object(members)
    }
  }
}
