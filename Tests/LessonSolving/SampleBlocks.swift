/// Blocks that several lessons of the tests begin with.
public enum SampleBlocks {
  /// The first graph of the course: a = 11, J = 121, dJ/da = 22, da/dw = 3, dJ/dw = 66.
  public static let firstGraph = """
    ```graph
    parameter w = 3
    a = 2 + 3w
    J = a^2
    ```
    """

  /// A graph whose parameter reaches the output on two paths.
  public static let fanOut = """
    ```graph
    parameter b = 3
    data a = 2
    d = a b
    e = a + b
    f = d e
    ```
    """

  /// Two boxes whose input is drawn by a seed.
  public static let twoNodes = """
    ```graph
    parameter w = 3 in 2..9
    a = 2 + 3w
    J = a^2
    ```
    """

  /// A question on the left of the two boxes.
  public static let slope = """
    ```question slope
    ask: How far does a move?
    number: 3
    hint: only 3w moves
    ```
    """
}
