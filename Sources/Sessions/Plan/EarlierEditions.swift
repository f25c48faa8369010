import Lessons

/// What the course's own lessons asked in earlier releases, whose journals do not tell it.
enum EarlierEditions {
  /// The edition of a file with a hash; `nil` where it is not known.
  static func edition(_ hash: String) -> LessonEdition? { release1[hash] }

  /// Release 1.0.0.
  private static let release1: [String: LessonEdition] = [
    // derivatives-by-nudging
    "2dc7fbba3def9afe": LessonEdition(
      pages: [0, 0, 0, 0, 0, 1, 2, 3, 4, 4, 5],
      graphs: [
        "9511a78d27f2c6de", "85a3cc111e5f724c", "9222b722e5ec5e26", "4b5bc5aa976bd035",
        "fd6eb9d431e627e7", "1a51e07cd6a999a9",
      ],
      exercises: [
        "digits-left": "ad640499cff69b0d", "error-course": "e9dbcfa0a9c96a26",
        "first-guess": "359bfc6d9b6824b2", "guess-2w": "2fda93dcfd183459",
        "guess-cube": "97b04a956ed1652b", "guess-reciprocal": "5a78d51d8279b3ed",
        "guess-reciprocal-square": "f2ef9c2119af70ba", "limit-cube": "1775977c36250ef5",
        "limit-reciprocal": "c74182615f1b4deb", "limit-reciprocal-square": "14b03277f897e15a",
        "nudge": "115cb5287e4facdd", "nudge-2": "7f9a724bfbc38a18", "nudge-3": "3287f64ad7e6ffbb",
        "nudge-4": "a6dd49cf758cd7d9", "nudge-5": "a9ab501176ca3696", "nudge-6": "05b6859d711d3ea3",
        "nudge-7": "3c6468a02714a106", "sentence": "ff89aca5c1df07dc",
      ]),
    // symbolic-derivatives
    "95db46e343e586b1": LessonEdition(
      pages: [0, 1, 2, 3, 4, 5, 6],
      graphs: [
        "9511a78d27f2c6de", "9511a78d27f2c6de", "85a3cc111e5f724c", "9222b722e5ec5e26",
        "4b5bc5aa976bd035", "fd6eb9d431e627e7", "5e625ff20a4991f5",
      ],
      exercises: [
        "at-2": "5e7916efb22481bb", "at-3": "423f17d6e88bbb15", "at-minus-3": "85519d68339ad226",
        "cube": "bdb064df5499e61d", "half": "382d841018f1aa99", "inside": "64f8bea707ef21f9",
        "line": "382dd61018f235ef", "nudge": "49368fa640e1caf4", "nudge-2": "f6dc22cd2649ffb2",
        "nudge-3": "8c03e6ead20e755d", "nudge-4": "908b9dcc8038ca7c",
        "reciprocal": "e185fa738e61ee1f", "reciprocal-square": "27599c891d4b77f5",
        "rule": "6818555a63911148", "sum": "382dd51018f2343c",
      ]),
    // two-nodes
    "8be6b7ad963b8b95": LessonEdition(
      pages: [nil, 0, 0, 0, 1, 2, 3, 4, 5],
      graphs: [
        "a0aec8981ea78a69", "a0aec8981ea78a69", "a0aec8981ea78a69", "a0aec8981ea78a69",
        "dbf7f47a8e370d08", "a0aec8981ea78a69",
      ],
      exercises: [
        "break-up": "56eb4fd30e2cf202", "chain": "c51d6b854e6179fb", "nudge": "7c38fbe2fbebce49",
        "nudge-2": "4eccd1424fa9c03b", "nudge-3": "4eccd1424fa9c03b", "slope": "3398310216a11440",
        "square": "68184b5a6391004a",
      ]),
    // one-unit
    "edde4d71d76dae46": LessonEdition(
      pages: [nil, 0, 1, 2, 3, 4, 5, 6],
      graphs: [
        "4a8ed441c6ceabd9", "4a8ed441c6ceabd9", "4a8ed441c6ceabd9", "4a8ed441c6ceabd9",
        "4a8ed441c6ceabd9", "4a8ed441c6ceabd9", "f51bdf1c849e8c58",
      ],
      exercises: [
        "after": "8237a53ab5b68a6a", "break-up": "30d051e51a794e92", "down": "6aa2af8b4e2234a2",
        "nudge": "07f4f14a3705dee9", "nudge-2": "79f7c693702d3cbc", "nudge-3": "3915e02c50a1c4fc",
        "same": "818dd0feb29cf4f4",
      ]),
    // simple-network
    "f2f21dd12ac03e9a": LessonEdition(
      pages: [nil, 0, 1, 2, 3, 4, 5, 6],
      graphs: [
        "0be5afc2d69497ac", "0be5afc2d69497ac", "0be5afc2d69497ac", "0be5afc2d69497ac",
        "0be5afc2d69497ac", "0be5afc2d69497ac", "78639d79f1542815",
      ],
      exercises: [
        "break-up": "ebb19d6a7ddfb55d", "chained": "3398310216a11440",
        "half-square": "382d841018f1aa99", "local": "3b01d055e18b8496", "nudge": "1479ccec31e0dd30",
        "nudge-2": "243cf3a54f0d4e61", "nudge-3": "9539b79fca87c35e", "served": "66999fcbaecad77f",
      ]),
    // why-right-to-left
    "8edb1c1f47f38670": LessonEdition(
      pages: [0, 1, 2, 3, 3, 3],
      graphs: ["7171f4a8172976b4", "7171f4a8172976b4", "7171f4a8172976b4", "e4fbdbf217917f13"],
      exercises: [
        "left-to-right": "8375ef293fbbe926", "network-nodes": "2e61e5f18decfc19",
        "network-nudging": "73bee8e432f84609", "network-parameters": "e289acb75e347c56",
        "nodes": "5e7916efb22481bb", "nudging": "d2b118936d3bb3c7",
        "nudging-steps": "01e9b9674d3eec60", "once": "3b01d055e18b8496", "race": "6de0021fd211f338",
        "ratio": "a65a41a3a9895906", "sweep-steps": "7180385d197a2ef9",
      ]),
    // two-layer-relu
    "0e468e5c40b9c530": LessonEdition(
      pages: [0, 0, 0, 0, 1, 1, 2],
      graphs: ["6558df6b7f790129", "96110fe0b284641e", "45ae1e933abe7b5b"],
      exercises: [
        "asleep": "2ea93c4d20c529d7", "corner": "ac9ae4b4f6739b9f", "nudge": "32bed8506d34960c",
        "predicted": "b27fbc1177ff13cf",
      ]),
    // paths
    "89eb22bf0127e1c2": LessonEdition(
      pages: [0, 1, 2, 3, 4],
      graphs: [
        "dabe367a471695c4", "8baf4a875f34f267", "8baf4a875f34f267", "8baf4a875f34f267",
        "87de6b2f878a07a8",
      ],
      exercises: [
        "doubled": "552b6944e0135400", "nudge": "b92e57b2c30af551", "nudge-2": "a2c1aad6ce5755a4",
        "twice": "2fda93dcfd183459", "ways": "2fda93dcfd183459", "wrong-rule": "df84fe5b77d42831",
      ]),
    // gates
    "596aafe923f02a44": LessonEdition(
      pages: [0, 1, 2, 2, 3, 4],
      graphs: [
        "0e4faca9a7db3879", "e1cf2ecb016d356c", "2d75fff6b77b336b", "4fc59be5cb9edeb1",
        "223a5fdd1b7ca287",
      ],
      exercises: [
        "distributes": "c516a2b5876d3881", "large": "9dcd16f9d2382768",
        "nothing": "3398310216a11440", "starved": "5242eaa52b0b041a",
      ]),
    // sigmoid-neuron
    "6be8c1faba112dff": LessonEdition(
      pages: [nil, 0, 0, 1, 2, 3, 4],
      graphs: [
        "44750eda8b78c082", "44750eda8b78c082", "11c4080738f5201f", "f8eaa93067c25c47",
        "82fd80c9a8640f62",
      ],
      exercises: [
        "break-up": "b3077b1f36a61677", "product": "0621899c57de0f0a", "slope": "084e5d2685ad2896",
        "sure": "579c70d4caae1a45",
      ]),
    // gradient-descent
    "adcb831b55faaaa7": LessonEdition(
      pages: [0, 0, 0, 0, 0], graphs: ["e2460012c4ff0ec3"],
      exercises: [
        "adam": "a979fa78621d0c0d", "creeping": "0621899c57de0f0a", "mean": "cc5f3a07d899c089",
        "new-b": "ade9a422425d332d", "new-j": "6b827872ea79adaf", "new-w": "756ad6b1d81db900",
        "settles": "1148eabfcbcf02d8", "square": "f4f1a63e6172807b",
        "too-large": "1148eabfcbcf02d8", "unbiased": "c66a423df3e204be",
      ]),
    // your-turn
    "0662b04293ff481f": LessonEdition(
      pages: [0, 0, 0, 0, 1, 1], graphs: ["12247b015450d995", "cadc6cacd8ce5dc8"],
      exercises: ["explore": "b4fe870860494a5c", "paths": "2fda93dcfd183459"]),
  ]
}
