import Expressions
import Testing

@Suite struct ZeroPaddingTests {
  @Test(arguments: [("", "000"), ("7", "007"), ("42", "042"), ("123", "123"), ("1234", "1234")])
  func zerosStandBeforeTheDigits(digits: String, padded: String) {
    #expect(digits.zeroPadded(to: 3) == padded)
  }
}
