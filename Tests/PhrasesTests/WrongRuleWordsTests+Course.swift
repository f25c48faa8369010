import Teaching

extension WrongRuleWordsTests {
  /// The rules of the course's list.
  static let listedCases: [Case] = [
    Case(
      .followsFromWrong, "w=3;a=2 + 3w;J=a^2", "J", "100", before: ["a": "10"],
      "100 is consistent with your a = 10, which is wrong; fix that first"),
    Case(
      .ownOperand, local("w x"), "dp/dw", "3",
      "it looks as if 3 uses w itself; the derivative of w x by w is the other factor"),
    Case(
      .ownOperand, unit, "dJ/dw", "102",
      "it looks as if 102 is dJ/dp = 34 times a wrong dp/dw, which uses w itself; the derivative of w x by w is the other factor"
    ),
    Case(
      .sumAsProduct, local("w + x"), "dp/dw", "5",
      "5 treats w + x as a product; a sum moves exactly as far as each of its terms"),
    Case(
      .powerNotLowered, local("w^2"), "dp/dw", "18",
      "it looks as if 18 brings the exponent of w² down in front, and does not lower it"),
    Case(
      .powerCoefficient, local("w^3"), "dp/dw", "9",
      "9 lowers the exponent of w³, and forgets to bring it down in front"),
    Case(
      .halfForgotten, local("1/2 w^2"), "dp/dw", "6",
      "6 forgets the constant factor in 1/2 w²"),
    Case(
      .reluValue, local("relu(w)"), "dp/dw", "3",
      "it looks as if 3 is what goes into relu in p = relu(w); the slope of relu is 1 or 0"),
    Case(
      .reluAlwaysOn, local("relu(w)", w: "-3"), "dp/dw", "1",
      "1 lets the change through p = relu(w); with w = -3 what goes into relu is not positive, so nothing flows"
    ),
    Case(
      .subtrahendSign, local("x - w"), "dp/dw", "1",
      "1 forgets the minus in x - w: what is subtracted pulls p the other way"),
    Case(
      .reciprocalSign, local("1/w"), "dp/dw", "1/9",
      "1/9 forgets a minus: 1/w divides by w, which pulls p the other way"),
    Case(
      .productAsSum, local("w x"), "dp/dw", "1",
      "1 forgets the other factor of the product w x: in a product the other factor counts"),
    Case(
      .productItself, local("w x"), "dp/dw", "15",
      "it looks as if 15 is the whole product in p = w x; how far does p move with w?"),
    Case(
      .sumSplit, local("w + x"), "dp/dw", "1/2",
      "1/2 shares the change out among the terms of w + x; a sum passes the whole change on to each term"
    ),
    Case(
      .constantKept, local("2 + 4w"), "dp/dw", "6",
      "6 counts the number added in 2 + 4w as well; a constant does not move"),
    Case(
      .biasAsWeight, local("2x + w"), "dp/dw", "5",
      "5 uses the factor of the product next to it; w is only added in 2x + w"),
    Case(
      .biasAsWeight, local("2x + w"), "dJ/dw", "35",
      "35 is dJ/dp = 7 times a wrong dp/dw, which uses the factor of the product next to it; w is only added in 2x + w"
    ),
    Case(
      .maxBoth, local("max(x, w)"), "dp/dw", "1",
      "it looks as if 1 lets both through p = max(x, w); with x = 5 and w = 3 only the chosen one moves p"
    ),
    Case(
      .maxLoser, local("min(x, w)"), "dp/dw", "0",
      "0 picks the wrong one of min(x, w); with x = 5 and w = 3, which one is chosen?"
    ),
    Case(
      .maxScaled, local("min(x, w)"), "dJ/dw", "21",
      "it looks as if 21 is dJ/dp = 7 times a wrong dp/dw, which multiplies by the chosen value; p = min(x, w) passes the change on as it is, times 1"
    ),
    Case(
      .quotientNotSquared, local("x/w"), "dp/dw", "-5/3",
      "-5/3 forgets to square what x/w divides by"),
    Case(
      .powerIntegrated, local("w^3"), "dp/dw", "81/4",
      "81/4 integrates w³, and raises its exponent; to differentiate, lower it by one"),
    Case(
      .powerRaised, local("w^3"), "dp/dw", "243",
      "243 raises the exponent of w³; lower it by one"),
    Case(
      .halfKept, local("1/3 w^2"), "dp/dw", "2/3",
      "2/3 takes the constant factor in 1/3 w² once too often"),
    Case(
      .reluAlwaysOff, local("relu(w)"), "dJ/dw", "0",
      "0 is dJ/dp = 7 times a wrong dp/dw, which stops the change at p = relu(w); with w = 3 what goes into relu is positive, so all of it flows"
    ),
    Case(
      .sigmoidValue, local("sigmoid(w)"), "dp/dw", "0.952574",
      "it looks as if 0.952574 is the value s of the sigmoid in p = sigmoid(w); its slope is s (1 - s)"
    ),
    Case(
      .sigmoidOfInput, local("sigmoid(w)"), "dp/dw", "-6",
      "-6 puts what goes into the sigmoid, w = 3, into s (1 - s); the sigmoid's value goes there"),
    Case(
      .sigmoidTwice, local("sigmoid(w)"), "dp/dw", "0.200879",
      "it looks as if 0.200879 applies the sigmoid in p = sigmoid(w) twice; in s (1 - s), s is already its value"
    ),
    Case(
      .sigmoidOneMinus, local("sigmoid(w)"), "dp/dw", "0.0474259",
      "0.0474259 is 1 - s with the sigmoid's value s in p = sigmoid(w); the slope is s (1 - s)"),
    Case(
      .tanhOneMinus, local("tanh(w)"), "dp/dw", "-8",
      "-8 lacks a square or has it at the wrong place; the slope of tanh in p = tanh(w) is 1 - s², where s is its value"
    ),
    Case(
      .expPower, local("exp(w)"), "dp/dw", "22.1672",
      "22.1672 treats exp in p = exp(w) as a power; exp is its own derivative"),
    Case(
      .lnItself, local("ln(w)"), "dp/dw", "1.09861",
      "it looks as if 1.09861 uses the logarithm's value in p = ln(w); the slope of ln is 1 over what goes into it"
    ),
    Case(
      .cosSign, local("cos(w)"), "dp/dw", "0.14112",
      "0.14112 has the wrong sign for cos(w): sin goes to cos, and cos to -sin"),
    Case(
      .precedence, "w=4;a=2 + 3w;J=a^2", "a", "20",
      "20 computes 2 + 3w = 2 + 3 × 4 from left to right; powers come first, then products, then sums"
    ),
    Case(
      .squareOfSign, "w=-3;a=w^2;J=5a", "a", "-9",
      "-9 loses a sign in w² = (-3)²: a negative number squared is positive"),
    Case(
      .squareOfSign, "w=3;a=-w^2;J=5a", "a", "9",
      "9 loses a sign in -w² = -3²: the power comes first, and the minus stays"),
    Case(
      .squareAsDouble, chain, "c", "14",
      "it looks as if 14 multiplies by the exponent in b² = 7²; a power is the number times itself"),
    Case(
      .operandMissing, chain, "b", "6",
      "it looks as if 6 leaves out a part of 3a + 1 = 3 × 2 + 1"),
    Case(
      .operationSwapped, chain, "J", "54",
      "54 uses another operation than 5c = 5 × 49, such as a sum for a product or the reverse"),
    Case(
      .reluIgnored, "w=-3;a=relu(w);J=5a", "a", "-3",
      "-3 passes a negative number through relu(w) = relu(-3); relu makes it 0"),
    Case(
      .localOnly, chain, "dJ/da", "3",
      "3 is db/da, one box alone; J moves 70 times as far as b, so multiply"),
    Case(
      .localOnly, fan, "df/da", "4",
      "it looks as if 4 adds the local derivatives, and forgets what comes from the right on each path"
    ),
    Case(
      .upstreamOnly, "w=3;a=2 + 3w;J=a^2", "dJ/dw", "22",
      "it looks as if 22 is dJ/da, what comes from the right; a itself moves 3 times as far as w, so multiply"
    ),
    Case(
      .upstreamOnly, fan, "df/da", "19",
      "it looks as if 19 adds what comes from the right, and forgets the local derivative on each path"
    ),
    Case(
      .added, chain, "dJ/da", "73",
      "73 adds db/da and dJ/db = 70; the chain rule multiplies them"),
    Case(
      .added, fan, "df/da", "23",
      "23 adds local derivatives and what comes from the right; on each path they are multiplied"),
    Case(
      .onePath, fan, "df/da", "21",
      "21 is df/da via d alone; a reaches f on 2 paths, which add up"),
    Case(
      .skippedNode, chain, "dJ/da", "15",
      "15 leaves out a box: db/da is multiplied by dJ/db = 70, but by nothing further to the right"),
    Case(
      .innerForgotten, "w=2;a=(2 + 3w)^2;J=5a", "da/dw", "16",
      "16 is the outer derivative of (2 + 3w)² alone; the inside moves with w as well"),
    Case(
      .innerForgotten, "w=2;a=(2 + 3w)^2;J=5a", "dJ/dw", "80",
      "80 is dJ/da = 5 times a wrong da/dw, which is the outer derivative of (2 + 3w)² alone; the inside moves with w as well"
    ),
    Case(
      .forwardValue, chain, "dc/db", "49",
      "49 is c itself; the question is how far c moves for each unit of b"),
    Case(
      .forwardValue, chain, "dJ/da", "2",
      "2 is a itself; the question is how far J moves for each unit of a"),
    Case(
      .divided, chain, "dJ/da", "70/3",
      "70/3 divides one of db/da and dJ/db by the other; the chain rule multiplies them"),
    Case(
      .pathsMultiplied, fan, "df/da", "252",
      "252 multiplies the paths from a; they add up"),
    Case(
      .pathsAveraged, fan, "df/da", "16.5",
      "16.5 averages the paths from a; they add up"),
    Case(
      .oneUpstream, fan, "df/da", "28",
      "it looks as if 28 multiplies every local derivative by what comes from the right on one path; each path from a has its own"
    ),
    Case(
      .oneLocal, fan, "df/da", "57",
      "57 multiplies what comes from the right by one local derivative; each path from a has its own"
    ),
    Case(
      .countedOnce, "a=3;b=a * a;J=5b", "dJ/da", "15",
      "it looks as if 15 counts a once; in b = a a it occurs 2 times, and each one counts"),
    Case(
      .extraFactor, chain, "dJ/da", "2940",
      "2940 has a factor too many: dJ/db = 70 already contains everything to the right of b"),
    Case(
      .sibling, "u=3;w=4;a=u^2 + 5w;J=7a", "dJ/dw", "42",
      "it looks as if 42 follows another wire into a; look at the one from w"),
    Case(
      .seed, chain, "dJ/da", "51450",
      "51450 starts from J = 245 itself; the sweep starts from dJ/dJ = 1"),
    Case(
      .keptBetween, "w=3;t=3w;a=2 + t;J=a^2", "dJ/dw", "264",
      "264 is what stands at w after two sweeps that keep what the first one left in every box; set all of it to 0 "
        + "before a second one"),
    Case(
      .otherConvention, "a=2;b=2;J=max(a, b)", "dJ/da", "0.5",
      "0.5 follows the convention of PyTorch 2.15.0, JAX 0.10.2, tinygrad 0.14.0, SymPy 1.14.0 and others in a tie; "
        + "here a tie goes to the first of max(a, b)"),
    Case(
      .doubled, "a=4;b=3a + 1;c=b^2;J=5c", "dJ/da", "780",
      "780 is twice dJ/da: something was added up twice on the way back"),
    Case(
      .upsideDown, chain, "dJ/da", "1/210",
      "1/210 is the fraction upside down: the question is how far J moves for each unit of a"),
    Case(
      .nudgedChange, chain, "dJ/da", "0.21",
      "it looks as if 0.21 is how far J moves when a moves by 0.001; divide by 0.001"),
    Case(
      .nudgedValue, chain, "dJ/da", "245.21",
      "245.21 is where J ends up when a moves by 0.001; the question is how far it moves, divided by 0.001"
    ),
    Case(
      .unitChange, chain, "dJ/da", "255",
      "255 is how far J moves when a moves by a whole 1; a derivative is for a small move"),
    Case(
      .wrongPoint, "a=2;b=3a + 1;c=b^3;J=5c", "dc/db", "12",
      "12 has the right formula and another quantity's number in it; here b = 7"),
    Case(
      .updateStep, chain, "dJ/da", "-19",
      "-19 is what a step of gradient descent does to a; the question is dJ/da alone"),
    Case(
      .sign, chain, "dJ/da", "-210",
      "-210 has the right size and the wrong sign: does J go up or down when a goes up?"),
    Case(
      .sign, chain, "b", "-7",
      "-7 is b with the wrong sign"),
    Case(
      .powerOfTen, chain, "dJ/da", "2100",
      "2100 has the digits of dJ/da; the decimal point has moved"),
    Case(
      .otherEntry, chain, "dJ/da", "245",
      "245 is J, but the question is dJ/da"),
  ]
}
