/// A set of bytes.
package struct ByteSet: Sendable, Equatable {
  private var isMember = [Bool](repeating: false, count: 256)
  /// The number of members.
  package private(set) var count = 0

  /// No bytes.
  package init() {}

  /// Adds a byte.
  package mutating func insert(_ byte: UInt8) {
    count += isMember[Int(byte)] ? 0 : 1
    isMember[Int(byte)] = true
  }

  /// Whether a byte is in the set.
  package func contains(_ byte: UInt8) -> Bool { isMember[Int(byte)] }
}
