/// What an expression of Python is made of, parts before what uses them.
struct PythonTree {
  /// A part of it, as an index into `nodes`.
  typealias Part = Int

  struct Keyword: Hashable {
    var name: String
    var value: Part
  }

  /// What stands in brackets behind something: `1`, `1:3`, `:`, `None`.
  enum Subscript: Hashable {
    case at(Part)
    case slice(Part?, Part?)
  }

  enum Kind: Hashable {
    case number(String)
    case name(String)
    case text
    case unary(String, Part)
    case binary(String, Part, Part)
    case comparison(String, Part, Part)
    case attribute(Part, String)
    case call(Part, [Part], [Keyword])
    case subscripted(Part, [Subscript])
    case list([Part])
    case tuple([Part])
    /// A function without a name: what it takes, and what it gives.
    case lambda([String], Part)
  }

  struct Node: Hashable {
    var kind: Kind
    var place: ProgramError.Place
  }

  private(set) var nodes: [Node] = []

  mutating func append(_ kind: Kind, at place: ProgramError.Place) -> Part {
    nodes.append(Node(kind: kind, place: place))
    return nodes.count - 1
  }

  subscript(part: Part) -> Node { nodes[part] }

  /// A name with names behind points: `torch.nn.functional`; `nil` for anything else.
  func path(_ part: Part) -> [String]? {
    var names: [String] = []
    var next = part
    while true {
      switch nodes[next].kind {
      case .name(let name): return [name] + names.reversed()
      case .attribute(let object, let name):
        names.append(name)
        next = object
      default: return nil
      }
    }
  }
}
