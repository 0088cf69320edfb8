internal import CZlib

/// The CRC-32 of bytes (ISO 3309, as zlib computes it).
///
/// - Complexity: O(`bytes.count`), about 1 GB/s.
package func checksum(_ bytes: Span<UInt8>) -> UInt32 {
  unsafe bytes.withUnsafeBufferPointer { UInt32(unsafe crc32_z(0, $0.baseAddress, $0.count)) }
}
