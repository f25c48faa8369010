import Testing
import TextScreen

// The table of appearances is internal; its effect on a terminal is tested elsewhere.
@testable import Terminal

@Suite struct AppearanceTests {
  private func appearance(
    _ role: Style.Role, isFocused: Bool = false, on palette: Appearance.Palette = .sixteenColors
  ) -> Appearance {
    Appearance(Style(role, isFocused: isFocused), on: palette)
  }

  @Test func verdictsHaveTheColoursOfTheCourse() {
    #expect(appearance(.forward) == Appearance(color: .brightBlue, attributes: []))
    #expect(appearance(.derivative) == Appearance(color: .green, attributes: []))
    #expect(appearance(.wrong) == Appearance(color: .red, attributes: []))
  }

  @Test func blueIsBoldWhereThereIsNoBrightOne() {
    #expect(
      appearance(.forward, on: .eightColors) == Appearance(color: .blue, attributes: .bold))
  }

  @Test(arguments: Style.Role.allCases)
  func withoutColoursAttributesAreLeft(role: Style.Role) {
    #expect(appearance(role, on: .monochrome).color == nil)
    let isQuiet = [.plain, .box, .wire, .prompt].contains(role)
    #expect(appearance(role, on: .monochrome).attributes.isEmpty == isQuiet)
  }

  @Test(arguments: Style.Role.allCases, Appearance.Palette.allCases)
  func theFocusShowsOnEveryRole(role: Style.Role, palette: Appearance.Palette) {
    #expect(
      appearance(role, on: palette) != appearance(role, isFocused: true, on: palette))
  }

  @Test(
    arguments: [Style.Role.placeholder, .forward, .derivative, .wrong, .revealed],
    Appearance.Palette.allCases)
  func theFocusedEntryIsReversed(role: Style.Role, palette: Appearance.Palette) {
    #expect(appearance(role, isFocused: true, on: palette).attributes.contains(.reverse))
    #expect(!appearance(role, on: palette).attributes.contains(.reverse))
  }

  @Test(arguments: [(256, Appearance.Palette.sixteenColors), (8, .eightColors), (-1, .monochrome)])
  func thePaletteFollowsTheNumberOfColours(colors: Int, palette: Appearance.Palette) {
    #expect(Appearance.Palette(colors: colors) == palette)
  }
}
