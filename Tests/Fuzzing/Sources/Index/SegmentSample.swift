import Titer

/// A sound segment in an index of its own, taken apart into sections.
struct SegmentSample: Sendable {
  /// One whose terms are lists, and one with terms of more documents than a list may have.
  static let all = [SegmentSample(documents: 20), SegmentSample(documents: 400)]

  /// Queries that read every kind of list.
  static let queries = [
    Query([.words("lupus cells trial")]), Query([.phrase("lupus nephritis")]),
    Query([.all([.pattern("neph*"), .not(.phrase("mice"))])]), Query([.fuzzy("nephritos", distance: 2)]),
    Query([.near([.phrase("of"), .phrase("cells")], .init(gap: 3, order: .any))]),
    Query([.any([.heading(.init("Humans")), .value(.author, "Smith *")])]),
    Query([.frequency(.phrase("lupus"), atLeast: 2)]),
    Query(
      [.words("car")], filter: Filter(years: 2001...2020, journals: ["BMJ"], types: ["Review"], languages: ["eng"])),
  ]

  /// The index's folder.
  let folder: String
  /// How many documents there are.
  let documents: Int
  /// The bytes of the sections in the order of their numbers.
  let sections: [[UInt8]]
  private let manifest: [UInt8]

  private init(documents: Int) {
    self.documents = documents
    let folder = Scratch.folder("segment-\(documents)")
    self.folder = folder
    sections = demandNoError("an index can be made") { () throws(IndexError) in
      try SampleIndex.write(to: folder, count: documents, commits: 1)
      let file = try SegmentFile(FileRegion(path: "\(folder)/segment-1"))
      return Section.allCases.map { unsafe file.bytes($0).withUnsafeBufferPointer { unsafe [UInt8]($0) } }
    }
    manifest = Scratch.read("manifest", in: folder)
  }

  /// Writes the segment's file with these sections, their checksums right.
  func write(_ sections: [[UInt8]]) {
    demandNoError("a segment can be written") { () throws(IndexError) in
      let file = try DiskStorage(path: folder).create("segment-1")
      var writer = try SegmentFileWriter(file, documents: documents)
      for (section, bytes) in zip(Section.allCases, sections) { try writer.append(section, bytes) }
      try writer.finish()
    }
  }

  /// Changes the table of sections of the file that was written last, its checksum made right again.
  func changeTable(_ change: (inout [UInt8]) -> Void) {
    let bytes = Scratch.read("segment-1", in: folder)
    let footer = bytes.count - 16
    var table = [UInt8](bytes[(footer - 24 * Section.allCases.count)..<footer])
    change(&table)
    var sum = ByteWriter()
    sum.fixed32(checksum(table.span))
    let file = bytes[..<(footer - 24 * Section.allCases.count)] + table + bytes[footer..<(footer + 4)] + sum.bytes
    Scratch.write("segment-1", file + bytes.suffix(8), in: folder)
  }

  /// Makes the index one of segment 1 alone again.
  func restore() { Scratch.write("manifest", manifest, in: folder) }
}
