/// The characters that the bytes of UTF-8 read so far may be the beginning of: a range of scalars' values.
struct PossibleCharacters: BitwiseCopyable, Hashable, Sendable {
  /// The lowest of them.
  private(set) var first: UInt32 = 0
  /// The highest of them.
  private(set) var last: UInt32 = 0
  /// The bytes that are missing; 0 between characters, below 0 after a byte that begins or continues none.
  private(set) var missing: Int32 = 0

  /// Between characters.
  static let between = PossibleCharacters()

  /// Reads the next byte.
  ///
  /// When no bytes are missing behind it, `first` is the character that it ends.
  mutating func read(_ byte: UInt8) {
    if missing == 0 { begin(UInt32(byte)) } else { proceed(UInt32(byte)) }
  }

  private mutating func begin(_ byte: UInt32) {
    switch byte {
    case 0..<0x80: set(byte, missing: 0)
    case 0xC2...0xDF: set(byte & 0x1F, missing: 1)
    case 0xE0...0xEF: set(byte & 0x0F, missing: 2)
    case 0xF0...0xF4: set(byte & 0x07, missing: 3)
    default: missing = -1
    }
  }

  private mutating func set(_ bits: UInt32, missing: Int32) {
    first = bits << UInt32(6 * missing)
    last = first | (1 << UInt32(6 * missing) - 1)
    self.missing = missing
  }

  private mutating func proceed(_ byte: UInt32) {
    guard byte & 0xC0 == 0x80 else {
      missing = -1
      return
    }
    missing -= 1
    guard first < last else { return }
    first |= (byte & 0x3F) << UInt32(6 * missing)
    last = first | (1 << UInt32(6 * missing) - 1)
  }

  /// Lets one character stand for all, where a machine doesn't tell them apart.
  mutating func settle(on character: UInt32) { (first, last) = (character, character) }
}
