import FullScreen
import Teaching
import TestSupport
import Testing
import TextScreen

/// Graphs larger than a screen, whole and folded.
@Suite struct LargeGraphScreensTests {
  static let sizes = [(80, 24), (160, 50)]

  private func network(_ width: Int, _ height: Int) throws -> Screen {
    try exploring("network 2-4-4-1 tanh seed 3", at: Size(width, height))
  }

  /// The example that micrograd's page shows, with a name for each quantity that it writes over.
  private func micrograd(_ width: Int, _ height: Int) throws -> Screen {
    try exploring(
      "a = -4", "b = 2", "c = a + b", "d = a b + b^3", "c2 = c + c + 1", "c3 = c2 + 1 + c2 - a",
      "d2 = d + 2d + relu(b + a)", "d3 = d2 + 3d2 + relu(b - a)", "e = c3 - d3", "f = e^2",
      "g = f/2 + 10/f", at: Size(width, height))
  }

  @Test func microgradsExampleHasItsNumbers() throws {
    let key = try #require(try micrograd(80, 24).worksheet?.key.numbers)
    func value(_ name: String) throws -> Double {
      key.value(of: try #require(key.list.index(of: name)))
    }
    #expect(abs(try value("g") - 24.7041) < 5e-5)
    #expect(abs(try value("dg/da") - 138.8338) < 5e-5)
    #expect(abs(try value("dg/db") - 645.5773) < 5e-5)
  }

  @Test(arguments: sizes)
  func microgradsExample(width: Int, height: Int) throws {
    try expect(micrograd(width, height), matches: "micrograd-\(width)x\(height)")
  }

  @Test(arguments: sizes)
  func aNetwork(width: Int, height: Int) throws {
    try expect(network(width, height), matches: "network-2-4-4-1-\(width)x\(height)")
  }

  /// Both hidden layers as a box each.
  @Test(arguments: sizes)
  func aNetworkWithItsLayersFolded(width: Int, height: Int) throws {
    var screen = try network(width, height)
    screen.press(.function(12))
    for name in ["a1_1", "a2_1"] {
      screen.type(name)
      screen.press(.character("-"), .escape)
    }
    try expect(screen, matches: "network-2-4-4-1-folded-\(width)x\(height)")
  }
}
