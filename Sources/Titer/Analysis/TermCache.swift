/// Remembers the term of each different word, so that folding and stemming happen once per word, not per occurrence.
///
/// An open-addressing hash table whose words and terms lie end to end in one array:
///
///     slots   [hash 4 | start 4 | word length 1 | term length 1]     a word length of 0 marks an empty slot
///     arena   … word bytes, term bytes, word bytes, term bytes …
///
/// It is emptied when it is full, which bounds its memory (below 100 MB at the default limit) and changes no term.
///
/// - Complexity: one look-up is two memory accesses, to a slot and to the arena; on a large vocabulary they, not the
///   hashing, are what it costs.
package struct TermCache {
  private struct Slot {
    var hash: UInt32 = 0
    var start: UInt32 = 0
    var wordCount: UInt8 = 0
    var termCount: UInt8 = 0
  }

  /// The longest word and the longest term, in bytes.
  package static let maximumLength = 255

  /// Where words and terms lie, one after the other.
  package private(set) var arena: [UInt8] = []
  private var slots: [Slot]
  private var count = 0
  private let limit: Int

  /// A cache of at most `limit` words.
  package init(limit: Int = 1_000_000) {
    precondition(limit > 0)
    self.limit = limit
    slots = [Slot](repeating: Slot(), count: 1_024)
  }

  /// The place in `arena` of a word's term, or nil if the word isn't known.
  package func term(of word: Span<UInt8>, hash: UInt32) -> Range<Int>? {
    let slot = slots[place(of: word, hash: hash)]
    guard slot.wordCount > 0 else { return nil }
    let start = Int(slot.start) + Int(slot.wordCount)
    return start..<start + Int(slot.termCount)
  }

  /// Remembers a word that isn't known, and returns the place of its term.
  package mutating func insert(_ word: Span<UInt8>, hash: UInt32, term: [UInt8]) -> Range<Int> {
    precondition(1...TermCache.maximumLength ~= word.count && term.count <= TermCache.maximumLength)
    makeRoom()
    slots[place(of: word, hash: hash)] = Slot(
      hash: hash, start: UInt32(arena.count), wordCount: UInt8(word.count), termCount: UInt8(term.count))
    count += 1
    for index in word.indices { arena.append(word[index]) }
    arena.append(contentsOf: term)
    return arena.count - term.count..<arena.count
  }

  /// The slot that holds `word`, or the empty one where it belongs.
  private func place(of word: Span<UInt8>, hash: UInt32) -> Int {
    var index = Int(hash) & (slots.count - 1)
    while slots[index].wordCount > 0, !holds(word, hash: hash, slots[index]) {
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  private func holds(_ word: Span<UInt8>, hash: UInt32, _ slot: Slot) -> Bool {
    guard slot.hash == hash, Int(slot.wordCount) == word.count else { return false }
    let start = Int(slot.start)
    for index in word.indices where arena[start + index] != word[index] { return false }
    return true
  }

  /// Doubles the table when it is half full, empties it when it holds `limit` words, or fewer but long ones.
  private mutating func makeRoom() {
    if count == limit || arena.count > limit * 64 {
      self = TermCache(limit: limit)
    } else if count * 2 >= slots.count {
      grow()
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.wordCount > 0 {
      var index = Int(slot.hash) & (slots.count - 1)
      while slots[index].wordCount > 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }

  /// The hash of a word: FNV-1a, its high bits folded into the low ones.
  package static func hash(_ word: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in word.indices {
      hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
