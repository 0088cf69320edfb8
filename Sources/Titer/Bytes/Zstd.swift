internal import CZstd

/// Whole zstd frames in memory.
enum Zstd {
  /// The most content that a frame may claim: what is larger is taken for damage.
  private static let largestContent = 1 << 31

  /// `content` as one frame that tells its size.
  static func compress(_ content: [UInt8], level: Int32) -> [UInt8] {
    let bound = ZSTD_compressBound(content.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { frame, count in
      count = unsafe content.withUnsafeBytes {
        unsafe ZSTD_compress(frame.baseAddress, bound, $0.baseAddress, $0.count, level)
      }
      precondition(ZSTD_isError(count) == 0, "zstd compresses any bytes into its own bound")
    }
  }

  /// The content of a frame.
  static func decompress(_ frame: Span<UInt8>) throws(FormatError) -> [UInt8] {
    let claimed = unsafe frame.withUnsafeBytes {
      unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count)
    }
    guard claimed <= UInt64(largestContent) else {
      throw FormatError(expected: "a zstd frame", found: "other bytes")
    }
    let content = unsafe [UInt8](unsafeUninitializedCapacity: Int(claimed)) { buffer, count in
      let size = unsafe frame.withUnsafeBytes {
        unsafe ZSTD_decompress(buffer.baseAddress, buffer.count, $0.baseAddress, $0.count)
      }
      count = ZSTD_isError(size) == 0 ? size : 0
    }
    try expect(content.count, toBe: Int(claimed), "bytes of content in a zstd frame")
    return content
  }
}
