import Journals

/// Who is in a class, as a table in commas says: an export of where the marks are kept, or one of one's own.
public struct Roster: Sendable {
  /// What a column tells of a student.
  public enum Column: Hashable, Sendable, CaseIterable {
    case name, firstName, lastName, id, sisUser, login, email, number, section

    /// What such a column may be called, in small letters.
    fileprivate var headings: [String] {
      switch self {
      case .name: ["name", "student", "full name", "learner", "student name"]
      case .firstName: ["first name", "firstname", "given name"]
      case .lastName: ["last name", "lastname", "surname", "family name"]
      case .id: ["id", "student id"]
      case .sisUser: ["sis user id", "sis id"]
      case .login: ["sis login id", "login", "login id", "username", "user", "account"]
      case .email: ["email", "email address", "e-mail", "mail"]
      case .number: ["idnumber", "id number", "matriculation number"]
      case .section: ["section", "sections", "group", "groups"]
      }
    }

    /// Whether what stands there tells one student from another.
    fileprivate var isIdentity: Bool { self != .section && self != .firstName && self != .lastName }
  }

  public struct Student: Hashable, Sendable {
    fileprivate var fields: [Column: String]

    /// What a column says of the student; empty where it says nothing.
    public subscript(column: Column) -> String { fields[column] ?? "" }

    /// What the student is called.
    public var name: String {
      if !self[.name].isEmpty { return self[.name] }
      let whole = [self[.firstName], self[.lastName]].filter { !$0.isEmpty }
      if !whole.isEmpty { return whole.joined(separator: " ") }
      return [Column.login, .email, .number, .id, .sisUser].map { self[$0] }.first { !$0.isEmpty }
        ?? ""
    }
  }

  /// Why a table is no roster.
  public enum Failure: Error, Hashable, Sendable {
    case noColumn
    case noStudent

    public var message: String {
      switch self {
      case .noColumn:
        "has no column that names learners; its first line needs name, username, email or id"
      case .noStudent: "names nobody; write a line for each learner"
      }
    }
  }

  /// In the order of the table.
  public let students: [Student]
  public let columns: Set<Column>
  /// The headings of the table, as they are written.
  public let headings: [String]
  private var places: [LearnerKey: Int] = [:]
  /// What several students have in common, and tells none of them.
  private var shared: Set<LearnerKey> = []

  public init(_ text: String) throws(Failure) {
    let records = CSV.records(of: text)
    headings = records.first ?? []
    let columns = headings.map { heading in
      let name = heading.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return Column.allCases.first { $0.headings.contains(name) }
    }
    self.columns = Set(columns.compactMap { $0 })
    guard self.columns.contains(where: \.isIdentity) || self.columns.contains(.lastName) else {
      throw .noColumn
    }
    students = records.dropFirst().map { record in
      var fields: [Column: String] = [:]
      for (column, field) in zip(columns, record) {
        if let column, fields[column, default: ""].isEmpty {
          fields[column] = field.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
      }
      return Student(fields: fields)
      // The line of an export that says how many points there are.
    }.filter { !$0.name.isEmpty && $0.name != "Points Possible" }
    guard !students.isEmpty else { throw .noStudent }
    for (place, student) in students.enumerated() {
      for key in Roster.keys(of: student) { add(key, place) }
    }
  }

  private mutating func add(_ key: LearnerKey, _ place: Int) {
    if let other = places[key], other != place { shared.insert(key) }
    places[key] = place
  }

  /// The place of the student whom a learner's name means; `nil` where it means nobody, or several.
  public func place(of learner: String) -> Int? {
    let key = LearnerKey(learner)
    return shared.contains(key) ? nil : places[key]
  }

  /// All that a student may be called.
  private static func keys(of student: Student) -> Set<LearnerKey> {
    var names = Column.allCases.filter(\.isIdentity).map { student[$0] }
    let (first, last) = (student[.firstName], student[.lastName])
    names += ["\(first) \(last)", "\(last) \(first)", "\(last), \(first)"]
    // An export names the last name first.
    let parts = student[.name].split(separator: ",", maxSplits: 1)
    if parts.count == 2 { names.append("\(parts[1]) \(parts[0])") }
    let words = student[.name].split(separator: " ")
    if parts.count < 2, let last = words.last {
      names.append("\(last), \(words.dropLast().joined(separator: " "))")
    }
    if let account = student[.email].split(separator: "@").first { names.append(String(account)) }
    return Set(names.map { LearnerKey($0) }.filter { !$0.isEmpty })
  }
}
