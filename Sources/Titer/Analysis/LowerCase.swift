internal import CUTF8Proc

/// Lower case, character by character, whatever stands around it: Unicode's simple mapping, as Java's `toLowerCase` has it.
enum LowerCase {
  /// Replaces `lower` by a word, which is well-formed UTF-8, in lower case.
  static func write(_ word: Span<UInt8>, into lower: inout [UInt8]) {
    lower.removeAll(keepingCapacity: true)
    var index = 0
    while index < word.count {
      let scalar = word.scalar(at: index)
      append(scalar.value, to: &lower)
      index += scalar.length
    }
  }

  private static func append(_ scalar: UInt32, to lower: inout [UInt8]) {
    if scalar < 0x80 {
      lower.append(UInt8(scalar &- 0x41 < 26 ? scalar | 0x20 : scalar))
    } else if let mapped = Unicode.Scalar(UInt32(bitPattern: utf8proc_tolower(Int32(bitPattern: scalar)))) {
      lower.append(contentsOf: UTF8.encode(mapped) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
