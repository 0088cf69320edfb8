import TestSupport
import Testing
import Titer

@Suite struct PostingsTests {
  private static func file(
    documents: Int, _ terms: [TermOccurrences]
  ) throws -> (sections: SectionFile, entries: [TermEntry]) {
    try file(PostingsWriter(lengths: Array(repeating: 10, count: documents), averageLength: 10), documents, terms)
  }

  private static func file(
    _ empty: PostingsWriter, _ documents: Int, _ terms: [TermOccurrences]
  ) throws -> (sections: SectionFile, entries: [TermEntry]) {
    var writer = empty
    for term in terms { writer.append(term) }
    let lists = writer.encoded
    let preamble = PostingsWriter.preamble(averageLength: 10)
    let sections = try SectionFile(documents: documents, from: .postings, to: .positions) { file throws(IndexError) in
      try file.append(.postings, preamble + lists.postings + PostingsWriter.slack)
      try file.append(.positions, lists.positions)
    }
    return (sections, lists.entries.map { $0.moved(postings: preamble.count, positions: 0) })
  }

  private static func bytes(_ file: SegmentFile, _ section: Section, _ range: Range<Int>) -> [UInt8] {
    let bytes = file.bytes(section)
    return range.map { bytes[$0] }
  }

  @Test func theDocumentedListHasItsBytes() throws {
    var term = TermOccurrences()
    term.documents = [3, 5, 6]
    term.counts = [FieldCounts(abstract: 1), FieldCounts(title: 3), FieldCounts(title: 4)]
    term.positions = [0, 1, 2, 3, 4, 5, 6, 7]
    let (sections, entries) = try Self.file(documents: 7, [term])
    #expect(entries == [TermEntry(documentFrequency: 3, postings: 8..<16, positions: 0..<8)])
    let list = Self.bytes(sections.file, .postings, 8..<16)
    #expect(list == [0x0C, 0x0B, 0xC0, 0x07, 0, 4, 0, 0])
  }

  @Test func theDocumentedPositionsHaveTheirBytes() throws {
    var term = TermOccurrences()
    term.documents = [3, 5]
    term.counts = [FieldCounts(abstract: 2), FieldCounts(abstract: 1)]
    term.positions = [0, 7, 300]
    let (sections, entries) = try Self.file(documents: 7, [term])
    #expect(Self.bytes(sections.file, .positions, entries[0].positions) == [0, 7, 0xFF, 0x2D])
  }

  @Test func theDocumentedPairHasItsBytes() throws {
    var term = TermOccurrences()
    for block in 0..<140 as Range<UInt32> {
      term.documents += [block * 64 + 5, block * 64 + 9]
      term.counts += [FieldCounts(abstract: 1), FieldCounts(title: 3)]
      term.positions += [1, 2, 3, 4]
    }
    let (sections, entries) = try Self.file(documents: 140 * 64, [term])
    // One superblock: the header, its entry in the directory, a bitmap and 140 bounds; then 9 groups, 140 sizes and pairs.
    let (start, bounds, payload) = (entries[0].postings.lowerBound, 32 + 140, 18 + 140 + 3 * 140)
    #expect(entries[0].postings.count == 16 + 8 + bounds + payload)
    let header = Self.bytes(sections.file, .postings, start + 4..<start + 16)
    #expect(header == [UInt8(bounds), 0, 0, 0, UInt8(payload & 255), UInt8(payload >> 8), 0, 0, 0, 0, 0, 0])
    let pairs = Self.bytes(
      sections.file, .postings, entries[0].postings.upperBound - 420..<entries[0].postings.upperBound)
    #expect(pairs == Array(repeating: [0x14, 0x27, 0xC0], count: 140).flatMap { $0 })
  }

  /// Lists of few documents, blocks of few and many, pairs listed and masked, counts that no code holds, of segments of no, one and
  /// several superblocks.
  @Test(arguments: 0..<24) func randomListsRoundTrip(seed: UInt64) throws {
    var random = RandomOccurrences(seed: seed)
    let documents = [1, 64, 300, 4000, 20_000, 50_000][Int(seed % 6)]
    let terms = [0.000_01, 0.01, 0.1, 0.95].map { density in
      random.term(documents: documents, density: density, gap: seed % 2 == 0 ? 40 : 700)
    }
    let (sections, entries) = try Self.file(documents: documents, terms)
    let reader = TermReader(sections.file)
    for (term, entry) in zip(terms, entries) {
      let found = try reader.occurrences(entry)
      #expect(found == term, "seed \(seed), \(term.documents.count) documents")
    }
  }

  /// Positions of a superblock that take more than 65,535 bytes have wider offsets.
  @Test(arguments: [218, 219]) func positionsOfManyBytesRoundTrip(occurrences: Int) throws {
    var term = TermOccurrences()
    for document in 0..<300 as Range<UInt32> {
      term.documents.append(document * 7)
      term.counts.append(FieldCounts(abstract: UInt32(occurrences)))
      term.positions += (0..<UInt32(occurrences)).map { $0 * 3 + document }
    }
    let (sections, entries) = try Self.file(documents: 20_000, [term])
    let isWide = 300 * occurrences > 65_535
    // Two superblocks, 33 blocks of the first hold the term, a document's first position may take two bytes.
    let size = entries[0].positions.count - 12 - 5 * (isWide ? 4 : 2)
    #expect(size == 300 * occurrences + 45)
    #expect(try TermReader(sections.file).occurrences(entries[0]) == term)
  }

  @Test func aListPastTheEndIsAnError() throws {
    let (sections, _) = try Self.file(documents: 10, [])
    let reader = TermReader(sections.file)
    for entry in [
      TermEntry(documentFrequency: 1, postings: 8..<1000, positions: 0..<0),
      TermEntry(documentFrequency: 1, postings: 8..<10, positions: 0..<0),
      TermEntry(documentFrequency: 1, postings: 4..<8, positions: 0..<1),
      TermEntry(documentFrequency: 0, postings: 8..<8, positions: 0..<0),
    ] {
      #expect(throws: FormatError.self) { try reader.occurrences(entry) }
    }
  }

  /// A list of damaged bytes gives an error, or occurrences that are well formed.
  @Test(arguments: 0..<12) func damagedListsGiveErrorsOrWellFormedOccurrences(seed: UInt64) throws {
    var random = RandomOccurrences(seed: seed)
    let documents = [300, 2000, 17_000][Int(seed % 3)]
    let terms = [0.01, 0.3].map { random.term(documents: documents, density: $0, gap: 300) }
    let (sections, entries) = try Self.file(documents: documents, terms)
    var damage = Damage(sections.file, in: [.postings, .positions], seed: seed)
    for _ in 0..<60 {
      let file = try SegmentFile(damage.next())
      for entry in entries { Self.expectWellFormed(file, entry, "seed \(seed)") }
    }
  }

  private static func expectWellFormed(_ file: SegmentFile, _ entry: TermEntry, _ comment: Comment) {
    guard let found = try? TermReader(file).occurrences(entry) else { return }
    #expect(found.documents.count == entry.documentFrequency && found.counts.count == found.documents.count, comment)
    #expect(zip(found.documents, found.documents.dropFirst()).allSatisfy { $0 < $1 }, comment)
    #expect(found.documents.allSatisfy { $0 < file.documents }, comment)
    #expect(found.counts.reduce(0) { $0 + Int($1.total) } == found.positions.count, comment)
  }

  /// Counts whose sum is no number of 32 bits used to trap where positions were told apart by text.
  @Test func countsWhoseSumOverflowsAreReported() throws {
    var term = TermOccurrences()
    for document in 0..<300 as Range<UInt32> {
      term.documents.append(document)
      term.counts.append(FieldCounts(title: 4))
      term.positions += [1, 2, 3, 4]
    }
    let (sections, entries) = try Self.file(documents: 300, [term])
    let entry = entries[0]
    let place = sections.file.range(of: .postings).lowerBound + entry.postings.upperBound - 12
    let damaged = try Damage.file(sections.file, [(place, [0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0])])
    #expect(throws: FormatError(expected: "occurrences of 31 bits", found: "4294967296")) {
      try TermReader(SegmentFile(damaged)).occurrences(entry)
    }
  }
}
