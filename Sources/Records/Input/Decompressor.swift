/// A compressed stream being undone, chunk by chunk.
protocol Decompressor: AnyObject {
  /// The name of the compression for messages.
  var name: String { get }
  /// Whether everything so far was whole frames, so that the stream may rightly end here.
  var isBetweenFrames: Bool { get }
  /// What is wrong with the stream; once set, no byte comes any more.
  var fault: String? { get }
  /// Takes some bytes off `input` and returns what they stand for, at most `limit` bytes.
  ///
  /// An empty result asks for more input. With an empty `input` it returns bytes that did not fit before.
  func decode(_ input: inout ArraySlice<UInt8>, limit: Int) -> [UInt8]
}

extension Decompressor {
  /// Whether the stream broke off or broke.
  var isDamaged: Bool { fault != nil || !isBetweenFrames }
}

/// The decompressor for a stream with the given first bytes, or `nil` if they aren't of a compression that we know.
func makeDecompressor(for beginning: ArraySlice<UInt8>) -> (any Decompressor)? {
  if beginning.starts(with: [0x1F, 0x8B]) { return GzipDecompressor() }
  if beginning.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return ZstandardDecompressor() }
  // A skippable frame (RFC 8878, 3.1.2), with which parallel compressors begin.
  let isSkippable = beginning.dropFirst().starts(with: [0x2A, 0x4D, 0x18]) && beginning.first.map { $0 >> 4 } == 5
  return isSkippable ? ZstandardDecompressor() : nil
}
