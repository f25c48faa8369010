/// A computation graph compiled for speed: a structure of arrays, in an order in which operands come first.
///
/// A sum of products, which networks are made of, is one instruction, a chain: its running sum stays in a register, and
/// neighbouring factors are multiplied several at a time. What a chain passes through has no place of its own, unless it
/// was asked to be kept. Neighbouring chains of one length, and the curves of neighbouring neurons, are done together.
/// Values and derivatives lie beside the tape, in `TapeRun`.
///
/// Places are numbered: first the numbers that are given, then the result of each instruction, then copies of parameters
/// that single operations use. Chains read parameters where they are.
///
/// It is a class so that all runs share its memory; it never changes.
public final class Tape: Sendable {
  /// Where a number lies: the index of a place, or that of a parameter, marked by the highest bit.
  struct Address: Hashable, Sendable, BitwiseCopyable {
    var bits: UInt32

    static let parameterBit: UInt32 = 1 << 31
    static let none = Address(bits: .max)

    var isParameter: Bool { bits & Address.parameterBit != 0 }
    var index: Int { Int(bits & ~Address.parameterBit) }
  }

  /// A sum of products in a row, and where it begins.
  struct Chain: BitwiseCopyable {
    /// A first addend without a factor, or none.
    var start: Address
    /// Whether nothing else uses that addend, which is a parameter.
    var isStartFresh: Bool
    var firstRun: UInt32
    var lastRun: UInt32
  }

  /// Products of a chain whose factors lie in a pattern.
  struct Run: BitwiseCopyable {
    enum Pattern: UInt8, BitwiseCopyable {
      /// The first factors are neighbours, and so are the second.
      case dot
      /// The first factors are neighbours, the second are one and the same.
      case scaled
      /// The factors lie anywhere; `first` is the index of the first pair in `pairs`.
      case scattered
    }

    var first: Address
    var second: Address
    var count: UInt32
    var pattern: Pattern
    var isNegative: Bool
    /// Whether nothing else uses the first factors, which are parameters: their derivatives are written, not added.
    var isFresh: Bool
  }

  /// The two factors of a scattered product.
  struct Pair: BitwiseCopyable {
    var first: Address
    var second: Address
  }

  /// Parameters in a row and the places of their copies.
  struct Copies: BitwiseCopyable {
    var parameter: Int
    var place: Int
    var count: Int
    /// Whether no chain uses any of them too.
    var isWhole: Bool

    var parameters: Range<Int> { parameter..<parameter + count }
  }

  /// Parameters in a row whose derivatives begin at 0, since they are added to.
  struct Cleared: BitwiseCopyable {
    var parameter: Int
    var count: Int
  }

  /// What an instruction is: an operation's number, perhaps with the mark that its first operand is the result just
  /// computed, which nothing else uses; or a chain.
  enum Opcode {
    static let chain: UInt8 = 0x40
    /// The first and the last of several chains of one length that do not use each other.
    static let layerBegin: UInt8 = 0x41
    static let layerEnd: UInt8 = 0x42
    /// The first and the last of several hyperbolic tangents of neighbouring operands.
    static let mapBegin: UInt8 = 0x43
    static let mapEnd: UInt8 = 0x44
    static let follows: UInt8 = 0x80
  }

  let code: TapeCode
  /// The numbers that are given.
  let numbers: FlatArray<Double>
  /// The instructions that have a part in the output; they come first.
  let liveCount: Int
  public let parameterCount: Int
  /// The operations that the tape was compiled from.
  public let operationCount: Int
  /// The quantities that were asked to be kept.
  let kept: [Address]
  /// Places for values.
  let placeCount: Int

  /// Compiles recorded operations.
  ///
  /// - Parameters:
  ///   - output: the operation whose derivatives are asked.
  ///   - kept: quantities whose value and derivative can be asked, whatever chain they are part of.
  /// - Precondition: the quantities come from the builder.
  /// - Complexity: O(n).
  public init(
    _ builder: consuming TapeBuilder, output: TapeBuilder.Quantity,
    keeping kept: [TapeBuilder.Quantity] = []
  ) {
    precondition(output.reference.isOperation, "the output is an operation")
    parameterCount = builder.parameterCount
    operationCount = builder.operationCount
    var writer = TapeWriter(TapeCompiler(builder, output: output, keeping: kept))
    liveCount = writer.compiler.liveCount
    self.kept = kept.map { writer.address(of: $0.reference) }
    placeCount = writer.code.place(writer.code.count + writer.copyCount)
    numbers = writer.compiler.builder.takeNumbers()
    code = writer.takeCode()
  }

  /// The place of the output.
  var outputPlace: Int { code.place(liveCount - 1) }

  /// Instructions; fewer than operations where chains were recognised.
  public var instructionCount: Int { code.count }
}
