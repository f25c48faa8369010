/// A number whose digits are parted, by commas, points or blanks.
struct NumberGroups {
  private let typed: String
  private let groups: [Substring]

  /// - Parameter typed: digits with `,`, `.` or blanks between them.
  init(_ typed: String) {
    self.typed = typed
    groups = typed.split(omittingEmptySubsequences: false) { !("0"..."9").contains($0) }
  }

  private var separators: [Character] { typed.filter { !("0"..."9").contains($0) } }

  /// Whether the groups from the second on are those of thousands.
  private func areThousands(_ groups: ArraySlice<Substring>) -> Bool {
    guard let first = groups.first, 1...3 ~= first.count, first.first != "0" else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The number in digits, if it can be one alone; a text that reads as it.
  var number: String? {
    let signs = separators
    guard !groups.contains(where: \.isEmpty), let last = signs.last else { return nil }
    let parting = signs.dropLast()
    if signs.count > 1, Set(signs).count == 1, areThousands(groups[...]) { return groups.joined() }
    // The last sign is the decimal one where it is another than those before it.
    if !parting.isEmpty, !parting.contains(last), Set(parting).count == 1, last != " ",
      areThousands(groups.dropLast()[...])
    {
      return groups.dropLast().joined() + "." + (groups.last ?? "")
    }
    if signs == [","], !isOneOrTheOther { return groups.joined(separator: ".") }
    return nil
  }

  /// Whether the digits may be thousands or decimals, as in `12,500`.
  var isOneOrTheOther: Bool { separators == [","] && areThousands(groups[...]) }

  /// Both numbers that `12,500` may be.
  var bothNumbers: [String] { [groups.joined(), groups.joined(separator: ".")] }

  /// Whether a comma stands for decimals, as in `1,5` and `1.234,5`.
  var hasDecimalComma: Bool { separators.last == "," && number?.contains(".") ?? false }

  /// The thousands that blanks part, as in `12 500`, as one number.
  var joined: String? { areThousands(groups[...]) ? groups.joined() : nil }
}
