import TestSupport
import Testing
import Titer

@Suite struct IndexCheckTests {
  private let folder = TemporaryFolder()

  private func faults(_ depth: IndexCheck.Depth = .checksums) throws -> [Fault] {
    try IndexCheck(path: folder.path, depth: depth).faults
  }

  /// Changes a byte in the middle of a section.
  private func damage(_ section: Section, of name: String) throws {
    let file = try SegmentFile(FileRegion(path: folder.file(name)))
    let range = file.range(of: section)
    try #require(!range.isEmpty)
    var bytes = try folder.read(name)
    bytes[(range.lowerBound + range.upperBound) / 2] ^= 0x10
    try folder.write(name, bytes)
  }

  /// Writes a segment anew with right checksums, some sections changed.
  private func rewrite(_ name: String, _ change: (Section, inout [UInt8]) -> Void) throws {
    let file = try SegmentFile(FileRegion(path: folder.file(name)))
    var changed = try SegmentFileWriter(DiskStorage(path: folder.path).create("changed"), documents: file.documents)
    for section in Section.allCases {
      var bytes = unsafe file.bytes(section).withUnsafeBufferPointer { unsafe Array($0) }
      change(section, &bytes)
      try changed.append(section, bytes)
    }
    try changed.finish()
    try folder.write(name, folder.read("changed"))
    try DiskStorage(path: folder.path).remove("changed")
  }

  @Test(arguments: [IndexCheck.Depth.checksums, .structures]) func aSoundIndexHasNoFaults(depth: IndexCheck.Depth)
    throws
  {
    try SampleIndex.write(to: folder)
    let check = try IndexCheck(path: folder.path, depth: depth)
    #expect(check.faults == [] && check.documents == 240 && check.segments == 2)
  }

  /// Each damaged section is told, by each depth once, with what it holds.
  @Test(arguments: Section.allCases) func aDamagedSectionIsTold(section: Section) throws {
    try SampleIndex.write(to: folder)
    try damage(section, of: "segment-1")
    for depth in [IndexCheck.Depth.checksums, .structures] {
      let faults = try faults(depth)
      #expect(faults.count == 1, "\(faults)")
      #expect(faults[0].description.hasPrefix("\(folder.file("segment-1")): expected checksum of section \(section) "))
    }
  }

  @Test func allThatIsDamagedIsTold() throws {
    try SampleIndex.write(to: folder)
    try damage(.postings, of: "segment-1")
    try damage(.stored, of: "segment-1")
    try damage(.journals, of: "segment-2")
    let name = try #require(folder.names.first { $0.hasPrefix("deletions") })
    var bytes = try folder.read(name)
    bytes[20] ^= 1
    try folder.write(name, bytes)
    #expect(
      try faults(.structures).map(\.holds) == [
        "which 8 of 220 records are deleted", "the words of records, by which searches find and rank them",
        "the records that answers show",
        "the years, journals, languages, sources and types that filters and counts go by",
      ])
  }

  @Test func aMissingSegmentIsTold() throws {
    try SampleIndex.write(to: folder)
    try DiskStorage(path: folder.path).remove("segment-2")
    let faults = try faults(.structures)
    #expect(faults.map(\.holds) == ["28 records"])
    #expect(faults[0].description.contains("No such file or directory"))
  }

  @Test func damagedDeletionsAreToldOnce() throws {
    try SampleIndex.write(to: folder)
    let name = try #require(folder.names.first { $0.hasPrefix("deletions") })
    try folder.write(name, [])
    #expect(try faults(.structures).map(\.holds) == ["which 8 of 220 records are deleted"])
  }

  /// Room for as many documents as it claims isn't made before that is seen to be so.
  @Test func aManifestThatClaimsTooMuchIsTold() throws {
    try SampleIndex.write(to: folder)
    var manifest = try Manifest(FileRegion(path: folder.file(Manifest.fileName)))
    manifest.segments[0].documents = 1 << 40
    try folder.write(Manifest.fileName, manifest.fileBytes)
    #expect(try faults(.structures).count == 1)
    var salvage = try Salvage(path: folder.path)
    var kept = 0
    try salvage.visit { _ in kept += 1 }
    #expect(kept == 28 && salvage.lostWithoutName == 212)
  }

  @Test func withoutAManifestFilesAreChecked() throws {
    try SampleIndex.write(to: folder)
    try damage(.terms, of: "segment-2")
    try folder.write(Manifest.fileName, [])
    #expect(
      try faults(.structures).map(\.holds) == [
        "which segments make up the index, and its analysis",
        "the words of records, by which searches find and rank them",
      ])
  }

  /// What a faulty program would write: checksums are right, and only a deep check finds it.
  @Test func structuresAreCheckedBehindTheirChecksums() throws {
    let changes: [(Section, String, (inout [UInt8]) -> Void)] = [
      (.identifierRanks, "rank of document", { $0.swapAt(0, 4) }),
      (.identifierOrder, "rank of document", { $0.swapAt(0, 4) }),
      (.lengths, "length of document", { $0[0] += 1 }),
      (.storedPages, "offset of the first page", { $0[0] += 1 }),
      (.storedPages, "bytes of a page", { $0[8] += 1 }),
      (.stored, "the dictionary before the pages", { $0[40] += 1 }),
      (.terms, "terms", { $0[2] = 0xFF }),
      (.journals, "", { $0[$0.count - 1] = 200 }),
    ]
    for (section, words, change) in changes {
      try SampleIndex.write(to: folder)
      try rewrite("segment-1") { if $0 == section { change(&$1) } }
      #expect(try faults(.checksums) == [])
      let found = try faults(.structures)
      #expect(!found.isEmpty && "\(found)".contains(words), "\(section): \(found)")
      for name in folder.names { try DiskStorage(path: folder.path).remove(name) }
    }
  }

  @Test func aRecordInTwoSegmentsIsTold() throws {
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    for id in ["1", "2"] {
      try writer.add(Document(id: id, title: "cells"))
      try writer.commit()
    }
    try rewrite("segment-2") { section, bytes in if section == .identifiers { bytes[16] = UInt8(ascii: "1") } }
    #expect(try faults(.checksums) == [])
    let expected = IndexError.corrupt(
      path: folder.file("segment-2"), expected: "one record “1”", found: "another in \(folder.file("segment-1"))")
    #expect(try faults(.structures).map(\.error) == [expected])
    #expect(throws: expected) { try Index(path: folder.path).check() }
  }

  @Test func whereThereIsNoIndexThatIsTold() throws {
    #expect(throws: IndexError.missing(path: folder.path)) { try faults() }
  }
}
