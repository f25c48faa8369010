import Lessons

/// The large graphs of a journal, which a session writes once; its later lines name them by their hash.
///
/// The one that writes has a memory of its own session, the one that reads of all sessions of a file.
public struct JournalGraphs: Sendable {
  /// A graph that takes no more bytes is whole in every line.
  private static let mostBytes = 1_000

  /// What a line says of a graph that was written before.
  static let hashMember = "hash"

  private struct Place: Hashable {
    var session: String
    var hash: String
  }

  private var read: [Place: Exploration] = [:]
  /// The graph that was written last, and what the lines say of it that follow.
  private var written: (graph: Exploration, reference: JSON)?

  public init() {}

  /// What the next line of a session says of its graph.
  mutating func json(of graph: Exploration) -> JSON {
    if let written, written.graph == graph { return written.reference }
    let json = graph.json
    let text = json.text
    guard text.utf8.count > JournalGraphs.mostBytes, case .object(let members) = json else {
      written = (graph, json)
      return json
    }
    let hash = JSON.Member(
      JournalGraphs.hashMember, .string(Fingerprint(of: Array(text.utf8)).text))
    written = (graph, JSON.object([hash]))
    return JSON.object([hash] + members)
  }

  /// Gives a record that names its graph by hash the graph, and keeps one that is whole for the records after it.
  public mutating func resolve(_ record: inout JournalRecord) {
    guard let hash = record.graphHash else { return }
    let place = Place(session: record.session, hash: hash)
    if let graph = record.exploration {
      read[place] = graph
    } else {
      record.exploration = read[place]
    }
  }
}
