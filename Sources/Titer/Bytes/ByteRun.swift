/// Runs of ASCII characters of one kind, found eight bytes at a time.
///
/// Source: Sean Eron Anderson, “Bit Twiddling Hacks”, on words with a byte within a range.
package enum ByteRun {
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The end of the letters and digits of `bytes` that stand between `start` and `limit` without a gap.
  ///
  /// - Complexity: O(`limit - start`).
  @inline(__always)
  package static func alphanumericEnd(in bytes: Span<UInt8>, from start: Int, limit: Int) -> Int {
    end(in: bytes, from: start, limit: limit) { low in
      let lowerCase = low | repeating(0x20)
      let letters = least(0x61, lowerCase) & ~least(0x7B, lowerCase)
      return letters | least(0x30, low) & ~least(0x3A, low)
    }
  }

  /// The end of the characters behind the space that stand there without a gap.
  ///
  /// - Complexity: O(`bytes.count - start`).
  @inline(__always)
  package static func visibleEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
    end(in: bytes, from: start, limit: bytes.count) { least(0x21, $0) }
  }

  /// The first place between `start` and `limit` of another character, given a test that sets the high bits of those of the kind.
  @inline(__always)
  private static func end(
    in bytes: Span<UInt8>, from start: Int, limit: Int, _ isOfKind: (UInt64) -> UInt64
  ) -> Int {
    precondition(0 <= start && start <= limit && limit <= bytes.count)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var index = start
      while index + 8 <= limit {
        let word = UInt64(littleEndian: unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let others = (~isOfKind(word & ~highBits) | word) & highBits
        if others != 0 { return index + others.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < limit {
        let byte = UInt64(unsafe raw[index])
        if byte >= 0x80 || isOfKind(byte) & 0x80 == 0 { break }
        index += 1
      }
      return index
    }
  }

  /// Sets the high bit of each byte that is `least` or more; no byte may have its own set.
  @inline(__always)
  private static func least(_ least: UInt64, _ bytes: UInt64) -> UInt64 {
    // None carries into the next one.
    bytes + (0x80 - least) &* 0x0101_0101_0101_0101
  }

  @inline(__always)
  private static func repeating(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
