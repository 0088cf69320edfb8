/// Where the sections of a segment's file lie, and their checksums.
struct SectionTable: Sendable {
  /// The last bytes of a file.
  static let end = "TITEREND"
  private static let size = Section.allCases.count * SectionEntry.size
  private static let headerSize = 16
  private static let footerSize = 16

  /// By number, from 1.
  private let entries: [SectionEntry]
  /// Those of which no entry is left.
  let lost: Set<Section>

  /// Reads the table of a file, which must have its checksum.
  ///
  /// - Throws: ``FormatError`` when it is damaged, or the bytes behind it.
  init(of file: Span<UInt8>) throws(FormatError) {
    var reader = ByteReader(file)
    let table = try Self.table(&reader, of: file.count)
    try expect(try reader.fixed32(), toBe: UInt32(Section.allCases.count), "number of sections")
    try expect(try reader.fixed32(), toBe: checksum(table.span), "checksum of the section table")
    let last = String(decoding: try reader.array(Self.end.utf8.count), as: UTF8.self)
    try expect(last, toBe: Self.end, "last bytes")
    entries = try Self.entries(table, limit: file.count)
    lost = []
  }

  /// Reads the table of a file that is damaged: one wrong byte is mended, and where more are wrong, the entries behind the sections
  /// make another.
  ///
  /// Without an entry the stored documents are looked for where most bytes belong to no section that has one, others nowhere.
  ///
  /// - Throws: ``FormatError`` when there are none of these either, as before version 4.
  /// - Complexity: O(1) where one byte is wrong, else O(size of the file).
  init(salvaging file: Span<UInt8>) throws(FormatError) {
    if let mended = try? Self.entries(Self.mendedTable(of: file), limit: file.count) {
      entries = mended
      lost = []
      return
    }
    let found = Self.scattered(in: file)
    guard !found.isEmpty else { throw FormatError(expected: "a table of sections", found: "other bytes") }
    let gap = Self.largestGap(between: found.values, size: file.count)
    entries = Section.allCases.map { found[$0] ?? SectionEntry($0, checksum: 0, range: $0 == .stored ? gap : 0..<0) }
    lost = Set(Section.allCases).subtracting(found.keys)
  }

  /// The entry of a section.
  subscript(section: Section) -> SectionEntry { entries[Int(section.rawValue) - 1] }

  /// Checks that sections follow each other, behind each zeros and its entry.
  func checkLayout(of file: Span<UInt8>) throws(FormatError) {
    var end = Self.headerSize
    for entry in entries.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      try expect(entry.range.lowerBound, toBe: end, "offset of a section")
      var reader = ByteReader(file)
      try reader.skip(entry.range.upperBound)
      while reader.offset < entry.copyOffset { try expect(try reader.byte(), toBe: 0, "byte behind a section") }
      guard (try? SectionEntry(&reader, limit: file.count)) == entry else {
        throw FormatError(expected: "the entry of section \(entry.section) behind it", found: "other bytes")
      }
      end = reader.offset
    }
    try expect(end, toBe: file.count - Self.footerSize - Self.size, "end of the sections")
  }

  /// Reads the bytes of the table of a file of `count` bytes.
  private static func table(_ reader: inout ByteReader, of count: Int) throws(FormatError) -> [UInt8] {
    try reader.skip(max(0, count - footerSize - size))
    return try reader.array(size)
  }

  /// The bytes of the table, one damaged byte mended by its checksum.
  private static func mendedTable(of file: Span<UInt8>) throws(FormatError) -> [UInt8] {
    var reader = ByteReader(file)
    let table = try table(&reader, of: file.count)
    try reader.skip(4)
    let sum = try reader.fixed32()
    guard let mended = Mending.mended(table, checksum: sum) else {
      throw FormatError(expected: "checksum of the section table \(sum)", found: "\(checksum(table.span))")
    }
    return mended
  }

  private static func entries(_ table: [UInt8], limit: Int) throws(FormatError) -> [SectionEntry] {
    var entries: [SectionEntry] = []
    var reader = ByteReader(table.span)
    for section in Section.allCases {
      let entry = try SectionEntry(&reader, limit: limit)
      try expect(entry.section, toBe: section, "section")
      entries.append(entry)
    }
    return entries
  }

  /// The entries that stand behind their sections.
  private static func scattered(in file: Span<UInt8>) -> [Section: SectionEntry] {
    var found: [Section: SectionEntry] = [:]
    for offset in stride(from: headerSize, through: file.count - SectionEntry.size, by: 8)
    where Section(rawValue: file.fixed32(at: offset)) != nil {
      var reader = ByteReader(file.extracting(offset...))
      guard let entry = try? SectionEntry(&reader, limit: offset), entry.copyOffset == offset else { continue }
      found[entry.section] = entry
    }
    return found
  }

  /// The most bytes of a file of `size` bytes that none of the entries' sections takes.
  private static func largestGap(between entries: some Sequence<SectionEntry>, size: Int) -> Range<Int> {
    let known = entries.map { $0.range.lowerBound..<$0.copyOffset + SectionEntry.size }
    var largest = 0..<0
    var end = headerSize
    for part in known.sorted(by: { $0.lowerBound < $1.lowerBound }) + [size..<size] {
      if part.lowerBound - end > largest.count { largest = end..<part.lowerBound }
      end = max(end, part.upperBound)
    }
    return largest
  }
}
