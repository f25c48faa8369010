package import RandomNumbers

/// A text with some of its characters doubled, dropped, moved or replaced.
package func mutated(_ text: String, _ generator: inout SplitMix64) -> String {
  let strange = Array(
    "()^*/+-=.,;eE0919aJwx½²⁻π−\\\"'`#![]{}<>|~\t\n\r \u{0}\u{1B}\u{301}é🙂\u{200D}")
  var characters = Array(text)
  for _ in 0..<Int.random(in: 1...6, using: &generator) {
    let place = Int.random(in: 0...characters.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: characters.insert(strange.randomElement(using: &generator) ?? "(", at: place)
    case 1 where place < characters.count: characters.remove(at: place)
    case 2 where place < characters.count:
      let run = characters[place...].prefix(Int.random(in: 1...40, using: &generator))
      characters.insert(
        contentsOf: run, at: Int.random(in: 0...characters.count, using: &generator))
    default:
      guard place < characters.count else { continue }
      characters[place] = strange.randomElement(using: &generator) ?? "^"
    }
  }
  return String(characters)
}
