import Journals

/// Whose work a record is, where files are marked.
enum LearnerIdentity {
  /// That of the name in it.
  case name
  /// One learner's for each file, whatever names are in it.
  case file
  /// One learner's in all files, as in an upload of which somebody else knows whose it is.
  case upload

  func key(of name: String) -> LearnerKey { LearnerKey(self == .name ? name : "") }
}
