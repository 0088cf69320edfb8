import TestSupport
import Testing
import Titer

/// Damaged files: nothing crashes, and every damage is reported.
@Suite struct CorruptionTests {
  private static let queries = [
    Query([.words("cells lupus trial")]), Query([.phrase("lupus cells")]),
    Query([.words("absent"), .phrase("of cells")]),
  ]

  /// Two segments, one with deletions.
  private static func folder() throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path)
    var corpus = RandomCorpus(seed: 1)
    for number in 0..<40 {
      let title = ["cells", "lupus cells", "trial of cells in lupus"][number % 3]
      let document = Document(
        id: "id\(number % 36)", title: title, abstract: "\(title) case\(number)",
        keywords: ["lupus"], year: 2000 + number, journal: "journal \(number % 5)", types: ["a", "b"], source: "s",
        stored: (0..<number).map { _ in UInt8(corpus.below(256)) })
      try writer.add(document)
      if number == 20 { try writer.commit() }
    }
    try writer.commit()
    #expect(try Index(path: folder.path).statistics.segments == 2)
    return folder
  }

  /// Does all that reads an index; returns whether opening or the check found damage.
  private static func isReported(_ folder: TemporaryFolder) -> Bool {
    guard let index = try? Index(path: folder.path) else { return true }
    search(index)
    readColumns(folder)
    for number in [0, 1, 17, 35, 36] { _ = try? index.stored(id: "id\(number)") }
    _ = index.statistics
    do {
      try index.check()
      return false
    } catch {
      return true
    }
  }

  private static func search(_ index: Index) {
    for query in queries {
      _ = try? index.search(query, limit: 5)
      _ = try? index.count(query)
    }
  }

  /// Filters and counts by every column of every segment that opens.
  private static func readColumns(_ folder: TemporaryFolder) {
    let filter = Filter(years: 2001...2030, journals: ["Journal 1", "journal 3"], types: ["b"], sources: ["S"])
    for name in folder.names where name.hasPrefix("segment") {
      guard let file = try? SegmentFile(FileRegion(path: folder.file(name))) else { continue }
      try? Columns.readAll(of: file, filter)
    }
  }

  /// Every byte: with one bit those of the small files, of the head and the tables of the segments, and a third of their sections.
  @Test(arguments: [(0x01, 0), (0x20, 1), (0x80, 2)] as [(UInt8, Int)])
  func everyFlippedBitIsReported(bit: UInt8, third: Int) throws {
    let folder = try Self.folder()
    #expect(!Self.isReported(folder))
    var unreported: [String] = []
    for (name, bytes) in try folder.contents() where name != "lock" {
      for place in bytes.indices where place < 32 || place % 3 == third || place > bytes.count - 600 {
        var damaged = bytes
        damaged[place] ^= bit
        try folder.write(name, damaged)
        if !Self.isReported(folder) { unreported.append("\(name) byte \(place)") }
      }
      try folder.write(name, bytes)
    }
    #expect(unreported == [])
  }

  /// `TITER_CASES` says how often a hundred bits are flipped, one at a time.
  @Test(arguments: 0..<UInt64(TestCases.count(usual: 10)))
  func aFlippedBitOfALargerIndexIsReported(batch: UInt64) throws {
    let folder = TemporaryFolder()
    var corpus = RandomCorpus(seed: batch)
    var writer = try IndexWriter(path: folder.path, memoryBudget: 1 << 20)
    for numbers in [stride(from: 0, to: 2000, by: 1), stride(from: 0, to: 2000, by: 40)] {
      for number in numbers {
        var document = corpus.shortDocument(number)
        document.stored = Array(document.abstract.utf8)
        try writer.add(document)
      }
      try writer.commit()
    }
    let files = try folder.contents().filter { $0.key != "lock" }
    let largest = try #require(files.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key)
    for _ in 0..<100 {
      let name = corpus.one(in: 10) ? files.keys.sorted()[corpus.below(files.count)] : largest
      let bytes = try #require(files[name])
      let (place, bit) = (corpus.below(bytes.count), corpus.below(8))
      var damaged = bytes
      damaged[place] ^= 1 << UInt8(bit)
      try folder.write(name, damaged)
      if let index = try? Index(path: folder.path) { Self.search(index) }
      let check = try? IndexCheck(path: folder.path, depth: .checksums)
      #expect(check?.faults.isEmpty != true, "batch \(batch): bit \(bit) of byte \(place) of \(name)")
      try folder.write(name, bytes)
    }
    #expect(try IndexCheck(path: folder.path, depth: .structures).faults == [])
  }

  @Test func everyTruncationIsReported() throws {
    let folder = try Self.folder()
    var unreported: [String] = []
    for (name, bytes) in try folder.contents() where name != "lock" {
      for count in bytes.indices where bytes.count < 400 || count % 37 == 0 || count > bytes.count - 50 {
        try folder.write(name, Array(bytes[..<count]))
        if !Self.isReported(folder) { unreported.append("\(name) of \(count) bytes") }
      }
      try folder.write(name, bytes)
    }
    #expect(unreported == [])
  }

  @Test func missingAndLengthenedFilesAreReported() throws {
    let folder = try Self.folder()
    for (name, bytes) in try folder.contents() where name != "lock" {
      try folder.write(name, bytes + [0])
      #expect(Self.isReported(folder), "\(name) with one more byte")
      try DiskStorage(path: folder.path).remove(name)
      #expect(Self.isReported(folder), "no \(name)")
      try folder.write(name, bytes)
    }
  }

  /// Checksums don't keep out a file that was made to harm: two document frequencies whose sum is no number.
  @Test func documentFrequenciesThatOverflowAreReported() throws {
    let folder = TemporaryFolder()
    var manifest = Manifest(chain: .english)
    for number in 1...2 {
      let entry = Manifest.Entry(number: number, documents: 1, liveDocuments: 1, liveTokens: 1, deletionsCommit: 0)
      manifest.segments.append(entry)
      try Self.writeSegment("segment-\(number)", documentFrequency: .max, to: folder)
    }
    try folder.write(Manifest.fileName, manifest.fileBytes)
    let index = try Index(path: folder.path)
    let expected = IndexError.corrupt(
      path: folder.file("segment-1"), expected: "a term of at most 1 documents", found: "\(Int.max)")
    #expect(throws: expected) { try index.search(Query([.words("x")]), limit: 1) }
  }

  /// A segment of one document that holds the term “x” and claims any frequency for it.
  private static func writeSegment(_ name: String, documentFrequency: Int, to folder: TemporaryFolder) throws {
    var file = try SegmentFileWriter(DiskStorage(path: folder.path).create(name), documents: 1)
    var (identifiers, terms, stored) = (IdentifiersWriter(), TermDictionaryWriter(), StoredDocumentsWriter())
    identifiers.append([1])
    terms.append([0x78], TermEntry(documentFrequency: documentFrequency, postings: 0..<2, positions: 0..<1))
    stored.append([])
    try file.append(.lengths, [1, 0] + [UInt8](repeating: 0, count: 126))
    try identifiers.write(to: &file)
    try terms.write(to: &file)
    try file.append(.postings, [UInt8](repeating: 0, count: 800))
    try file.append(.positions, [0])
    try stored.write(to: &file)
    try identifiers.writeRanks(to: &file)
    var columns = ColumnsWriter()
    columns.append(ColumnValues())
    try columns.write(to: &file)
    try file.finish()
  }

  /// A merge took their order for granted and trapped, where the checksums were right.
  @Test func termsOutOfOrderAreReportedByAMerge() throws {
    let folder = TemporaryFolder()
    do {
      var writer = try IndexWriter(path: folder.path, chain: .plain)
      try writer.add(Document(id: "1", title: "alpha beta"))
      try writer.commit()
    }
    let file = try SegmentFile(FileRegion(path: folder.file("segment-1")))
    var changed = try SegmentFileWriter(DiskStorage(path: folder.path).create("changed"), documents: 1)
    for section in Section.allCases {
      var bytes = unsafe file.bytes(section).withUnsafeBufferPointer { unsafe Array($0) }
      // The first letter of “alpha”.
      if section == .terms { bytes[2] = UInt8(ascii: "z") }
      try changed.append(section, bytes)
    }
    try changed.finish()
    try folder.write("segment-1", folder.read("changed"))
    let expected = IndexError.corrupt(path: folder.file("segment-1"), expected: "ascending terms", found: "“beta”")
    #expect(throws: expected) {
      var writer = try IndexWriter(path: folder.path, chain: .plain)
      try writer.add(Document(id: "2", title: "gamma"))
      writer.merge()
      try writer.commit()
    }
  }

  @Test func aWriterOnADamagedIndexDoesNotCrash() throws {
    let folder = try Self.folder()
    let contents = try folder.contents()
    var random = SeededGenerator(seed: 3)
    for _ in 0..<150 {
      let name = contents.keys.sorted()[Int.random(in: 0..<contents.count, using: &random)]
      var damaged = contents[name] ?? []
      guard !damaged.isEmpty else { continue }
      damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      try folder.write(name, damaged)
      try? Self.write(to: folder)
      for (name, bytes) in contents { try folder.write(name, bytes) }
    }
    #expect(try Index(path: folder.path).statistics.documents == 36)
  }

  private static func write(to folder: TemporaryFolder) throws {
    var writer = try IndexWriter(path: folder.path)
    for number in 0..<5 { try writer.add(Document(id: "id\(number * 8)", title: "new")) }
    try writer.delete(id: "id33")
    try writer.commit()
  }
}
