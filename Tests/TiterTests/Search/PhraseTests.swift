import TestSupport
import Testing
import Titer

@Suite struct PhraseTests {
  private static func matches(_ phrase: String, _ documents: Document...) throws -> [String] {
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path, chain: .english)
    for document in documents { try writer.add(document) }
    try writer.commit()
    return try Index(path: folder.path).search(Query([.phrase(phrase)]), limit: 10).map(\.id).sorted()
  }

  @Test func wordsMustStandTogetherAndInOrder() throws {
    let found = try Self.matches(
      "lupus cells", Document(id: "both", title: "lupus cells"), Document(id: "turned", title: "cells lupus"),
      Document(id: "apart", title: "lupus car cells"), Document(id: "later", title: "lupus lupus cells"))
    #expect(found == ["both", "later"])
  }

  @Test func aPhraseDoesNotReachFromOneTextIntoTheNext() throws {
    let found = try Self.matches(
      "lupus cells", Document(id: "title", title: "lupus", abstract: "cells"),
      Document(id: "keywords", keywords: ["lupus", "cells"]), Document(id: "one", keywords: ["car", "lupus cells"]))
    #expect(found == ["one"])
  }

  /// A word that isn't indexed at the start of a phrase asks for no position before the first of the document.
  @Test func aPhraseThatBeginsWithAStopWordMatchesWhereverItStands() throws {
    let found = try Self.matches(
      "the cells", Document(id: "start", title: "cells lupus"), Document(id: "middle", title: "lupus cells"))
    #expect(found == ["middle", "start"])
  }

  /// The place of a word that isn't indexed must not be taken for the gap between two texts.
  @Test func aPhraseWithStopWordsDoesNotReachFromOneTextIntoTheNext() throws {
    for stopWords in ["of", "of the", "and of the", "to be or not to be or of the"] {
      let found = try Self.matches("lupus \(stopWords) cells", Document(id: "split", title: "lupus", abstract: "cells"))
      #expect(found.isEmpty, "stop words: \(stopWords)")
    }
  }
}
