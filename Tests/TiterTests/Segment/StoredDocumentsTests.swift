import TestSupport
import Testing
import Titer

@Suite struct StoredDocumentsTests {
  private static func file(_ documents: [[UInt8]], order: [UInt32]? = nil) throws -> SectionFile {
    var writer = StoredDocumentsWriter()
    for document in documents { writer.append(document) }
    return try SectionFile(
      documents: order?.count ?? documents.count, from: .stored, to: .storedDictionary
    ) { file throws(IndexError) in
      try writer.write(to: &file, order: order)
    }
  }

  private static func random(_ sizes: [Int], seed: UInt64) -> [[UInt8]] {
    var random = SeededGenerator(seed: seed)
    return sizes.map { size in (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) } }
  }

  /// Records that resemble each other, as real ones do, of 1.3 MB together: more than the sample of a dictionary.
  private static let records: [[UInt8]] = {
    var corpus = RandomCorpus(seed: 7)
    return (0..<2000).map { number in
      var text = "{\"_id\":\"\(number)\",\"title\":\""
      while text.utf8.count < 600 + number % 200 { text += "\(corpus.below(500)) treatment of patients with " }
      return Array((text + "\",\"format\":\"ris\"}").utf8)
    }
  }()

  private static func expect(_ documents: [[UInt8]], in sections: SectionFile) throws {
    let stored = try StoredDocuments(sections.file)
    for (number, document) in documents.enumerated() {
      let found = try stored.bytes(of: number)
      #expect(found == document)
    }
    var visited: [[UInt8]] = []
    try stored.visit { visited.append($0) }
    #expect(visited == documents)
  }

  // Pages hold 64 documents.
  @Test(arguments: [
    [], [0], [0, 0, 0], [1], [4094, 1], [4095, 1], [4096, 1], [100_000], [0, 100_000, 0], [3000, 1000, 3000],
    Array(repeating: 0, count: 64), Array(repeating: 0, count: 65), Array(repeating: 5000, count: 129),
    Array(repeating: 100, count: 400),
  ]) func documentsRoundTrip(sizes: [Int]) throws {
    let documents = Self.random(sizes, seed: 2)
    try Self.expect(documents, in: Self.file(documents))
  }

  @Test(arguments: [0, 1, 2]) func anyOrderRoundTrips(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let documents = Self.random((0..<300).map { _ in Int.random(in: 0...3000, using: &random) }, seed: seed)
    let order = documents.indices.shuffled(using: &random).prefix(200).map { UInt32($0) }
    try Self.expect(order.map { documents[Int($0)] }, in: Self.file(documents, order: order))
  }

  @Test func manyRecordsShareADictionary() throws {
    let sections = try Self.file(Self.records)
    #expect(!sections.bytes(.storedDictionary).isEmpty)
    try Self.expect(Self.records, in: sections)
  }

  @Test func recordsOfADictionaryRoundTripInAnyOrder() throws {
    var random = SeededGenerator(seed: 5)
    let order = Self.records.indices.shuffled(using: &random).prefix(1500).map { UInt32($0) }
    try Self.expect(order.map { Self.records[Int($0)] }, in: Self.file(Self.records, order: order))
  }

  @Test(arguments: [100, 1000]) func fewRecordsHaveADictionaryOfTheirOwn(count: Int) throws {
    let records = Array(Self.records.prefix(count))
    let sections = try Self.file(records)
    #expect(!sections.bytes(.storedDictionary).isEmpty)
    try Self.expect(records, in: sections)
  }

  @Test func recordsOfLessThan16KiBHaveNone() throws {
    let records = Array(Self.records.prefix(20))
    let sections = try Self.file(records)
    #expect(sections.bytes(.storedDictionary).isEmpty)
    try Self.expect(records, in: sections)
  }

  @Test func aPageIsSizesAndFrames() throws {
    let sections = try Self.file([[], []])
    let frame: [UInt8] = [0x24, 0, 1, 0, 0, 0x99, 0xE9, 0xD8, 0x51]
    #expect(sections.bytes(.stored) == [9, 9] + frame + frame)
    #expect(sections.bytes(.storedPages) == [UInt8](repeating: 0, count: 8) + [20, 0, 0, 0, 0, 0, 0, 0])
  }

  /// It was taken for an empty document, since there was as much content as was claimed.
  @Test func aDamagedFrameOfNoContentIsAnError() throws {
    let file = try Self.file([[]]).file
    let place = file.range(of: .stored).upperBound - 1
    let damaged = try SegmentFile(Damage.file(file, [(place, [0x50])]))
    let expected = FormatError(expected: "a zstd frame of 0 bytes of content", found: "another")
    #expect(throws: expected) { try StoredDocuments(damaged).bytes(of: 0) }
  }

  @Test(arguments: [0, 1, 63, 65, 2000]) func documentsAreWrittenAsTheyAreAskedFor(count: Int) throws {
    let records = Array(Self.records.prefix(count))
    let sections = try SectionFile(
      documents: count, from: .stored, to: .storedDictionary
    ) { file throws(IndexError) in
      try StoredDocuments.write(to: &file, count: count) { records[$0] }
    }
    #expect(sections.bytes(.storedDictionary).isEmpty == (count < 20))
    try Self.expect(records, in: sections)
  }

  @Test func whatIsAppendedAfterAnAttemptIsWrittenByTheNext() throws {
    let folder = TemporaryFolder()
    var writer = StoredDocumentsWriter()
    for document in [[1], [2]] as [[UInt8]] { writer.append(document) }
    var failed = try SegmentFileWriter(DiskStorage(path: folder.path).create("failed"), documents: 2)
    try writer.write(to: &failed)
    writer.append([3])
    let sections = try SectionFile(documents: 3, from: .stored, to: .storedDictionary) { file throws(IndexError) in
      try writer.write(to: &file)
    }
    try Self.expect([[1], [2], [3]], in: sections)
  }

  @Test func aDocumentThatIsNotThereIsAnError() throws {
    let sections = try Self.file([[1], [2]])
    #expect(throws: FormatError.self) { try StoredDocuments(sections.file).bytes(of: 2) }
    #expect(throws: FormatError.self) { try StoredDocuments(sections.file).bytes(of: -1) }
    let empty = try Self.file([])
    #expect(throws: FormatError.self) { try StoredDocuments(empty.file).bytes(of: 0) }
  }

  @Test func threadsReadOneFile() async throws {
    let sections = try Self.file(Self.records)
    let file = sections.file
    let wrong = await withTaskGroup(of: Int.self) { group in
      for seed in 0..<8 {
        group.addTask { Self.wrongAnswers(of: file, seed: UInt64(seed)) }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  private static func wrongAnswers(of file: SegmentFile, seed: UInt64) -> Int {
    var random = SeededGenerator(seed: seed)
    return (0..<500).count { _ in
      let document = Int.random(in: 0..<records.count, using: &random)
      return (try? StoredDocuments(file).bytes(of: document)) != records[document]
    }
  }

  @Test(arguments: 0..<3) func damagedSectionsGiveErrorsOrOtherBytes(seed: UInt64) throws {
    let records = Array(Self.records.prefix(seed == 0 ? 100 : 2000))
    let sections = try Self.file(records)
    let bytes = [Section.stored, .storedPages, .storedDictionary].map { sections.bytes($0) }
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var damaged = bytes
      let section = Int.random(in: 0..<3, using: &random)
      guard !damaged[section].isEmpty else { continue }
      if Bool.random(using: &random) {
        damaged[section].removeLast(Int.random(in: 1...damaged[section].count, using: &random))
      } else {
        // Early bytes are the sizes of a page, the first frames and the start of the dictionary.
        let most = Bool.random(using: &random) ? min(300, damaged[section].count) : damaged[section].count
        damaged[section][Int.random(in: 0..<most, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      }
      let file = try SectionFile(
        documents: records.count, from: .stored, to: .storedDictionary
      ) { [damaged] file throws(IndexError) in
        try file.append(.stored, damaged[0])
        try file.append(.storedPages, damaged[1])
        try file.append(.storedDictionary, damaged[2])
      }
      for document in stride(from: 0, to: records.count, by: 37) {
        _ = try? StoredDocuments(file.file).bytes(of: document)
      }
      try? StoredDocuments(file.file).visit { _ in }
    }
  }
}
