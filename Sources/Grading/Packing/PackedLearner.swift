/// What a learner did, in few bytes, and those in a file where one can be had.
public struct PackedLearner: Sendable {
  private enum Place {
    case memory([UInt8])
    case spool(Spool, at: Int, count: Int)
  }

  private let place: Place
  /// What the learner is called.
  public let name: String
  /// The files in which the work stands.
  public var files: [String]

  public init(_ marks: Marks.Learner) {
    var packed = PackedBytes()
    marks.pack(into: &packed)
    let bytes = packed.bytes
    if let spool = Spool.shared, let start = spool.add(bytes) {
      place = .spool(spool, at: start, count: bytes.count)
    } else {
      place = .memory(bytes)
    }
    name = marks.learner
    files = marks.files
  }

  public var marks: Marks.Learner {
    var unpacked = UnpackedBytes(bytes)
    var marks = Marks.Learner(from: &unpacked)
    marks.files = files
    return marks
  }

  private var bytes: [UInt8] {
    switch place {
    case .memory(let bytes): return bytes
    case .spool(let spool, let start, let count):
      guard let bytes = spool.read(count, at: start) else {
        fatalError("what was written into a file of one's own cannot be read again")
      }
      return bytes
    }
  }
}
