// A segment's file:
//
//     8 bytes    magic “TITERSEG”
//     4 bytes    version of the index format
//     4 bytes    number of documents
//     …          the sections in any order; behind each zeros up to a multiple of 8 bytes, and a copy of its entry
//     24 bytes a section, ascending, its entry: its number (4), CRC-32 (4), offset (8), size (8)
//     4 bytes    number of sections
//     4 bytes    CRC-32 of the section table
//     8 bytes    “TITEREND”

/// A segment's file, mapped, its sections found and their table checked.
package struct SegmentFile: Sendable {
  static let magic = "TITERSEG"

  /// The mapping.
  package let region: FileRegion
  /// The number of documents, deleted ones included.
  package let documents: Int
  /// The dictionary of the stored documents, digested when it is first needed.
  let storedDictionary = StoredDictionary()
  private let table: SectionTable

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
      table = try SectionTable(of: region.bytes)
    } catch {
      throw error.inFile(region.path)
    }
  }

  /// Opens a file that may be damaged, also where its table of sections is lost.
  ///
  /// - Throws: ``IndexError`` when nothing says where sections are.
  /// - Complexity: that of ``SectionTable/init(salvaging:)``.
  init(salvaging region: FileRegion) throws(IndexError) {
    self.region = region
    do throws(FormatError) {
      table = try SectionTable(salvaging: region.bytes)
    } catch {
      throw error.inFile(region.path)
    }
    // Each document has 4 bytes in either; where neither is found, the head must do, and a stored document takes more than a byte.
    let found = max(table[.identifierOrder].range.count, table[.identifierRanks].range.count) / 4
    let stated = region.count < 16 ? 0 : Int(region.bytes.fixed32(at: 12))
    documents = found > 0 ? found : min(stated, table[.stored].range.count)
  }

  /// Where a section lies in the file.
  package func range(of section: Section) -> Range<Int> { table[section].range }

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
    guard !table.lost.contains(section) else {
      throw FormatError(expected: "the entry of section \(section)", found: "none")
    }
    try expect(checksum(bytes(section)), toBe: table[section].checksum, "checksum of section \(section)")
  }

  /// Whether a section's checksum is right.
  func isSound(_ section: Section) -> Bool { (try? check(section)) != nil }

  /// A section, a damaged byte mended by its checksum; `nil` where more is damaged.
  func mended(_ section: Section) -> [UInt8]? {
    guard !table.lost.contains(section) else { return nil }
    let found = unsafe bytes(section).withUnsafeBufferPointer { unsafe Array($0) }
    return Mending.mended(found, checksum: table[section].checksum)
  }

  /// Checks that the table of sections is as it was written.
  func checkTable() throws(FormatError) { _ = try SectionTable(of: region.bytes) }

  /// Checks that the sections fill the file, so that every byte of it is known.
  func checkLayout() throws(FormatError) { try table.checkLayout(of: region.bytes) }
}
