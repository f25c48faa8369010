import TextScreen
import Tutor

extension Session {
  mutating func resize(to width: Int, _ height: Int) {
    _ = update(.resized(Size(width: width, height: height)))
  }

  mutating func press(_ key: Key) {
    for message in Keymap.messages(for: key, in: self) { _ = update(message) }
  }
}
