/// Hashing and comparing short strings of bytes, eight bytes at a time.
enum ByteHash {
  private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let second: UInt64 = 0xD1B5_4A32_D192_ED03

  /// A hash whose bits all depend on all bytes: folded 128-bit products, as in wyhash (Wang Yi, 2019).
  ///
  /// - Complexity: O(`bytes.count`), a multiplication for 8 bytes.
  @inline(__always)
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return mix(first, second) }
      let raw = unsafe UnsafeRawPointer(start)
      var hash = first ^ UInt64(truncatingIfNeeded: buffer.count)
      var offset = 0
      while buffer.count - offset > 8 {
        hash = mix(unsafe hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self), second)
        offset += 8
      }
      return mix(unsafe hash ^ last(raw + offset, buffer.count - offset), second)
    }
  }

  /// A number that no other 1 to 8 bytes of the same count have; `nil` for more.
  @inline(__always)
  static func number(ofShort bytes: Span<UInt8>) -> UInt64? {
    guard bytes.count <= 8 else { return nil }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe last(UnsafeRawPointer(start), buffer.count)
    }
  }

  /// The last 1 to 8 bytes as one number, some of them twice.
  @inline(__always)
  private static func last(_ raw: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let low = UInt64(unsafe raw.loadUnaligned(as: UInt32.self))
      return low | UInt64(unsafe raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) << 32
    }
    guard count > 0 else { return 0 }
    let bytes = unsafe raw.assumingMemoryBound(to: UInt8.self)
    return unsafe UInt64(bytes[0]) | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count - 1]) << 16
  }

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// Whether `bytes` stand in `others` at `start`.
  @inline(__always)
  static func matches(_ bytes: Span<UInt8>, _ others: [UInt8], at start: Int) -> Bool {
    guard start >= 0, bytes.count <= others.count - start else { return false }
    return unsafe bytes.withUnsafeBufferPointer { left in
      unsafe others.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return bytes.isEmpty }
        return unsafe areEqual(UnsafeRawPointer(left), UnsafeRawPointer(right + start), bytes.count)
      }
    }
  }

  @inline(__always)
  private static func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
    var offset = 0
    while count - offset > 8 {
      let first = unsafe left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let second = unsafe right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard first == second else { return false }
      offset += 8
    }
    return unsafe last(left + offset, count - offset) == last(right + offset, count - offset)
  }
}
