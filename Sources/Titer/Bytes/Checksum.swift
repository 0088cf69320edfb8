internal import CZlib

/// The CRC-32 of bytes (ISO 3309, as zlib computes it), or of bytes that follow others of the CRC-32 `earlier`.
///
/// - Complexity: O(`bytes.count`), about 1 GB/s.
package func checksum(_ bytes: Span<UInt8>, after earlier: UInt32 = 0) -> UInt32 {
  // Without bytes zlib gives the start value, whatever came before.
  if bytes.isEmpty { return earlier }
  return unsafe bytes.withUnsafeBufferPointer { UInt32(unsafe crc32_z(UInt(earlier), $0.baseAddress, $0.count)) }
}
