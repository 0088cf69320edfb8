/// Remembers the term of each different word, so that folding or stemming happens once per word, not per occurrence.
///
/// An open-addressing hash table whose words and terms lie end to end in one array:
///
///     slots   [hash 4 | start 4 | number 4 | word length 2 | term length 2 | short word 8]     a word length of 0 marks an empty slot
///     arena   … word bytes, term bytes, word bytes, term bytes …
///
/// A word's number is whatever its user wants to find again with it, the number of its term as a rule.
///
/// It is emptied when it is full, which bounds its memory (below ``bytesPerWord`` bytes a word of the limit) and changes no term.
///
/// - Complexity: one look-up is a memory access, to a slot, for a word of more than eight bytes another one to the arena; on a large
///   vocabulary they, not the hashing, are what it costs.
package struct TermCache {
  private struct Slot: HashSlot {
    var hash: UInt32 = 0
    var start: UInt32 = 0
    var number = TermCache.unnumbered
    var wordCount: UInt16 = 0
    var termCount: UInt16 = 0
    /// A word of at most eight bytes as a number; 0 for a longer one.
    var short: UInt64 = 0

    var isFree: Bool { wordCount == 0 }
  }

  /// The number of a word that got none yet.
  static let unnumbered = UInt32.max

  /// The longest word and the longest term, in bytes.
  package static let maximumLength = WordScanner.longestBytes

  /// Where words and terms lie, one after the other.
  package private(set) var arena: [UInt8] = []
  private var slots: [Slot]
  private var count = 0
  private let limit: Int

  /// The bytes that a word takes at most, where few are long.
  static let bytesPerWord = 160

  /// A cache of at most `limit` words.
  package init(limit: Int = 1_000_000) {
    precondition(limit > 0)
    self.limit = limit
    slots = [Slot](repeating: Slot(), count: 1_024)
  }

  /// The place in `arena` of a word's term, or nil if the word isn't known.
  package func term(of word: Span<UInt8>, hash: UInt32) -> Range<Int>? {
    known(at: place(of: word, hash: hash))?.term
  }

  /// Remembers a word that isn't known, and returns the place of its term.
  package mutating func insert(_ word: Span<UInt8>, hash: UInt32, term: [UInt8]) -> Range<Int> {
    precondition(1...TermCache.maximumLength ~= word.count && term.count <= TermCache.maximumLength)
    makeRoom()
    slots[place(of: word, hash: hash)] = Slot(
      hash: hash, start: UInt32(arena.count), wordCount: UInt16(word.count), termCount: UInt16(term.count),
      short: ByteHash.number(ofShort: word) ?? 0)
    count += 1
    for index in word.indices { arena.append(word[index]) }
    arena.append(contentsOf: term)
    return arena.count - term.count..<arena.count
  }

  /// The slot of a word, the empty one where it belongs if it isn't known; it stays there till the next ``insert(_:hash:term:)``.
  @inline(__always)
  func place(of word: Span<UInt8>, hash: UInt32) -> Int {
    let count = word.count
    if let short = ByteHash.number(ofShort: word) {
      return slots.place(ofHash: hash) { $0.short == short && Int($0.wordCount) == count }
    }
    return slots.place(ofHash: hash) { slot in
      slot.hash == hash && Int(slot.wordCount) == count && ByteHash.matches(word, arena, at: Int(slot.start))
    }
  }

  /// What is known of the word in a slot, or nil if the slot is empty.
  func known(at place: Int) -> (term: Range<Int>, number: UInt32)? {
    let slot = slots[place]
    guard slot.wordCount > 0 else { return nil }
    let start = Int(slot.start) + Int(slot.wordCount)
    return (start..<start + Int(slot.termCount), slot.number)
  }

  /// Numbers the word in a slot.
  mutating func number(_ number: UInt32, at place: Int) { slots[place].number = number }

  /// Takes the numbers from all words.
  ///
  /// - Complexity: O(slots), about a millisecond for 100,000 words.
  mutating func forgetNumbers() {
    for index in slots.indices { slots[index].number = Self.unnumbered }
  }

  /// Begins to fetch the slots where words of `hashes` belong.
  func prefetch(_ hashes: Span<UInt32>) { slots.prefetch(hashes) }

  /// Doubles the table when it is half full, empties it when it holds `limit` words, or fewer but long ones.
  private mutating func makeRoom() {
    if count == limit || arena.count > limit * 32 {
      self = TermCache(limit: limit)
    } else if count * 2 >= slots.count {
      slots = slots.doubled
    }
  }

  /// The hash of a word.
  @inline(__always)
  package static func hash(_ word: Span<UInt8>) -> UInt32 {
    let hash = ByteHash.hash(word)
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
