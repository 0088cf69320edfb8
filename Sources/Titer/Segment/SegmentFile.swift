/// The parts of a segment's file.
package enum Section: UInt32, CaseIterable, Sendable {
  /// 4 bytes a document, the number of its terms.
  case lengths = 1
  /// The identifiers by document.
  case identifiers = 2
  /// The documents in order of their identifiers.
  case identifierOrder = 3
  /// The terms in order.
  case terms = 4
  /// Where the blocks of terms begin.
  case termBlocks = 5
  /// The documents of each term.
  case postings = 6
  /// The positions of each term.
  case positions = 7
  /// What documents were stored with, compressed.
  case stored = 8
  /// Where its pages begin.
  case storedPages = 9
  /// The dictionary of its frames, compressed.
  case storedDictionary = 10
  /// 2 bytes a document, its year.
  case years = 11
  /// The journals, and each document's.
  case journals = 12
  /// The languages, and each document's.
  case languages = 13
  /// The sources, and each document's.
  case sources = 14
  /// The types.
  case types = 15
  /// The sets of types that documents have, and each document's.
  case typeSets = 16
  /// The ranks of the documents' identifiers.
  case identifierRanks = 17
}

// A segment's file:
//
//     8 bytes    magic “TITERSEG”
//     4 bytes    version of the index format
//     4 bytes    number of documents
//     …          the sections in any order, each from a multiple of 8 bytes, zeros between them
//     24 bytes a section, ascending: its number (4), CRC-32 (4), offset (8), size (8)
//     4 bytes    number of sections
//     4 bytes    CRC-32 of the section table
//     8 bytes    “TITEREND”

/// Writes a segment's file, section by section, in any order.
package struct SegmentFileWriter {
  private let file: any OutputFile
  private var entries: [(section: Section, checksum: UInt32, offset: Int, size: Int)] = []

  /// Begins the file of a segment of `documents` documents.
  package init(_ file: any OutputFile, documents: Int) throws(IndexError) {
    self.file = file
    var header = ByteWriter()
    header.append(SegmentFile.magic.utf8)
    header.fixed32(FileEnvelope.version)
    header.fixed32(UInt32(documents))
    try file.write(header.bytes.span)
  }

  /// Appends a section.
  package mutating func append(_ section: Section, _ bytes: [UInt8]) throws(IndexError) {
    try append(section) { stream throws(IndexError) in try stream.write(bytes) }
  }

  /// Appends a section that `body` writes piece by piece.
  package mutating func append(
    _ section: Section, _ body: (inout SectionStream) throws(IndexError) -> Void
  ) throws(IndexError) {
    try file.write([UInt8](repeating: 0, count: (8 - file.count % 8) % 8).span)
    let start = file.count
    var stream = SectionStream(file)
    try body(&stream)
    entries.append((section, stream.checksum, start, stream.count))
  }

  /// Ends the file and makes it durable.
  package func finish() throws(IndexError) {
    var table = ByteWriter()
    for entry in entries.sorted(by: { $0.section.rawValue < $1.section.rawValue }) {
      table.fixed32(entry.section.rawValue)
      table.fixed32(entry.checksum)
      table.fixed64(UInt64(entry.offset))
      table.fixed64(UInt64(entry.size))
    }
    var footer = table
    footer.fixed32(UInt32(entries.count))
    footer.fixed32(checksum(table.bytes.span))
    footer.append(SegmentFile.end.utf8)
    try file.write(footer.bytes.span)
    try file.finish()
  }
}

/// A segment's file, mapped, its sections found and their table checked.
package struct SegmentFile: Sendable {
  static let magic = "TITERSEG"
  static let end = "TITEREND"
  private static let headerSize = 16
  private static let footerSize = 16
  private static let entrySize = 24

  /// The mapping.
  package let region: FileRegion
  /// The number of documents, deleted ones included.
  package let documents: Int
  /// The dictionary of the stored documents, digested when it is first needed.
  let storedDictionary = StoredDictionary()
  private let ranges: [Range<Int>]
  private let checksums: [UInt32]

  /// Opens the file that `region` maps.
  ///
  /// - Throws: ``IndexError`` when it is no segment, of another version, or its table is damaged.
  /// - Complexity: O(1): the sections themselves are not read.
  package init(_ region: FileRegion) throws(IndexError) {
    self.region = region
    var header = ByteReader(region.bytes)
    try FileEnvelope.checkHeader(&header, magic: Self.magic, path: region.path)
    do throws(FormatError) {
      documents = Int(try header.fixed32())
      (ranges, checksums) = try Self.readTable(Self.checkedTable(region.bytes), limit: region.count)
    } catch {
      throw error.inFile(region.path)
    }
  }

  /// Opens a file whose head and end may be damaged, and one byte of whose table of sections.
  ///
  /// - Throws: ``IndexError`` when more of the table is damaged.
  init(salvaging region: FileRegion) throws(IndexError) {
    self.region = region
    do throws(FormatError) {
      (ranges, checksums) = try Self.readTable(Self.mendedTable(region.bytes), limit: region.count)
      // Each document has 4 bytes there.
      documents = ranges[Int(Section.identifierOrder.rawValue) - 1].count / 4
    } catch {
      throw error.inFile(region.path)
    }
  }

  private static func readTable(_ entries: [UInt8], limit: Int) throws(FormatError) -> ([Range<Int>], [UInt32]) {
    var ranges = [Range<Int>](repeating: 0..<0, count: Section.allCases.count)
    var checksums = [UInt32](repeating: 0, count: ranges.count)
    var reader = ByteReader(entries.span)
    for section in Section.allCases {
      let index = Int(section.rawValue) - 1
      try expect(try reader.fixed32(), toBe: section.rawValue, "section")
      checksums[index] = try reader.fixed32()
      ranges[index] = try range(offset: reader.size(), size: reader.size(), limit: limit)
    }
    return (ranges, checksums)
  }

  /// The bytes of the section table, its place and checksum checked by the footer.
  private static func checkedTable(_ bytes: Span<UInt8>) throws(FormatError) -> [UInt8] {
    var reader = ByteReader(bytes)
    let table = try table(&reader, of: bytes.count)
    try expect(try reader.fixed32(), toBe: UInt32(Section.allCases.count), "number of sections")
    try expect(try reader.fixed32(), toBe: checksum(table.span), "checksum of the section table")
    try expect(String(decoding: try reader.array(end.utf8.count), as: UTF8.self), toBe: end, "last bytes")
    return table
  }

  /// The bytes of the section table, one damaged byte mended by its checksum.
  private static func mendedTable(_ bytes: Span<UInt8>) throws(FormatError) -> [UInt8] {
    var reader = ByteReader(bytes)
    let table = try table(&reader, of: bytes.count)
    try reader.skip(4)
    let sum = try reader.fixed32()
    guard let mended = Mending.mended(table, checksum: sum) else {
      throw FormatError(expected: "checksum of the section table \(sum)", found: "\(checksum(table.span))")
    }
    return mended
  }

  /// Reads the bytes of the section table in a file of `count` bytes.
  private static func table(_ reader: inout ByteReader, of count: Int) throws(FormatError) -> [UInt8] {
    let tableSize = Section.allCases.count * entrySize
    try reader.skip(max(0, count - footerSize - tableSize))
    return try reader.array(tableSize)
  }

  private static func range(offset: Int, size: Int, limit: Int) throws(FormatError) -> Range<Int> {
    guard offset <= limit, size <= limit - offset else {
      throw FormatError(expected: "a section within \(limit) bytes", found: "\(size) bytes at \(offset)")
    }
    return offset..<offset + size
  }

  /// Where a section lies in the file.
  package func range(of section: Section) -> Range<Int> { ranges[Int(section.rawValue) - 1] }

  /// The bytes of a section.
  @_lifetime(borrow self)
  package func bytes(_ section: Section) -> Span<UInt8> {
    region.bytes.extracting(range(of: section))
  }

  /// Reads all sections and compares their checksums, and what lies between them.
  package func check() throws(FormatError) {
    try checkLayout()
    for section in Section.allCases { try check(section) }
  }

  /// Reads a section and compares its checksum.
  func check(_ section: Section) throws(FormatError) {
    let index = Int(section.rawValue) - 1
    try expect(checksum(bytes(section)), toBe: checksums[index], "checksum of section \(section)")
  }

  /// Whether a section's checksum is right.
  func isSound(_ section: Section) -> Bool { (try? check(section)) != nil }

  /// A section, a damaged byte mended by its checksum; `nil` where more is damaged.
  func mended(_ section: Section) -> [UInt8]? {
    let found = unsafe bytes(section).withUnsafeBufferPointer { unsafe Array($0) }
    return Mending.mended(found, checksum: checksums[Int(section.rawValue) - 1])
  }

  /// Checks that sections follow each other with zeros between them, so that a checksum or a zero stands for every byte.
  func checkLayout() throws(FormatError) {
    var end = Self.headerSize
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      try expect(range.lowerBound, toBe: (end + 7) / 8 * 8, "offset of a section")
      for place in end..<range.lowerBound { try expect(region.bytes[place], toBe: 0, "byte between sections") }
      end = range.upperBound
    }
    try expect(end, toBe: region.count - Self.footerSize - ranges.count * Self.entrySize, "end of the sections")
  }
}
