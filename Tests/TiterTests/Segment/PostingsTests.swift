import TestSupport
import Testing
import Titer

@Suite struct PostingsTests {
  @Test func theDocumentedExampleHasItsBytes() {
    var writer = PostingsWriter()
    let entry = writer.append(documents: [3, 3, 5][...], positions: [0, 7, 2][...])
    #expect(writer.postings.bytes == [3, 2, 2, 1])
    #expect(writer.positions.bytes == [0, 7, 2])
    #expect(entry == TermEntry(documentFrequency: 2, postings: 0..<4, positions: 0..<3))
  }

  @Test(arguments: 0..<20) func randomListsRoundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var writer = PostingsWriter()
    var lists: [(TermEntry, [UInt32: [UInt32]])] = []
    for _ in 0..<10 {
      var places: [UInt32: [UInt32]] = [:]
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        places[.random(in: 0..<100_000, using: &random)] =
          (0..<Int.random(in: 1...5, using: &random)).map { _ in .random(in: 0...(.max), using: &random) }.sorted()
      }
      let occurrences = places.keys.sorted().flatMap { document in places[document, default: []].map { (document, $0) }
      }
      let entry = writer.append(documents: occurrences.map(\.0)[...], positions: occurrences.map(\.1)[...])
      lists.append((entry, places))
    }
    for (entry, places) in lists {
      #expect(try Self.read(writer, entry) == places, "seed \(seed)")
    }
  }

  private static func read(_ writer: PostingsWriter, _ entry: TermEntry) throws(FormatError) -> [UInt32: [UInt32]] {
    let (postings, positions) = (writer.postings.bytes, writer.positions.bytes)
    var cursor = try PostingsCursor(postings.span, entry, limit: 100_000)
    var places = try PositionsCursor(positions.span, entry)
    var found: [UInt32: [UInt32]] = [:]
    while try cursor.next() {
      try places.read(cursor.frequency, into: &found[UInt32(cursor.document), default: []])
    }
    let isAtEnd = places.isAtEnd
    #expect(isAtEnd)
    return found
  }

  /// What a list of damaged bytes gives: an error, or documents below the limit in ascending order.
  @Test func damagedListsGiveErrorsOrAscendingDocuments() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      let bytes = (0..<12).map { _ in UInt8.random(in: 0...255, using: &random) }
      let entry = TermEntry(documentFrequency: 6, postings: 0..<12, positions: 0..<12)
      let (documents, failed) = Self.walk(bytes, entry)
      #expect(failed || documents.count == 6, "seed 5")
      #expect(documents == documents.sorted() && Set(documents).count == documents.count, "seed 5")
      #expect(documents.allSatisfy { 0..<1000 ~= $0 }, "seed 5")
    }
  }

  private static func walk(_ bytes: [UInt8], _ entry: TermEntry) -> (documents: [Int], failed: Bool) {
    var documents: [Int] = []
    var places: [UInt32] = []
    do throws(FormatError) {
      var cursor = try PostingsCursor(bytes.span, entry, limit: 1000)
      var positions = try PositionsCursor(bytes.span, entry)
      while try cursor.next() {
        documents.append(cursor.document)
        try? positions.read(cursor.frequency, into: &places)
      }
      return (documents, false)
    } catch {
      return (documents, true)
    }
  }

  @Test func aListPastTheEndIsAnError() {
    let bytes: [UInt8] = [0, 1]
    let entry = TermEntry(documentFrequency: 1, postings: 0..<3, positions: 0..<3)
    #expect(throws: FormatError.self) { _ = try PostingsCursor(bytes.span, entry, limit: 9).document }
    #expect(throws: FormatError.self) { _ = try PositionsCursor(bytes.span, entry).isAtEnd }
  }
}
