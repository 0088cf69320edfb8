import TestSupport
import Testing
import Titer

/// Damaged indexes: everything intact is kept, and nothing else.
@Suite struct SalvageTests {
  private let folder = TemporaryFolder()

  /// What a salvage found.
  private struct Result: Equatable {
    var kept: Set<String> = []
    var lost: Set<String> = []
    var lostWithoutName = 0
    /// Documents that came more than once, or with other bytes than they were stored with.
    var wrong: [String] = []
    var faults: [Fault] = []

    init(_ path: String) throws {
      var salvage = try Salvage(path: path)
      try salvage.visit { stored in
        let id = String(String(decoding: stored, as: UTF8.self).dropFirst(8).prefix { $0 != "\"" })
        if !self.kept.insert(id).inserted || stored != SampleIndex.stored(id) { self.wrong.append(id) }
      }
      lost = Set(salvage.lost)
      lostWithoutName = salvage.lostWithoutName
      faults = salvage.faults
    }

    /// Whether each document was kept or lost, and none was changed.
    var isComplete: Bool {
      wrong == [] && kept.isDisjoint(with: lost) && kept.union(lost).isSubset(of: SampleIndex.ids)
        && kept.count + lost.count + lostWithoutName == SampleIndex.ids.count
    }
  }

  @Test func aSoundIndexIsKeptWhole() throws {
    try SampleIndex.write(to: folder)
    let file = try SegmentFile(FileRegion(path: folder.file("segment-1")))
    try #require(!file.range(of: .storedDictionary).isEmpty, "frames have a dictionary")
    let salvage = try Salvage(path: folder.path)
    #expect(salvage.chain == "plain/1" && salvage.hasPositions && salvage.documents == 240)
    let result = try Result(folder.path)
    #expect(result.isComplete && result.kept.count == 240 && result.faults == [])
  }

  /// A changed byte costs the document that it is part of, and no other.
  @Test(arguments: [0x01, 0x80, 0xFF] as [UInt8]) func aDamagedByteCostsADocumentAtMost(change: UInt8) throws {
    try SampleIndex.write(to: folder)
    for (name, bytes) in try folder.contents() where name != "lock" {
      // Of a segment's sections, those that a salvage reads.
      let file = name.hasPrefix("segment") ? try SegmentFile(FileRegion(path: folder.file(name))) : nil
      let stored = file?.range(of: .stored) ?? 0..<0
      let read = [Section.storedPages, .storedDictionary, .identifiers].map { file?.range(of: $0) ?? 0..<0 }
      for place in bytes.indices {
        let isRead = file == nil || place < 16 || place > bytes.count - 500 || read.contains { $0.contains(place) }
        guard isRead || (stored.contains(place) && place % 5 == 0) else { continue }
        var damaged = bytes
        damaged[place] ^= change
        try folder.write(name, damaged)
        let result = try Result(folder.path)
        #expect(result.isComplete && result.kept.count >= 239, "\(name) byte \(place) ^ \(change): \(result)")
      }
      try folder.write(name, bytes)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func whateverIsDamagedNothingWrongIsKept(seed: UInt64) throws {
    try SampleIndex.write(to: folder)
    let name = seed % 4 == 0 ? "segment-2" : "segment-1"
    let file = try SegmentFile(FileRegion(path: folder.file(name)))
    var damage = Damage(file, in: [.stored, .storedPages, .storedDictionary, .identifiers], seed: seed)
    for _ in 0..<5 {
      try folder.write(name, damage.nextBytes())
      let result = try Result(folder.path)
      #expect(result.isComplete, "seed \(seed): \(result)")
    }
  }

  @Test func withoutAManifestAllSegmentsAreRead() throws {
    try SampleIndex.write(to: folder)
    try folder.write(Manifest.fileName, [1, 2, 3])
    let salvage = try Salvage(path: folder.path)
    #expect(salvage.chain == nil && salvage.documents == 240)
    let result = try Result(folder.path)
    #expect(result.isComplete && result.kept.count == 240)
    #expect(result.faults.map(\.holds) == ["which segments make up the index, and its analysis"])
    try DiskStorage(path: folder.path).remove(Manifest.fileName)
    #expect(try Result(folder.path).kept.count == 240)
  }

  @Test func documentsOfALostFileAreCounted() throws {
    try SampleIndex.write(to: folder)
    try DiskStorage(path: folder.path).remove("segment-2")
    let result = try Result(folder.path)
    #expect(result.isComplete && result.lost == [] && result.lostWithoutName == 28)
    #expect(result.faults.map(\.holds) == ["28 records"])
  }

  /// Which are deleted can't be told any more: those come as well.
  @Test func lostDeletionsBringDocumentsBack() throws {
    try SampleIndex.write(to: folder)
    let name = try #require(folder.names.first { $0.hasPrefix("deletions") })
    try DiskStorage(path: folder.path).remove(name)
    let result = try Result(folder.path)
    #expect(result.kept.count == 240 && result.wrong.count == 8)
    #expect(result.faults.map(\.holds) == ["which 8 of 220 records are deleted, which come back"])
  }

  @Test func whereThereIsNoIndexNothingIsSalvaged() throws {
    #expect(throws: IndexError.missing(path: folder.path)) { try Salvage(path: folder.path) }
    #expect(throws: IndexError.missing(path: folder.file("none"))) { try Salvage(path: folder.file("none")) }
  }

  @Test(arguments: [1, 4] as [UInt8]) func anUnknownVersionIsRefused(version: UInt8) throws {
    try SampleIndex.write(to: folder)
    for (name, bytes) in try folder.contents() where name != "lock" {
      try folder.write(name, bytes[..<8] + [version] + bytes[9...])
    }
    let expected = IndexError.unsupportedVersion(
      path: folder.file("manifest"), found: Int(version), supported: Int(FileEnvelope.version))
    #expect(throws: expected) { try Salvage(path: folder.path) }
    #expect(throws: expected) { try IndexCheck(path: folder.path, depth: .structures) }
    #expect(throws: expected) { try Index(path: folder.path) }
    #expect(throws: expected) { _ = try IndexWriter(path: folder.path, chain: .plain) }
  }
}
