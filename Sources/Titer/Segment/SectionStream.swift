/// A section that is written piece by piece, so that it need not be in memory at once.
package struct SectionStream {
  private let file: any OutputFile
  /// The bytes written.
  package private(set) var count = 0
  /// Their CRC-32.
  private(set) var checksum: UInt32 = 0

  /// A section that begins at the end of `file`.
  init(_ file: any OutputFile) {
    self.file = file
  }

  /// Appends bytes.
  package mutating func write(_ bytes: [UInt8]) throws(IndexError) {
    checksum = Titer.checksum(bytes.span, after: checksum)
    count += bytes.count
    try file.write(bytes.span)
  }
}
