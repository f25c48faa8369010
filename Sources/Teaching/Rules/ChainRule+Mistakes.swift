extension ChainRule {
  /// A wrong rule, as what it comes to.
  struct Misrule {
    var rule: WrongRule
    var result: (Numbers) -> Double
  }

  /// The wrong rules for a derivative that are known by their form, the nearest first.
  var misrules: [Misrule] { isSum ? misrulesOfSum : misrulesOfProduct }

  private var misrulesOfProduct: [Misrule] {
    guard let path = paths.first else { return [] }
    return [
      Misrule(rule: .upstreamOnly) { $0.upstream(path) },
      Misrule(rule: .localOnly) { $0.local(path) },
      Misrule(rule: .added) { $0.local(path) + $0.upstream(path) },
      Misrule(rule: .divided) { $0.upstream(path) / $0.local(path) },
      Misrule(rule: .divided) { $0.local(path) / $0.upstream(path) },
      Misrule(rule: .sign) { -$0.contribution(path) },
      Misrule(rule: .doubled) { 2 * $0.contribution(path) },
    ]
  }

  private var misrulesOfSum: [Misrule] {
    func sum(_ part: @escaping (Numbers, Path) -> Double) -> (Numbers) -> Double {
      { numbers in paths.reduce(0) { $0 + part(numbers, $1) } }
    }
    return paths.map { path in Misrule(rule: .onePath) { $0.contribution(path) } } + [
      Misrule(rule: .pathsMultiplied) { numbers in
        paths.reduce(1) { $0 * numbers.contribution($1) }
      },
      Misrule(rule: .pathsAveraged) { numbers in
        paths.reduce(0) { $0 + numbers.contribution($1) } / Double(paths.count)
      },
      Misrule(rule: .upstreamOnly, result: sum { $0.upstream($1) }),
      Misrule(rule: .localOnly, result: sum { $0.local($1) }),
      Misrule(rule: .added, result: sum { $0.local($1) + $0.upstream($1) }),
      Misrule(rule: .sign) { -result($0) },
    ]
      + paths.map { path in
        Misrule(rule: .pathSign) { result($0) - 2 * $0.contribution(path) }
      }
  }
}
