/// A call of a library's function or method, with what it is given.
struct PythonCall {
  /// The function's own name, without its module.
  var name: String
  /// The module by its first name, such as `torch`; empty for a method and for Python's own.
  var module: String
  /// What a method is called on.
  var object: ProgramValue?
  var arguments: [PythonTree.Part]
  var keywords: [String: PythonTree.Part]
  var locals: [String: ProgramValue]?
  var place: ProgramError.Place

  var isMethod: Bool { object != nil }
  /// How many operands it has, the object of a method among them.
  var count: Int { arguments.count + (isMethod ? 1 : 0) }

  /// An argument behind the object.
  func argument(_ index: Int) -> PythonTree.Part? {
    let place = index - (isMethod ? 1 : 0)
    return arguments.indices.contains(place) ? arguments[place] : nil
  }
}
