/// A wrong number with the rule that leads to it.
struct Mistake {
  var rule: WrongRule
  var value: Double
  /// Which term, box, path or key of a calculator it is about, where the rule has several.
  var place: Int?
  /// A second rule that was followed along.
  var second: WrongRule?

  init(_ rule: WrongRule, _ value: Double, place: Int? = nil, and second: WrongRule? = nil) {
    self.rule = rule
    self.value = value
    self.place = place
    self.second = second
  }

  /// The same rule with a minus lost besides.
  var negated: Mistake { Mistake(rule, -value, place: place, and: .sign) }
}
