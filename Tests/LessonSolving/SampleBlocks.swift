/// Blocks that several lessons of the tests begin with.
public enum SampleBlocks {
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
