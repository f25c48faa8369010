import Grading
import Journals
import Sessions

extension LessonLibrary {
  /// The lessons as keys to mark by.
  var keys: KeyStore {
    KeyStore(
      opening: { name in
        if ExamTitle(name: name) != nil { return try? opener(name).get() }
        return files.first { $0.name == name }.flatMap { try? LessonLibrary.session($0) }
      },
      hashes: { name in
        files.first { $0.name == name }.map { Source.hashes(ofCopiesOf: $0.bytes) } ?? []
      },
      namesByHash: {
        var names: [String: String] = [:]
        for file in files.reversed() {
          for hash in Source.hashes(ofCopiesOf: file.bytes) { names[hash] = file.name }
        }
        return names
      })
  }
}
