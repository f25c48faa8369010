import CodeFormats
import Expressions
import Training

/// The file in which training is kept after each epoch, so that it goes on from there.
struct StateFile {
  let path: String

  /// - Returns: `nil` where none is asked for.
  init?(_ arguments: Arguments) throws(Failure) {
    guard let path = arguments.value("--state") else { return nil }
    guard path.lowercased().hasSuffix(".npz") else {
      throw Failure("--state is a .npz file; write --state \(path).npz", .usage)
    }
    self.path = path
  }

  /// What was kept; `nil` where nothing is yet.
  ///
  /// - Throws: where something is there that is no state; it stays as it is.
  func read() throws(Failure) -> TrainingState? {
    guard FileSystem.exists(path) else { return nil }
    let advice = "it stays as it is: give another --state"
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, atMost: ArrayFile.byteLimit)
    } catch {
      throw Failure("cannot read \(path): \(error.reason); \(advice)", .state)
    }
    guard !bytes.isEmpty else { return nil }
    let arrays: [String: NumericArray]
    do {
      arrays = try NPZFile.arrays(bytes)
    } catch {
      throw Failure("\(error.message(in: path)); \(advice)", .state)
    }
    do {
      return try TrainingState(arrays: arrays)
    } catch {
      let reason =
        switch error {
        case .notAState: "it holds arrays, and not a state of training"
        case .newer: "a later version of backprop wrote it"
        case .damaged: "it is damaged"
        }
      throw Failure("cannot go on from \(path): \(reason); \(advice)", .state)
    }
  }

  /// Keeps a state in the place of the one before it.
  func write(_ state: TrainingState) throws(Failure) {
    do {
      try FileSystem.replace(path, with: NPZFile.bytes(state.arrays))
    } catch {
      throw Failure("cannot write \(path): \(error.reason); check the path", .usage)
    }
  }
}
