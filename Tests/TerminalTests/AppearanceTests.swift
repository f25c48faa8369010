import Testing
import TextScreen

// The table of appearances is internal; its effect on a terminal is tested elsewhere.
@testable import Terminal

@Suite struct AppearanceTests {
  private func appearance(
    _ role: Style.Role, isFocused: Bool = false, on palette: Palette = .sixteenColors,
    _ theme: Theme = .auto
  ) -> Appearance {
    Appearance(Style(role, isFocused: isFocused), on: palette, theme)
  }

  private func look(_ hue: Hue, _ attributes: Appearance.Attributes = []) -> Appearance {
    Appearance(color: Appearance.Color(hue: hue, isQuiet: false), attributes: attributes)
  }

  @Test func verdictsHaveTheColoursOfTheCourse() {
    #expect(appearance(.forward) == look(.value))
    #expect(appearance(.derivative) == look(.derivative))
    #expect(appearance(.wrong) == look(.wrong))
    #expect([Hue.value, .derivative, .wrong].map { Theme.auto.row($0).palette } == [12, 2, 1])
  }

  @Test func blueIsBoldWhereThereIsNoBrightOne() {
    for role in [Style.Role.forward, .openForward] {
      let attributes = appearance(role, on: .eightColors).attributes
      #expect(attributes.contains(.bold) && !attributes.contains(.dim))
    }
  }

  /// What is open is dim, and in hand it is not.
  @Test(arguments: [Style.Role.openForward, .openDerivative], [Palette.sixteenColors, .ownColors])
  func anOpenEntryIsDimUntilItIsInHand(role: Style.Role, palette: Palette) {
    let (open, inHand) = (
      appearance(role, on: palette), appearance(role, isFocused: true, on: palette)
    )
    #expect(open.color?.hue == (role == .openForward ? .value : .derivative))
    #expect(open.attributes.contains(.dim) == (palette == .sixteenColors))
    #expect(open.color?.isQuiet == true)
    #expect(inHand.color?.isQuiet == false)
    #expect(!inHand.attributes.contains(.dim))
  }

  /// The frame and the wires that lead to what is in hand have the colour of text, in bold; the others step back.
  @Test(arguments: [Style.Role.box, .wire])
  func theBoxInHandStandsOut(role: Style.Role) {
    #expect(
      appearance(role, isFocused: true, on: .ownColors) == Appearance(color: nil, attributes: .bold)
    )
    #expect(appearance(role, on: .ownColors).color == Appearance.Color(hue: .grey, isQuiet: true))
    #expect(appearance(role, on: .sixteenColors).attributes == .dim)
  }

  /// Red and green are one colour to many eyes: there, what is wrong is bold as well.
  @Test func wrongIsBoldForTheColourBlind() {
    #expect(appearance(.wrong, on: .eightColors, .colourBlind).attributes == .bold)
  }

  @Test(arguments: Style.Role.allCases)
  func withoutColoursAttributesAreLeft(role: Style.Role) {
    #expect(appearance(role, on: .monochrome).color == nil)
    let isQuiet = [.plain, .box, .wire, .forwardWire, .derivativeWire, .prompt].contains(role)
    #expect(appearance(role, on: .monochrome).attributes.isEmpty == isQuiet)
  }

  @Test(arguments: Style.Role.allCases, Palette.allCases)
  func theFocusShowsOnEveryRole(role: Style.Role, palette: Palette) {
    #expect(
      appearance(role, on: palette) != appearance(role, isFocused: true, on: palette))
  }

  @Test(
    arguments: [
      Style.Role.placeholder, .openForward, .openDerivative, .forward, .derivative, .wrong,
      .revealed,
    ],
    Palette.allCases)
  func theFocusedEntryIsReversed(role: Style.Role, palette: Palette) {
    #expect(appearance(role, isFocused: true, on: palette).attributes.contains(.reverse))
    #expect(!appearance(role, on: palette).attributes.contains(.reverse))
  }
}
