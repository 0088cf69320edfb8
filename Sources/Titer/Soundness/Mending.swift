/// Finds the one byte by whose change bytes don't have their checksum any more.
///
/// The checksum is linear: a change e of a byte that k bytes follow changes it by T(e), of the checksum's table, taken k times
/// through the step for a byte 0. That step can be taken back, so that one pass from the end tells for each byte whether a change
/// of it explains the difference.
package enum Mending {
  /// The checksum's table: the remainder of each byte, of the reflected polynomial of CRC-32.
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { remainder, _ in remainder >> 1 ^ (remainder & 1 == 0 ? 0 : 0xEDB8_8320) }
  }
  /// The byte whose remainder has a high byte: no two have the same.
  private static let byteOfHighByte: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 256)
    for (byte, remainder) in table.enumerated() { bytes[Int(remainder >> 24)] = UInt8(byte) }
    return bytes
  }()

  /// The bytes as they were when they had a checksum, if one byte of them or of the checksum was changed since, and it can be told
  /// which.
  ///
  /// Bytes that differ in more than that are given back as others with a probability of one in 2²⁴ for each byte.
  ///
  /// - Complexity: O(bytes).
  package static func mended(_ bytes: [UInt8], checksum expected: UInt32) -> [UInt8]? {
    var difference = checksum(bytes.span) ^ expected
    if difference == 0 { return bytes }
    var explanations: [(place: Int, change: UInt8)] = []
    // A checksum that was changed itself: nothing is to be mended.
    let isOwn = (0..<4).contains { difference & ~(0xFF << (8 * UInt32($0))) == 0 }
    for place in bytes.indices.reversed() {
      let byte = byteOfHighByte[Int(difference >> 24)]
      if table[Int(byte)] == difference { explanations.append((place, byte)) }
      difference = (difference ^ table[Int(byte)]) << 8 | UInt32(byte)
    }
    if isOwn { return explanations.isEmpty ? bytes : nil }
    guard let found = explanations.first, explanations.count == 1 else { return nil }
    var mended = bytes
    mended[found.place] ^= found.change
    return mended
  }
}
