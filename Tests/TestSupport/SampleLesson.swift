import LessonSolving

/// Lessons that several tests open.
package enum SampleLesson {
  /// A page that only shows the first graph, one that asks all of it, and another graph.
  package static let twoNodes = """
    # Two nodes

    Read this.

    \(SampleBlocks.firstGraph)

    ## Fill it in

    ```fill
    ```

    ## Another

    ```graph
    parameter w = 2
    a = 5w
    J = a^2
    ```

    ```fill
    ```
    """

  /// A page for each kind of exercise, and one with fresh numbers.
  package static let exercises = """
    # Everything

    ```graph
    parameter w = 3 in -9..9
    a = 2 + 3w
    J = a^2
    ```

    ```question slope
    ask: How many times as far does a move?
    number: 3
    hint: look at 3w
    hint: it is 3
    right: 3w moves
    wrong 5: the 2 stays
    ```

    ```question rule
    ask: The derivative of a^2?
    formula: 2a
    ```

    ## Break

    ```break-up
    w = 3
    J = (2 + 3w)^2
    ```

    ## Watch

    ```graph again
    ```

    ```demonstrate
    ```

    ## Nudge

    ```nudge a, w
    times: 2
    ```

    ## Fresh

    ```graph fresh
    ```

    ```fill
    given a
    hint dJ/da: 2a
    wrong dJ/da = a: twice that
    ```
    """
}
