import TestSupport
import Testing
import Titer

@Suite struct ColumnsTests {
  static func file(_ documents: [Document], order: [UInt32]? = nil) throws -> SectionFile {
    var writer = ColumnsWriter()
    for document in documents { writer.append(ColumnValues(document)) }
    return try SectionFile(
      documents: order?.count ?? documents.count, from: .years, to: .typeSets
    ) { file throws(IndexError) in
      try writer.write(to: &file, order: order)
    }
  }

  /// The values as they must come back: types once each, without empty ones.
  private static func values(_ document: Document) -> ColumnValues {
    var values = ColumnValues(document)
    let types = Set(document.types.filter { !$0.isEmpty })
    values.types = ["Letter", "Review", "review", "Trial"].filter(types.contains).map { Array($0.utf8) }
    return values
  }

  // Codes of 0 to 2 bytes; blocks of 64 documents, cut and whole.
  @Test(arguments: [(0, 5), (1, 5), (63, 5), (64, 400), (65, 400), (500, 3000)])
  func valuesRoundTripInAnyOrder(documents count: Int, journals: Int) throws {
    var random = RandomColumns(seed: UInt64(count + journals), journals: journals)
    let documents = (0..<count).map { _ in random.document() }
    let order = documents.indices.shuffled(using: &random.random).map { UInt32($0) }
    for order in [nil, order, Array(order.prefix(count / 2))] {
      let written = try Self.file(documents, order: order)
      let columns = try Columns(written.file)
      for (number, document) in (order.map { $0.map { documents[Int($0)] } } ?? documents).enumerated() {
        let values = try columns.values(of: number)
        #expect(values == Self.values(document), "seed \(count + journals)")
      }
    }
  }

  @Test func theDocumentedExampleHasItsBytes() throws {
    let sections = try Self.file(["b", "A", "a", ""].map { Document(id: "x", journal: $0) })
    let found = sections.bytes(.journals)
    var numbers: [UInt8] = []
    for number in [3, 0, 1, 2, 3] as [UInt8] { numbers += [number, 0, 0, 0, 0, 0, 0, 0] }
    #expect(found == numbers + Array("Aab".utf8) + [3, 1, 2, 0])
  }

  @Test func columnsWithoutValuesTakeNoBytesADocument() throws {
    let sections = try Self.file(Array(repeating: Document(id: "x"), count: 1000))
    for section in [Section.journals, .languages, .sources, .types, .typeSets] {
      #expect(sections.bytes(section).count == 16)
    }
  }

  @Test func valuesOfADroppedDocumentAreNotWritten() throws {
    let documents = [
      Document(id: "x", journal: "kept", types: ["a", "b"]), Document(id: "x", journal: "dropped", types: ["c"]),
    ]
    let sections = try Self.file(documents, order: [0])
    let columns = try Columns(sections.file)
    let counts = [columns.journals.values.count, columns.types.count, columns.typeSets.values.count]
    #expect(counts == [1, 2, 1])
  }

  @Test func aSegmentIsMadeOfTheValuesOfOthers() throws {
    var random = RandomColumns(seed: 3, journals: 50)
    let parts = [200, 100].map { count in (0..<count).map { _ in random.document() } }
    let files = try parts.map { try Self.file($0) }
    var writer = ColumnsWriter()
    for file in files {
      let columns = try Columns(file.file)
      for document in 0..<columns.documents { writer.append(try columns.values(of: document)) }
    }
    let merged = try SectionFile(documents: 300, from: .years, to: .typeSets) { file throws(IndexError) in
      try writer.write(to: &file)
    }
    let whole = try Self.file(parts[0] + parts[1])
    for section in Section.allCases {
      let (found, expected) = (merged.bytes(section), whole.bytes(section))
      #expect(found == expected, "\(section)")
    }
  }

  @Test(arguments: 0..<4) func damagedSectionsGiveErrorsOrOtherValues(seed: UInt64) throws {
    var random = RandomColumns(seed: seed, journals: seed % 2 == 0 ? 20 : 400)
    let sections = try Self.file((0..<150).map { _ in random.document() })
    let numbers = [Section.years, .journals, .languages, .sources, .types, .typeSets]
    let bytes = numbers.map { sections.bytes($0) }
    for _ in 0..<150 {
      var damaged = bytes
      let section = random.below(numbers.count)
      if random.below(4) == 0 {
        damaged[section].removeLast(1 + random.below(damaged[section].count))
      } else {
        damaged[section][random.below(damaged[section].count)] =
          [0, 0x7F, 0xFF, UInt8(random.below(256))][random.below(4)]
      }
      let file = try SectionFile(documents: 150, from: .years, to: .typeSets) { [damaged] file throws(IndexError) in
        for (number, bytes) in zip(numbers, damaged) { try file.append(number, bytes) }
      }
      let filter = random.filter()
      try? Columns.readAll(of: file.file, filter)
    }
  }
}
