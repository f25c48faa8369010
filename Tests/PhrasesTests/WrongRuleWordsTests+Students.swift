import Teaching

extension WrongRuleWordsTests {
  /// What students do beyond the course's list of wrong rules: slips, keys of a calculator, paths, values for derivatives.
  static let studentCases: [Case] = [
    Case(.arithmetic, chain, "c", "48", "48 is nearly right; compute 7² again"),
    Case(
      .arithmetic, "w=3;a=2 + 3w;J=a^2", "dJ/dw", "63", "63 is nearly right; compute 3 × 22 again"),
    Case(
      .signInside, "w1=2;x1=2;w2=-1;x2=3;z=w1 x1 + w2 x2;J=z^2", "z", "7",
      "it looks as if 7 loses a minus: w2 is -1 in w1 x1 + w2 x2"),
    Case(
      .calculatorKey, "z=2;s=sigmoid(z);J=5s", "s", "1.1353",
      "1.1353 divides by the first term alone; sigmoid(z) divides by the whole sum, so put it in parentheses"
    ),
    Case(
      .calculatorKey, "z=2;s=ln(z);J=5s", "s", "0.30103",
      "0.30103 comes from the key log, with base 10; here ln is the natural logarithm, with base e"),
    Case(
      .calculatorKey, "z=2;s=tanh(z);J=5s", "s", "-2.18504",
      "-2.18504 comes from the key tan; tanh is another function"),
    Case(
      .calculatorKey, "z=2;s=sin(z);J=5s", "s", "0.0348995",
      "0.0348995 comes from a calculator set to degrees; here angles are in radians"),
    Case(
      .calculatorKey, "z=2;s=exp(z);J=5s", "s", "100",
      "100 comes from a power of 10; exp is a power of e"),
    Case(
      .calculatorKey, "z=2;s=sigmoid(z);J=5s", "s", "0.1192029",
      "0.1192029 has e to the plus, where sigmoid(z) has e to the minus"),
    Case(
      .calculatorKey, "z=2;s=sigmoid(z);J=5s", "s", "7.3890561",
      "7.3890561 is an exponential alone; the sigmoid in sigmoid(z) is 1/(1 + e^-z), where z is what goes into it"
    ),
    Case(
      .otherFunction, "z=0.7;s=tanh(z);J=5s", "ds/dz", "0.2391",
      "0.2391 uses the slope of sigmoid instead of that of tanh(z); each function has its own rule"),
    Case(
      .productRule, "w=3;p=(w + 2) exp(w);J=7p", "dp/dw", "20.0855",
      "20.0855 has one term of the product rule for (w + 2) exp(w); w moves both factors, and both terms count"
    ),
    Case(
      .quotientRule, "w=3;p=(2w + 1)/(w + 2);J=7p", "dp/dw", "0.68",
      "0.68 mixes up the quotient rule for (2w + 1)/(w + 2); the derivative of a/b is 1/b by a, and -a/b² by b"
    ),
    Case(
      .maxHalf, local("max(x, w)", w: "8"), "dp/dw", "0.5",
      "0.5 gives half to each; in p = max(x, w) the chosen one passes on everything, the other one nothing"
    ),
    Case(
      .targetForgotten, "z1=1;z2=2;J=ln(exp(z1) + exp(z2)) - z2", "dJ/dz2", "0.73105858",
      "0.73105858 forgets a term: here dJ/dz2 is p - 1, the value p minus the target 1"),
    Case(
      .pathSign, fan, "df/da", "9", "9 has the wrong sign on the path by way of e; all paths add up"
    ),
    Case(
      .pathMissing, "a=4;b=5a;c=a^2;d=7a;f=b + c + d", "df/da", "12",
      "12 leaves out the path by way of c; all paths add up"),
    Case(
      .pathFactor, fan, "df/da", "15",
      "15 leaves out a factor on the path by way of d; on each path the local derivative is multiplied by what comes from the right"
    ),
    Case(
      .timesValue, "w=3;a=2 + 3w;J=a^2", "dJ/dw", "33",
      "33 multiplies by a itself; the value is not the derivative: the chain rule multiplies derivatives only"
    ),
    Case(
      .wholeDerivative, "w=3;a=2 + 3w;J=a^2", "da/dw", "66",
      "it looks as if 66 is more than this box; da/dw is about one box alone: how far does a move with w?"
    ),
    Case(
      .upstreamOnly, "w=3;a=2 + 3w;J=a^2", "da/dw", "22",
      "it looks as if 22 is dJ/da, what comes from the right; da/dw is about this box alone: how far does a move with w?"
    ),
    Case(
      .sentTwice, "a=3;b=4a;c=b + 3;d=5b;f=c + d", "df/da", "28",
      "28 passes the same part on from b twice; add up what arrives there, then pass the sum on once"
    ),
    Case(
      .weightForgotten, "w1=0.5;w2=0.3;w3=0.7;x=1.5;h=w1 x;g=w2 h;k=w3 g;J=k^2", "dJ/dw1", "0.4725",
      "0.4725 leaves out weights on the way back; each product passes the change on times its other factor"
    ),
    Case(
      .coarseNudge, "w=3;a=2 + 3w;J=a^2", "dJ/dw", "66.09",
      "66.09 is what a larger nudge gives; the smaller the nudge, the nearer it comes to dJ/dw"),
  ]
}
