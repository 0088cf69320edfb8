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

  /// What a disk loses at a time costs the records in it, those of a page whose sizes are in it, and nothing anywhere else.
  @Test(arguments: [512, 4096], [0, 104, 232]) func aLostSectorCostsWhatLiesInIt(size: Int, shift: Int) throws {
    try SampleIndex.write(to: folder)
    for name in ["segment-1", "segment-2"] {
      let bytes = try folder.read(name)
      let file = try SegmentFile(FileRegion(path: folder.file(name)))
      let pages = try StoredPlaces(file)
      for start in stride(from: shift, to: bytes.count, by: size) {
        let sector = start..<min(start + size, bytes.count)
        try folder.write(name, bytes.blanked(sector))
        let result = try Result(folder.path)
        let most = pages.documents(in: sector)
        #expect(result.isComplete && result.kept.count >= 240 - most, "\(name) from \(start): \(most), \(result)")
        #expect(most == 0 || !result.faults.isEmpty)
      }
      try folder.write(name, bytes)
    }
  }

  /// Behind the records of a small segment is little, so that one loss takes the table of sections and the entries before it.
  @Test(arguments: [20, 60]) func whateverIsLostBehindTheRecordsCostsNone(count: Int) throws {
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    let ids = SampleIndex.ids.prefix(count)
    for id in ids { try writer.add(Document(id: id, title: "cells", stored: SampleIndex.stored(id))) }
    try writer.commit()
    let bytes = try folder.read("segment-1")
    let records = try SegmentFile(FileRegion(path: folder.file("segment-1"))).range(of: .stored)
    for start in records.upperBound...bytes.count - 8 {
      for damaged in [bytes.blanked(start..<bytes.count), Array(bytes[..<start])] {
        try folder.write("segment-1", damaged)
        let result = try Result(folder.path)
        #expect(result.kept == Set(ids) && result.wrong == [] && !result.faults.isEmpty, "from \(start): \(result)")
      }
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

  @Test(arguments: [1, 5] as [UInt8]) func anUnknownVersionIsRefused(version: UInt8) throws {
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

/// Where a segment's file has what documents were stored with.
private struct StoredPlaces {
  /// By page: where the sizes of its frames are, and each frame.
  private var pages: [(sizes: Range<Int>, frames: [Range<Int>])] = []

  init(_ file: SegmentFile) throws {
    let stored = file.range(of: .stored)
    var table = ByteReader(file.bytes(.storedPages))
    for first in stride(from: 0, to: file.documents, by: 64) {
      let start = try stored.lowerBound + table.size()
      var sizes = ByteReader(file.region.bytes.extracting(start...))
      let counts = try (first..<min(first + 64, file.documents)).map { _ in try sizes.varint() }
      var end = start + sizes.offset
      let frames = counts.map { count in
        defer { end += count }
        return end..<end + count
      }
      pages.append((start..<start + sizes.offset, frames))
    }
  }

  /// How many documents damage to some bytes may cost.
  func documents(in bytes: Range<Int>) -> Int {
    pages.reduce(0) { $0 + ($1.sizes.overlaps(bytes) ? $1.frames.count : $1.frames.count { $0.overlaps(bytes) }) }
  }
}

extension [UInt8] {
  /// A copy with zeros at some places.
  fileprivate func blanked(_ places: Range<Int>) -> [UInt8] {
    var blanked = self
    for place in places { blanked[place] = 0 }
    return blanked
  }
}
