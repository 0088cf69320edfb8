internal import CLanes

/// By block of a superblock, some of its lanes: a set of documents on which sets are formed 64 documents at a time.
@safe struct LaneMasks: ~Copyable {
  private let words: UnsafeMutablePointer<UInt64>

  /// No lanes.
  init() {
    unsafe words = .allocate(capacity: PostingsFormat.blocks)
    unsafe words.initialize(repeating: 0, count: PostingsFormat.blocks)
  }

  deinit { unsafe words.deallocate() }

  /// The lanes of a block.
  subscript(block: Int) -> UInt64 {
    get {
      precondition(0..<PostingsFormat.blocks ~= block)
      return unsafe words[block]
    }
    set {
      precondition(0..<PostingsFormat.blocks ~= block)
      unsafe words[block] = newValue
    }
  }

  /// Leaves no lanes.
  mutating func removeAll() { unsafe words.update(repeating: 0, count: PostingsFormat.blocks) }

  /// Leaves no lanes in blocks from `block` on.
  mutating func removeAll(from block: Int) {
    for block in max(block, 0)..<max(block, PostingsFormat.blocks) { unsafe words[block] = 0 }
  }

  /// Adds the lanes that hold the term of `cursor`.
  mutating func add(_ cursor: lanes_cursor) {
    var cursor = unsafe cursor
    unsafe lanes_expand(words, &cursor)
  }

  /// Adds the lanes that hold the term of `cursor` in some texts.
  ///
  /// - Throws: where the counts of a document are missing.
  mutating func add(_ cursor: lanes_cursor, in fields: FieldSet) throws(FormatError) {
    var cursor = unsafe cursor
    guard unsafe lanes_expand_texts(words, &cursor, FieldCounts.bits(of: fields)) else {
      throw FormatError(
        expected: "the counts of each document that holds a term",
        found: "none of one behind document \(unsafe cursor.first_block << 6)")
    }
  }

  /// Adds the lanes of `other`.
  mutating func formUnion(_ other: borrowing LaneMasks) {
    for block in 0..<PostingsFormat.blocks { unsafe words[block] |= other.words[block] }
  }

  /// Keeps the lanes that `other` has too.
  mutating func formIntersection(_ other: borrowing LaneMasks) {
    for block in 0..<PostingsFormat.blocks { unsafe words[block] &= other.words[block] }
  }

  /// Leaves out the lanes of `other`.
  mutating func subtract(_ other: borrowing LaneMasks) {
    for block in 0..<PostingsFormat.blocks { unsafe words[block] &= ~other.words[block] }
  }

  /// Takes the lanes it doesn't have instead, of the first `count` there are.
  mutating func formComplement(_ count: Int) {
    for block in 0..<PostingsFormat.blocks {
      let left = count - block * PostingsFormat.lanes
      let existing: UInt64 = left >= 64 ? ~0 : left > 0 ? 1 << UInt64(left) - 1 : 0
      unsafe words[block] = existing & ~words[block]
    }
  }

  /// Whether there are none.
  var isEmpty: Bool {
    var any: UInt64 = 0
    for block in 0..<PostingsFormat.blocks { any |= unsafe words[block] }
    return any == 0
  }

  /// Keeps the lanes that `allowed` has in each of the first `blocks` blocks.
  mutating func keep(_ blocks: Int, _ allowed: (Int) -> UInt64) {
    for block in 0..<min(blocks, PostingsFormat.blocks) where unsafe words[block] != 0 {
      unsafe words[block] &= allowed(block)
    }
  }

  /// How many there are in the first `blocks` blocks.
  func count(blocks: Int) -> Int {
    Int(unsafe lanes_count(words, UInt32(min(blocks, PostingsFormat.blocks))))
  }
}
