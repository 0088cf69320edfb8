/// The frame of every small file: what it is, which version, and a checked end.
///
///     8 bytes   magic, ASCII
///     4 bytes   version of the index format
///     4 bytes   CRC-32 of the payload
///     …         payload
package enum FileEnvelope {
  /// The version of the index format that this code writes, and the only one that it searches.
  ///
  /// `IndexFormat` in the documentation keeps the dated list of versions.
  package static let version: UInt32 = 4
  /// The versions whose stored documents are read, to make an index of them anew.
  static let salvaged: ClosedRange<UInt32> = 2...version

  /// The payload in its frame.
  package static func wrap(_ payload: [UInt8], magic: String) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(magic.utf8)
    writer.fixed32(version)
    writer.fixed32(checksum(payload.span))
    writer.append(payload)
    return writer.bytes
  }

  /// Checks the frame of `file` and returns the payload.
  ///
  /// - Throws: ``IndexError`` when the file is another kind of file, of another version, or damaged.
  package static func unwrap(_ file: FileRegion, magic: String) throws(IndexError) -> [UInt8] {
    var reader = ByteReader(file.bytes)
    try checkHeader(&reader, magic: magic, path: file.path)
    do throws(FormatError) {
      let sum = try reader.fixed32()
      let payload = try reader.array(file.count - reader.offset)
      try expect(checksum(payload.span), toBe: sum, "checksum")
      return payload
    } catch {
      throw error.inFile(file.path)
    }
  }

  /// The payload of `file`, whatever its head says; one damaged byte is mended.
  ///
  /// - Throws: ``IndexError`` when more is damaged.
  static func salvage(_ file: FileRegion, magic: String) throws(IndexError) -> [UInt8] {
    var reader = ByteReader(file.bytes)
    do throws(FormatError) {
      try reader.skip(magic.utf8.count + 4)
      let sum = try reader.fixed32()
      let payload = try reader.array(file.count - reader.offset)
      if let mended = Mending.mended(payload, checksum: sum) { return mended }
      throw FormatError(expected: "checksum \(sum)", found: "\(checksum(payload.span))")
    } catch {
      throw error.inFile(file.path)
    }
  }

  /// The version that a file's head names.
  static func version(of file: FileRegion, magic: String) throws(FormatError) -> UInt32 {
    var reader = ByteReader(file.bytes)
    try reader.skip(magic.utf8.count)
    return try reader.fixed32()
  }

  /// Reads the magic and the version, and checks both.
  static func checkHeader(_ reader: inout ByteReader, magic: String, path: String) throws(IndexError) {
    let version: UInt32
    do throws(FormatError) {
      let found = String(decoding: try reader.array(magic.utf8.count), as: UTF8.self)
      try expect(found, toBe: magic, "the file to begin with")
      version = try reader.fixed32()
    } catch {
      throw error.inFile(path)
    }
    guard version == Self.version else {
      throw .unsupportedVersion(path: path, found: Int(version), supported: Int(Self.version))
    }
  }
}
