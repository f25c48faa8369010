import Expressions

/// Several arrays by their names, as `np.savez` and `np.savez_compressed` write them.
struct NPZArchive {
  private static let ending = ".npy"

  private let archive: ZipArchive

  init(_ bytes: [UInt8]) throws(ArrayFileError) {
    archive = try ZipArchive(bytes)
  }

  private var arrays: [ZipArchive.Member] {
    archive.members.filter { $0.name.hasSuffix(NPZArchive.ending) }
  }

  /// What the arrays are called.
  var names: [String] { arrays.map { String($0.name.dropLast(NPZArchive.ending.count)) } }

  /// Reads one of the arrays.
  ///
  /// - Parameters:
  ///   - typed: its name; `nil` for the only one, or for that with the input's name.
  ///   - input: the name of the quantity that the array is for.
  func array(_ typed: String?, input: String) throws(ArrayFileError) -> NumericArray {
    let (arrays, names) = (arrays, names)
    guard let first = arrays.first else { throw .noArrays }
    let wanted = typed ?? input
    let place = names.lastIndex(of: wanted) ?? arrays.lastIndex { $0.name == wanted }
    let member: ZipArchive.Member
    if let place {
      member = arrays[place]
    } else if let typed {
      throw .unknownMember(typed, known: names)
    } else if arrays.count == 1 {
      member = first
    } else {
      throw .severalMembers(names, input: input)
    }
    guard member.count <= NPYHeader.byteLimit else { throw .archive(.tooMany(member.name)) }
    let contents = try archive.contents(of: member)
    do throws(ArrayFileError) {
      return try NumericArray(npy: contents)
    } catch {
      throw .member(String(member.name.dropLast(NPZArchive.ending.count)), error)
    }
  }
}
