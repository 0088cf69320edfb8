import TestSupport
import Testing
import Titer

@Suite struct IdentifiersTests {
  private static func file(_ ids: [String]) throws -> SectionFile {
    var writer = IdentifiersWriter()
    for id in ids { writer.append(Array(id.utf8)) }
    return try SectionFile(documents: ids.count, from: .identifiers, to: .identifierOrder) { file throws(IndexError) in
      try writer.write(to: &file)
    }
  }

  @Test(arguments: [
    [], ["only"], ["b", "a", "c"], ["é", "e\u{301}", "e"], ["1", "10", "2", String(repeating: "1", count: 65_535)],
  ]) func everyIdentifierFindsItsDocument(ids: [String]) throws {
    let sections = try Self.file(ids)
    let identifiers = try Identifiers(sections.file)
    for (document, id) in ids.enumerated() {
      let (bytes, found) = (try identifiers.identifier(of: document), try identifiers.document(of: Array(id.utf8)))
      #expect(bytes == Array(id.utf8))
      #expect(found == document)
    }
    for absent in ["", "0", "a\u{0}", "zz", "\u{10FFFF}"] {
      let found = try identifiers.document(of: Array(absent.utf8))
      #expect(found == nil)
    }
  }

  @Test func ofEqualIdentifiersTheLastIsFound() throws {
    let sections = try Self.file(["b", "a", "b", "a", "c", "b"])
    let identifiers = try Identifiers(sections.file)
    let found = [
      try identifiers.document(of: [97]), try identifiers.document(of: [98]), try identifiers.document(of: [99]),
    ]
    #expect(found == [3, 5, 4])
    let order = try [
      identifiers.document(atRank: 0), identifiers.document(atRank: 1), identifiers.document(atRank: 2),
    ]
    #expect(order == [3, 1, 5])
  }
}
