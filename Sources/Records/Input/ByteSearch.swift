import Glibc

extension [UInt8] {
  /// The first place of `byte` at or after `start`, or `count` if there is none.
  func firstOffset(of byte: UInt8, from start: Int) -> Int {
    unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, start < bytes.count else { return bytes.count }
      let found = unsafe memchr(base + start, CInt(byte), bytes.count - start)
      return unsafe found.map { unsafe UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
    }
  }
}

extension String {
  /// Whether `byte`, which is of ASCII, is in the text.
  func contains(_ byte: UInt8) -> Bool {
    let found = unsafe utf8.withContiguousStorageIfAvailable { bytes in
      unsafe bytes.baseAddress.map { unsafe memchr($0, CInt(byte), bytes.count) != nil } ?? false
    }
    return found ?? utf8.contains(byte)
  }
}

extension Span<UInt8> {
  /// Eight bytes from `offset`, the first of them lowest.
  func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset + 8 <= count)
    return unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }
}

extension ArraySlice<UInt8> {
  /// Whether every byte is below 128, looked at eight at a time.
  var isASCII: Bool {
    unsafe withUnsafeBytes { bytes in
      var offset = 0
      var bits: UInt64 = 0
      while offset + 8 <= bytes.count {
        unsafe bits |= bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        offset += 8
      }
      while offset < bytes.count {
        bits |= unsafe UInt64(bytes[offset])
        offset += 1
      }
      return bits & 0x8080_8080_8080_8080 == 0
    }
  }
}
