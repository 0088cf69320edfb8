/// The bytes of a term of a block, changed into those of the next.
@safe struct TermText: ~Copyable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private var length = 0

  /// No term yet.
  init() { unsafe bytes = .allocate(capacity: capacity) }

  deinit { unsafe bytes.deallocate() }

  /// The current term.
  var term: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let buffer = unsafe UnsafeBufferPointer(start: bytes, count: length)
      return unsafe _overrideLifetime(Span(_unsafeElements: buffer), borrowing: self)
    }
  }

  /// Becomes the first term of a block.
  mutating func begin(_ first: Span<UInt8>) {
    reserve(first.count)
    for place in first.indices { unsafe bytes[place] = first[place] }
    length = first.count
  }

  /// Becomes the term that `block` has moved to, from the one before.
  mutating func follow(_ block: borrowing TermBlock) {
    precondition(block.shared <= length, "bytes are shared that are there")
    reserve(block.shared + 1 + block.tail.count)
    unsafe bytes[block.shared] = block.byte
    unsafe block.writeTail(to: bytes + block.shared + 1)
    length = block.shared + 1 + block.tail.count
  }

  /// Makes room for a term and 8 bytes more.
  private mutating func reserve(_ count: Int) {
    if count + 8 <= capacity { return }
    let old = unsafe bytes
    capacity = 2 * count + 8
    unsafe bytes = .allocate(capacity: capacity)
    unsafe bytes.update(from: old, count: length)
    unsafe old.deallocate()
  }
}
