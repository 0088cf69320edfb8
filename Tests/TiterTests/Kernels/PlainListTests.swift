import CLanes
import TestSupport
import Testing
import Titer

/// Plain lists are read as they were written, and damaged ones never past their end.
@Suite struct PlainListTests {
  /// What is read of a list; `nil` where it is damaged.
  private struct Reading: Equatable {
    var documents: [UInt32]
    var codes: [UInt8]

    init(documents: [UInt32], codes: [UInt8]) {
      (self.documents, self.codes) = (documents, codes)
    }

    init?(_ bytes: [UInt8], count: Int, limit: Int, texts: UInt8) {
      (documents, codes) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
      let read = unsafe lanes_read_list(
        bytes + PostingsWriter.slack, bytes.count, UInt32(count), UInt32(limit), texts, &documents, &codes)
      guard read >= 0 else { return nil }
      documents.removeLast(count - Int(read))
      codes.removeLast(count - Int(read))
    }
  }

  private static func term(_ limit: Int, _ random: inout SeededGenerator) -> TermOccurrences {
    var term = TermOccurrences()
    let documents = (0..<Int.random(in: 1...256, using: &random)).map { _ in Int.random(in: 0..<limit, using: &random) }
    for document in Set(documents).sorted() {
      term.documents.append(UInt32(document))
      let most: UInt32 = Int.random(in: 0..<10, using: &random) == 0 ? 70_000 : 3
      var counts = FieldCounts(
        title: .random(in: 0...most, using: &random), abstract: .random(in: 0...most, using: &random),
        keywords: .random(in: 0...most, using: &random))
      if counts.total == 0 { counts.abstract = 1 }
      term.counts.append(counts)
      term.positions += (0..<counts.total).map { $0 }
    }
    return term
  }

  private static func bytes(_ term: TermOccurrences, _ limit: Int) -> [UInt8] {
    var writer = PostingsWriter(lengths: Array(repeating: 10, count: limit), averageLength: 10)
    writer.append(term)
    return writer.encoded.postings
  }

  @Test(arguments: 0..<100) func aListIsReadAsWritten(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let limit = [300, 20_000, 100_000][seed % 3]
    let term = Self.term(limit, &random)
    let bytes = Self.bytes(term, limit)
    for (texts, holds) in [
      (0xFF, { $0.total > 0 }), (3 << 6, { $0.title > 0 }), (15 << 2, { $0.abstract > 0 }), (3, { $0.keywords > 0 }),
    ] as [(UInt8, (FieldCounts) -> Bool)] {
      let held = zip(term.documents, term.counts).filter { holds($0.1) }
      let expected = Reading(documents: held.map(\.0), codes: held.map(\.1.code))
      #expect(Reading(bytes, count: term.documents.count, limit: limit, texts: texts) == expected, "seed \(seed)")
    }
    let count = term.documents.count
    #expect(Reading(bytes, count: count, limit: Int(term.documents[count - 1]), texts: 0xFF) == nil, "seed \(seed)")
    #expect(Reading(Array(bytes.dropLast()), count: count, limit: limit, texts: 0xFF) == nil, "seed \(seed)")
    #expect(Reading(bytes + [0], count: count, limit: limit, texts: 0xFF) == nil, "seed \(seed)")
  }

  @Test(arguments: 0..<100) func damagedBytesGiveAscendingDocumentsOrNone(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let limit = 20_000
    let term = Self.term(limit, &random)
    let bytes = Self.bytes(term, limit)
    for _ in 0..<50 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        damaged[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      guard let reading = Reading(damaged, count: term.documents.count, limit: limit, texts: 0xFF) else { continue }
      #expect(zip(reading.documents, reading.documents.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
      #expect(reading.documents.allSatisfy { $0 < limit }, "seed \(seed)")
    }
  }
}
