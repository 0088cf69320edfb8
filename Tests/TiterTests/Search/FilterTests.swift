import TestSupport
import Testing
import Titer

@Suite struct FilterTests {
  /// The documents that a filter leaves, by their masks.
  private static func matches(_ filter: Filter, _ file: SegmentFile) throws(FormatError) -> [Int] {
    let columns = try Columns(file)
    let compiled = try SegmentFilter(filter, columns)
    var found: [Int] = []
    for block in 0..<columns.blocks {
      let mask = compiled.mask(ofBlock: block)
      found += (0..<64).filter { mask >> UInt64($0) & 1 == 1 }.map { 64 * block + $0 }
    }
    if compiled.matchesNothing { #expect(found == []) }
    return found
  }

  private static func counts(_ facet: Facet, _ documents: [Int], _ file: SegmentFile) throws -> [FacetCount] {
    let columns = try Columns(file)
    var masks = [UInt64](repeating: 0, count: columns.blocks)
    for document in documents { masks[document / 64] |= 1 << UInt64(document % 64) }
    var (counter, counts) = (FacetCounter(facet, columns), FacetCounts())
    for (block, mask) in masks.enumerated() { counter.add(mask, ofBlock: block) }
    try counter.add(to: &counts)
    return counts.greatest()
  }

  // Codes of 1 and 2 bytes; the last block whole, cut, and the only one.
  @Test(arguments: [(0, 3), (1, 3), (64, 9), (200, 9), (700, 900), (128, 900)])
  func masksAndCountsEqualTheModel(documents count: Int, journals: Int) throws {
    var random = RandomColumns(seed: UInt64(7 * count + journals), journals: journals)
    let documents = (0..<count).map { _ in random.document() }
    let sections = try ColumnsTests.file(documents)
    for _ in 0..<20 {
      let filter = random.filter()
      let expected = documents.indices.filter { ColumnModel.matches(documents[$0], filter) }
      let found = try Self.matches(filter, sections.file)
      #expect(found == expected, "\(filter), seed \(7 * count + journals)")
      for facet in Facet.allCases {
        let counts = try Self.counts(facet, expected, sections.file)
        #expect(counts == ColumnModel.counts(expected.map { documents[$0] }, facet), "\(facet) of \(filter)")
      }
    }
  }

  @Test func codesOfFourBytesAreMatchedAndCounted() throws {
    let count = 65_600
    let sections = try ColumnsTests.file((0..<count).map { Document(id: "x", journal: "\($0)") })
    for wanted in [[], [7], [65_599], [12, 13, 40_000, 65_536]] as [[Int]] {
      let filter = Filter(journals: ["none"] + wanted.map { "\($0)" })
      let found = try Self.matches(filter, sections.file)
      #expect(found == wanted)
      let counts = try Self.counts(.journal, wanted, sections.file)
      #expect(counts.map(\.count) == wanted.map { _ in 1 })
      #expect(Set(counts.map(\.value)) == Set(wanted.map { "\($0)" }))
    }
  }

  @Test func anEmptyFilterLeavesEveryDocument() throws {
    let sections = try ColumnsTests.file(Array(repeating: Document(id: "x"), count: 100))
    #expect(Filter().isEmpty)
    #expect(try Self.matches(Filter(), sections.file) == Array(0..<100))
    #expect(try Self.matches(Filter(years: 0...3000), sections.file) == [])
    #expect(try Self.matches(Filter(sources: [""]), sections.file) == [])
  }

  @Test func aLimitLeavesTheGreatestCounts() {
    var random = RandomColumns(seed: 11, journals: 1)
    for _ in 0..<50 {
      var counts = FacetCounts()
      for value in 0..<random.below(20) { counts.add(random.below(4), of: [UInt8(value)]) }
      let all = counts.greatest()
      for limit in 0..<22 { #expect(counts.greatest(limit) == Array(all.prefix(limit)), "seed 11") }
    }
  }

  @Test func bitsBehindTheLastDocumentAreNotCounted() throws {
    let sections = try ColumnsTests.file(Array(repeating: Document(id: "x", year: 2020, source: "s"), count: 3))
    let columns = try Columns(sections.file)
    var (counter, counts) = (FacetCounter(.source, columns), FacetCounts())
    counter.add(.max, ofBlock: 0)
    try counter.add(to: &counts)
    #expect(counts.greatest() == [FacetCount(value: "s", count: 3)])
    #expect(counts.greatest(0) == [])
  }
}
