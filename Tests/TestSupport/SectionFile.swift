package import Titer

/// A segment's file of some sections that a test writes, the others empty.
package struct SectionFile {
  private let folder = TemporaryFolder()
  /// The file, opened.
  package let file: SegmentFile

  /// A file of `documents` documents whose sections from `first` to `last` are what `write` appends.
  package init(
    documents: Int, from first: Section, to last: Section,
    _ write: (inout SegmentFileWriter) throws(IndexError) -> Void
  ) throws(IndexError) {
    var writer = try SegmentFileWriter(DiskStorage(path: folder.path).create("segment-1"), documents: documents)
    for section in Section.allCases where section.rawValue < first.rawValue { try writer.append(section, []) }
    try write(&writer)
    for section in Section.allCases where section.rawValue > last.rawValue { try writer.append(section, []) }
    _ = try writer.finish()
    file = try SegmentFile(FileRegion(path: folder.file("segment-1")))
  }

  /// A copy of a section's bytes.
  package func bytes(_ section: Section) -> [UInt8] {
    unsafe file.bytes(section).withUnsafeBufferPointer { unsafe Array($0) }
  }
}
