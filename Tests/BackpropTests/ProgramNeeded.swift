import Foundation
import Testing

extension Trait where Self == ConditionTrait {
  /// Skips a test, and says so, where a program that it needs is not installed.
  static func needs(_ path: String) -> Self {
    .enabled(if: FileManager.default.isExecutableFile(atPath: path), "\(path) is not installed")
  }

  /// Skips a test, and says so, where a shell that it needs is not installed.
  static func needs(_ shell: TestedShell) -> Self { needs(shell.path) }
}
