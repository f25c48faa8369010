import Expressions

extension ArrayFileError {
  /// What is wrong and what to do, on one line.
  ///
  /// - Parameter file: the path of the file, as it was typed.
  public func message(in file: String) -> String {
    switch self {
    case .row(let problem, let line, let column):
      return "\(file):\(line):\(column): \(problem.message)"
    case .noNumbers: return "\(file) holds no numbers; write them with commas between, a row a line"
    case .notNPY:
      return
        "\(file) does not begin as a .npy file; write it with np.save, or name it .csv if it is text"
    case .notZip:
      return "\(file) does not begin as a .npz file; write it with np.savez"
    case .field(let field, let problem): return "\(file): \(field.rawValue): \(problem.message)"
    case .noMembers(let name):
      return "\(file) holds one array; take ':\(name)' away"
    case .unknownMember(let name, let known):
      let advice =
        Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
        ?? "it holds \(ArrayFileError.list(known))"
      return "\(file) holds no array '\(name)'; \(advice)"
    case .severalMembers(let names, let input):
      return "\(file) holds \(ArrayFileError.list(names)), and none is called '\(input)'; "
        + "write \(input)=@\(file):\(names.first ?? "NAME")"
    case .noArrays: return "\(file) holds no array; write it with np.savez"
    case .archive(let problem): return "\(file): \(problem.message)"
    case .member(let name, let error): return error.message(in: "\(file):\(name)")
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(10).joined(separator: ", ") + (names.count > 10 ? " …" : "")
  }
}

extension ArrayFileError.RowProblem {
  fileprivate var message: String {
    switch self {
    case .notANumber(let text):
      let isDecimalComma = text.contains(",") && Double(text.replacing(",", with: ".")) != nil
      let advice =
        isDecimalComma
        ? "write \(text.replacing(",", with: "."))" : "write one such as -2, 0.5 or 1e-3"
      return "'\(text)' is not a number; \(advice)"
    case .missingNumber: return "a number is missing; write one, or take the row away"
    case .notFinite(let text):
      return "'\(text)' is not a finite number; write another one, or take the row away"
    case .uneven(let count, let first):
      return
        "this row has \(count) \(count == 1 ? "number" : "numbers") and the first has \(first); "
        + "give all of them the same number"
    case .unclosedQuote: return "this '\"' is never closed; add another one"
    case .notText: return "this is not text; save the file as text in UTF-8, or as .npy"
    case .tooMany:
      return "the file holds more than \(Shape.countLimit) numbers; take fewer rows"
    }
  }
}

extension ArrayFileError.NPYProblem {
  fileprivate var message: String {
    switch self {
    case .unknownVersion(let major, let minor):
      return
        "\(major).\(minor) is not known; write the file with np.save, which takes 1.0, 2.0 or 3.0"
    case .cut: return "the file ends within it; save it again"
    case .unreadable(let text):
      return "'\(text)' is not read; write the file with np.save"
    case .missing: return "it is missing; write the file with np.save"
    case .unknownKey(let key):
      return "'\(key)' is not known; there are descr, fortran_order and shape"
    case .unsupported(let descr, let kind):
      return "'\(descr)' holds \(kind); save numbers: np.save(file, array.astype(float))"
    case .tooManyAxes(let shape, let count):
      return "\(shape) has \(count) axes; a quantity has \(Shape.axisLimit) at most: save a part"
    case .tooMany(let shape):
      return "\(shape) is more than \(Shape.countLimit) numbers; save fewer"
    case .size(let expected, let found):
      return "it should have \(expected) bytes and has \(found); save the file again"
    case .notFinite(let text, let cell):
      let place = cell.isEmpty ? "the number" : "the number at \(cell)"
      return "\(place) is \(text); save finite numbers alone"
    }
  }
}

extension ArrayFileError.ZipProblem {
  fileprivate var message: String {
    switch self {
    case .cut: return "the list of its arrays is cut or damaged; save the file again"
    case .tooLarge: return "its list is that of a file above 4 GB; save fewer numbers"
    case .encrypted(let name): return "\(name) is encrypted; save it with np.savez"
    case .method(let name, let number):
      return "\(name) is packed in an unknown way (\(number)); save it with np.savez"
    case .damaged(let name): return "\(name) is damaged; save the file again"
    case .tooMany(let name):
      return "\(name) is more than \(Shape.countLimit) numbers; save fewer"
    }
  }
}
