/// Bytes as they are stored, before any decompression.
protocol ByteSource: AnyObject {
  /// How many bytes there are in all, where that can be known.
  var totalBytes: Int? { get }
  /// The next bytes, at most `limit`; empty at the end and for ever after.
  func read(_ limit: Int) throws(ReadError) -> [UInt8]
}

/// Bytes in memory.
final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var totalBytes: Int? { bytes.count }

  func read(_ limit: Int) -> [UInt8] {
    let end = min(offset + limit, bytes.count)
    defer { offset = end }
    return [UInt8](bytes[offset..<end])
  }
}
