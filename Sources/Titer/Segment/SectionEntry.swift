/// Where a section lies in its file, and its checksum.
struct SectionEntry: Equatable, Sendable {
  /// The bytes that an entry takes.
  static let size = 24

  /// Which section.
  let section: Section
  /// The CRC-32 of its bytes.
  let checksum: UInt32
  /// Its bytes' places.
  let range: Range<Int>

  /// The entry of a section.
  init(_ section: Section, checksum: UInt32, range: Range<Int>) {
    self.section = section
    self.checksum = checksum
    self.range = range
  }

  /// Reads an entry of a file of `limit` bytes.
  init(_ reader: inout ByteReader, limit: Int) throws(FormatError) {
    let number = try reader.fixed32()
    guard let section = Section(rawValue: number) else {
      throw FormatError(expected: "the number of a section", found: "\(number)")
    }
    let checksum = try reader.fixed32()
    let (offset, size) = (try reader.size(), try reader.size())
    guard offset <= limit, size <= limit - offset else {
      throw FormatError(expected: "a section within \(limit) bytes", found: "\(size) bytes at \(offset)")
    }
    self.init(section, checksum: checksum, range: offset..<offset + size)
  }

  /// The entry as it is written.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.fixed32(section.rawValue)
    writer.fixed32(checksum)
    writer.fixed64(UInt64(range.lowerBound))
    writer.fixed64(UInt64(range.count))
    return writer.bytes
  }

  /// Where its copy stands behind the section.
  var copyOffset: Int { (range.upperBound + 7) / 8 * 8 }
}
