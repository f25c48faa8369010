import Testing

@testable import benchmarks

/// The numbers are those that NumPy, PyTorch and JAX find for the same networks.
@Suite struct DenseNetworkTests {
  @Test func theTapeFindsWhatOtherLibrariesFind() {
    expect(
      DenseNetwork([2, 16, 16, 1], .tanh, .squares, examples: 100), 0.2953748720956274,
      -3.372076056525789)
    expect(
      DenseNetwork([64, 32, 10], .relu, .crossentropy, examples: 32), 2.304853012956194,
      -0.898727693102129)
    expect(
      DenseNetwork([784, 128, 10], .relu, .crossentropy, examples: 64), 2.302753704609915,
      -0.998761743454957)
  }

  private func expect(
    _ network: consuming DenseNetwork, _ cost: Double, _ weightedSum: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (found, sum) = (network.step(), network.weightedSum)
    #expect(abs(found - cost) <= 1e-12 * cost, sourceLocation: sourceLocation)
    #expect(
      abs(sum - weightedSum) <= 1e-11 * abs(weightedSum),
      sourceLocation: sourceLocation)
  }

  @Test func theMemoryIsAtMostHalfAsLargeAgainAsTheArrays() {
    let networks = [
      DenseNetwork([2, 16, 16, 1], .tanh, .squares, examples: 100).memoryRatio,
      DenseNetwork([64, 32, 10], .relu, .crossentropy, examples: 32).memoryRatio,
      DenseNetwork([784, 128, 10], .relu, .crossentropy, examples: 64).memoryRatio,
    ]
    #expect(networks.allSatisfy { $0 <= 1.5 }, "\(networks)")
  }

  @Test func aLibraryMeasuresWhereItIsThere() {
    let peer = PeerProcess("numpy", PeerProcess.arrays)
    #expect(peer.isThere == (peer.measure("2-3-1 relu squares 4", blocks: 1) != nil))
  }
}
