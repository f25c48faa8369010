import Testing

#if !canImport(CVTerm)
  @Suite struct EmulatorMissingTests {
    @Test(.disabled("libvterm-dev is missing: no test looks at a program on a terminal"))
    func programsAreTestedOnAnEmulatedTerminal() {}
  }
#endif
