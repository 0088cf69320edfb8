/// Writes a segment's file, section by section, in any order.
package struct SegmentFileWriter {
  private let file: any OutputFile
  private var entries: [SectionEntry] = []

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

  /// Appends a section that `body` writes piece by piece, and behind it its entry.
  package mutating func append(
    _ section: Section, _ body: (inout SectionStream) throws(IndexError) -> Void
  ) throws(IndexError) {
    let start = file.count
    var stream = SectionStream(file)
    try body(&stream)
    let entry = SectionEntry(section, checksum: stream.checksum, range: start..<start + stream.count)
    let padding = [UInt8](repeating: 0, count: entry.copyOffset - file.count)
    try file.write((padding + entry.bytes).span)
    entries.append(entry)
  }

  /// Ends the file and makes it durable.
  package func finish() throws(IndexError) {
    let table = entries.sorted { $0.section.rawValue < $1.section.rawValue }.flatMap(\.bytes)
    var footer = ByteWriter()
    footer.append(table)
    footer.fixed32(UInt32(entries.count))
    footer.fixed32(checksum(table.span))
    footer.append(SectionTable.end.utf8)
    try file.write(footer.bytes.span)
    try file.finish()
  }
}
