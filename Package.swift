// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
  import Glibc
#endif

/// The terminal emulator of the end-to-end tests; without it those tests say so and are skipped.
let hasVTerm = access("/usr/include/vterm.h", R_OK) == 0

/// Debian's `-dev` packages hold the C libraries for linking them into the program as well.
let hasCLibraries = ["x86_64", "aarch64"].contains { machine in
  access("/usr/lib/\(machine)-linux-gnu/libtinfo.a", R_OK) == 0
    && access("/usr/lib/\(machine)-linux-gnu/libcmark-gfm.a", R_OK) == 0
}

/// Whether `.ci/fuzz` builds: its program gets its main function from libFuzzer, and has none without it.
let isFuzzing = Context.environment["FUZZING"] != nil

let settings: [SwiftSetting] =
  [
    "ExistentialAny", "InferIsolatedConformances", "InternalImportsByDefault",
    "MemberImportVisibility", "NonisolatedNonsendingByDefault",
  ].map { .enableUpcomingFeature($0) } + [
    .treatAllWarnings(as: .error),
    // Each function is a section of its own, which `.ci/start.order` can lay where a start needs it; a type of known
    // parts is made from these parts, not from its name, which would be taken apart at each start.
    .unsafeFlags(
      [
        "-Xfrontend", "-function-sections",
        "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
      ],
      .when(platforms: [.linux], configuration: .release)),
  ]

/// The targets that compute most are optimised for the tests, too, which would wait for them.
let optimized: Set = ["Autodiff", "GraphLayout", "Training"]

func optimization(_ name: String) -> [SwiftSetting] {
  optimized.contains(name) ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []
}

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: settings + optimization(name))
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], path: String? = nil, exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: settings)
}

/// What every part of the tutor stands on.
let session: [Target.Dependency] = ["Autodiff", "Expressions", "Lessons", "Teaching", "Training"]

/// What the learner has before them.
let front = session + ["Drawings", "Journals", "Phrases", "Sessions", "TextScreen"]

/// What the tests of the tutor need.
let tutor =
  front + [
    "BuiltInLessons", "FullScreen", "LessonSolving", "PlainMode", "RandomNumbers", "Scripts",
    "SeededRandom", "TestSupport",
  ]

let terminalTests = tests(
  "TerminalTests",
  ["RandomNumbers", "Terminal", "TerminalProbe", "TextScreen", "backprop"]
    + (hasVTerm ? ["CVTerm"] : []))

let package = Package(
  name: "backprop",
  products: [.executable(name: "backprop", targets: ["backprop"])],
  targets: [
    library("Expressions"),
    library("Autodiff", ["CArrays", "Expressions", "RandomNumbers"]),
    library("CodeFormats", ["Autodiff", "Expressions"]),
    library("TextScreen"),
    library("GraphLayout", ["RandomNumbers", "TextScreen"]),
    library("Lessons", ["Autodiff", "CMarkGFM", "Expressions", "Training"]),
    library("RandomNumbers"),
    .target(
      name: "Training",
      dependencies: ["Autodiff", "CodeFormats", "Expressions", "RandomNumbers"],
      exclude: ["Data/Files/README.md"], resources: [.embedInCode("Data/Files/digits.csv.gz")],
      swiftSettings: settings + optimization("Training")),
    library("Teaching", ["Autodiff", "Expressions", "Lessons", "RandomNumbers", "Training"]),
    library("Journals", ["Autodiff", "Expressions", "Teaching"]),
    library("Sessions", session + ["Journals", "RandomNumbers"]),
    library("Grading", session + ["Journals", "Sessions"]),
    library("Drawings", ["Autodiff", "Expressions", "GraphLayout", "Teaching", "TextScreen"]),
    library("Phrases", session + ["Drawings", "Journals", "Sessions", "TextScreen"]),
    library("FullScreen", front + ["GraphLayout"]),
    library("PlainMode", front + ["GraphLayout"]),
    library("Scripts", front + ["FullScreen", "GraphLayout", "RandomNumbers"]),
    .target(
      name: "BuiltInLessons", resources: [.embedInCode("Lessons")], swiftSettings: settings),
    library("Terminal", ["CNcurses", "TextScreen"]),
    .executableTarget(
      name: "backprop",
      dependencies: [
        "Autodiff", "BuiltInLessons", "CodeFormats", "Drawings", "Expressions", "FullScreen",
        "Grading", "Journals", "Lessons", "Phrases", "PlainMode", "RandomNumbers", "Scripts",
        "Sessions", "Teaching", "Terminal", "TextScreen", "Training",
      ],
      resources: [.embedInCode("Documentation")], swiftSettings: settings,
      // Shared libraries would be looked for and bound, and addresses moved, at every start; what a start runs
      // lies side by side, since each page of the program that it needs is read and kept.
      linkerSettings: [
        .unsafeFlags(
          (hasCLibraries
            ? ["-static-executable", "-ltinfo"] : ["-static-stdlib", "-Xclang-linker", "-no-pie"])
            + [
              "-use-ld=lld", "-Xlinker", "--no-warn-symbol-ordering", "-Xlinker",
              "--symbol-ordering-file=\(Context.packageDirectory)/.ci/start.order",
            ],
          .when(platforms: [.linux], configuration: .release))
      ]),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Autodiff", "CBenchmarks", "Expressions", "GraphLayout", "RandomNumbers", "Teaching",
        "TextScreen", "Training",
      ],
      resources: [.embedInCode("Peers")], swiftSettings: settings),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "TextScreen"], path: "Tests/TerminalProbe",
      swiftSettings: settings),
    .systemLibrary(name: "CMarkGFM"),
    .target(
      name: "CBenchmarks",
      cSettings: [.unsafeFlags(["-O3"], .when(configuration: .release))]),
    // The tests would wait for loops that are not optimised.
    .target(name: "CArrays", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "CNcurses"),
    tests("AutodiffTests", ["Autodiff", "Expressions", "RandomNumbers", "SeededRandom"]),
    tests(
      "BackpropTests",
      [
        "Autodiff", "BuiltInLessons", "Journals", "LessonSolving", "Lessons", "RandomNumbers",
        "Sessions", "Teaching", "TestSupport", "backprop",
      ],
      exclude: ["BrokenLessons", "Models", "Notebooks", "Transcripts"]),
    tests("BenchmarksTests", ["Autodiff", "benchmarks"]),
    tests("CodeFormatsTests", ["CodeFormats", "Expressions", "RandomNumbers"], exclude: ["Files"]),
    tests("CArraysTests", ["CArrays", "RandomNumbers"]),
    tests("ExpressionsTests", ["Expressions", "RandomNumbers", "SeededRandom"]),
    tests(
      "GradingTests",
      [
        "Autodiff", "Expressions", "Grading", "Journals", "LessonSolving", "Lessons",
        "RandomNumbers", "Sessions", "Teaching",
      ]),
    tests("GraphLayoutTests", ["GraphLayout", "TextScreen"], exclude: ["Graphs", "Pictures"]),
    tests("LessonsTests", ["Autodiff", "Expressions", "Lessons", "Training"]),
    tests(
      "TeachingTests",
      [
        "Autodiff", "BuiltInLessons", "Expressions", "Lessons", "RandomNumbers", "Teaching",
        "Training",
      ]),
    tests("TrainingTests", ["Autodiff", "Expressions", "RandomNumbers", "Training"]),
    tests("TextScreenTests", ["RandomNumbers", "TextScreen"]),
    tests("JournalsTests", session + ["Journals", "Sessions", "TestSupport"]),
    tests("SessionsTests", tutor),
    tests("PhrasesTests", tutor),
    tests("DrawingsTests", tutor + ["GraphLayout"]),
    tests("FullScreenTests", tutor),
    tests("PlainModeTests", tutor),
    tests("ScriptsTests", tutor),
    terminalTests,
    .target(
      name: "SeededRandom", dependencies: ["Expressions", "RandomNumbers"],
      path: "Tests/SeededRandom",
      swiftSettings: settings),
    .target(
      name: "TestSupport",
      dependencies: front
        + ["FullScreen", "LessonSolving", "PlainMode", "RandomNumbers", "Scripts"],
      path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "LessonSolving",
      dependencies: [
        "Autodiff", "BuiltInLessons", "Expressions", "FullScreen", "Journals", "Lessons",
        "Sessions",
        "Teaching", "TextScreen",
      ],
      path: "Tests/LessonSolving", swiftSettings: settings),
    .target(
      name: "InputLaws",
      dependencies: front + ["FullScreen", "Grading", "LessonSolving", "PlainMode", "Scripts"],
      path: "Tests/Fuzz/Laws", swiftSettings: settings),
    tests("FuzzTests", ["InputLaws"], path: "Tests/Fuzz/Tests"),
  ] + (hasVTerm ? [.systemLibrary(name: "CVTerm", path: "Tests/CVTerm")] : [])
    + (isFuzzing
      ? [
        .executableTarget(
          name: "Fuzz", dependencies: ["InputLaws"], path: "Tests/Fuzz/Target",
          swiftSettings: settings)
      ] : [])
)
