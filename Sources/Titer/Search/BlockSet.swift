internal import CLanes

/// Some of the 256 blocks of a superblock.
struct BlockSet {
  /// A bit a block.
  private(set) var words: SIMD4<UInt64>

  /// All blocks.
  static let all = BlockSet(words: SIMD4(repeating: ~0))

  /// No blocks.
  init() {
    words = SIMD4()
  }

  /// The blocks of a list.
  init(_ blocks: UnsafePointer<UInt8>, count: Int) {
    words = SIMD4()
    for index in 0..<count {
      let block = unsafe blocks[index]
      words[Int(block >> 6)] |= 1 << UInt64(block & 63)
    }
  }

  private init(words: SIMD4<UInt64>) {
    self.words = words
  }

  /// The blocks that hold the term of a cursor.
  init(_ cursor: lanes_cursor) {
    unsafe self.init(words: Self.presence(cursor))
  }

  /// The blocks that have lanes in `masks`.
  init(_ masks: borrowing LaneMasks) {
    words = SIMD4()
    for word in 0..<4 {
      var bits: UInt64 = 0
      // Without a branch, which no processor could foretell.
      for bit in 0..<64 { bits |= (masks[64 * word + bit] == 0 ? 0 : 1) << UInt64(bit) }
      words[word] = bits
    }
  }

  /// The blocks that may hold what answers `match`, as far as the presence of terms tells.
  init(_ match: QueryPlan.Match, _ plan: QueryPlan, _ cursors: UnsafePointer<lanes_cursor>, _ placeOf: [Int]) {
    switch match {
    case .term(let number):
      unsafe self.init(term: placeOf[number] - 1, cursors)
    case .places(let number):
      self = .all
      for group in plan.conditions[number].required where !isEmpty {
        words &= group.reduce(SIMD4()) { unsafe $0 | BlockSet(term: placeOf[$1] - 1, cursors).words }
      }
    case .all(let parts):
      self = .all
      for part in parts where !isEmpty { words &= unsafe BlockSet(part, plan, cursors, placeOf).words }
    case .any(let parts):
      self.init(words: SIMD4())
      for part in parts { words |= unsafe BlockSet(part, plan, cursors, placeOf).words }
    case .documents, .not:
      self = .all
    }
  }

  /// The blocks that hold the term of a place; none for a place below 0.
  private init(term place: Int, _ cursors: UnsafePointer<lanes_cursor>) {
    words = SIMD4()
    if place >= 0 { words = unsafe Self.presence(cursors[place]) }
  }

  private static func presence(_ cursor: lanes_cursor) -> SIMD4<UInt64> {
    var words = SIMD4<UInt64>()
    guard unsafe cursor.pairs > 0 else { return words }
    unsafe withUnsafeMutableBytes(of: &words) {
      unsafe lanes_presence(
        $0.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt64.self), cursor.bounds, cursor.pairs)
    }
    return words
  }

  /// Keeps the blocks that hold the term of `cursor`.
  mutating func keep(_ cursor: lanes_cursor) { words &= unsafe Self.presence(cursor) }

  /// The blocks that are in both.
  func intersection(_ other: BlockSet) -> BlockSet { BlockSet(words: words & other.words) }

  /// Whether there are none.
  var isEmpty: Bool { words == SIMD4() }

  /// How many there are.
  var count: Int { (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount } }

  /// Sets the sums of the other blocks to 0.
  func clearOthers(_ sums: UnsafeMutablePointer<UInt16>) {
    unsafe withWords { unsafe lanes_keep_sums(sums, $0) }
  }

  /// Lists the blocks, ascending, and returns how many there are.
  func list(into blocks: UnsafeMutablePointer<UInt8>) -> Int {
    var count = 0
    for word in 0..<4 {
      for bit in LaneSequence(words[word]) {
        unsafe blocks[count] = UInt8(64 * word + bit)
        count += 1
      }
    }
    return count
  }

  /// Calls `body` with the four words.
  func withWords(_ body: (UnsafePointer<UInt64>) -> Void) {
    unsafe withUnsafeBytes(of: words) {
      unsafe body($0.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt64.self))
    }
  }
}
