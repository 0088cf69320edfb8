/// A few words and what is known of them, made once to be asked of every word of a text.
///
/// - Complexity: a look-up is O(bytes); of words as long as none of it, O(1).
package struct WordMap<Value: Sendable>: Sendable {
  private struct Slot: HashSlot, Sendable {
    var hash: UInt32 = 0
    var start: UInt16 = 0
    var index: UInt16 = 0
    /// 0 in a free slot.
    var count: UInt8 = 0

    var isFree: Bool { count == 0 }
  }

  private var slots: [Slot]
  private var bytes: [UInt8] = []
  private let values: [Value]
  /// The lengths of words, a bit for each.
  private var lengths: UInt64 = 0

  /// A map of different words of at most 63 bytes.
  package init(_ words: [(word: [UInt8], value: Value)]) {
    values = words.map(\.value)
    slots = [Slot](repeating: Slot(), count: 64)
    while slots.count < 4 * words.count { slots = slots.doubled }
    for (index, word) in words.map(\.word).enumerated() {
      precondition(1..<64 ~= word.count && self[word] == nil)
      let hash = TermCache.hash(word.span)
      slots[place(of: word, hash: hash)] = Slot(
        hash: hash, start: UInt16(bytes.count), index: UInt16(index), count: UInt8(word.count))
      bytes += word
      lengths |= 1 << UInt64(word.count)
    }
  }

  /// What is known of a word.
  package subscript(word: [UInt8]) -> Value? {
    guard lengths >> UInt64(min(word.count, 63)) & 1 == 1 else { return nil }
    let slot = slots[place(of: word, hash: TermCache.hash(word.span))]
    return slot.isFree ? nil : values[Int(slot.index)]
  }

  private func place(of word: [UInt8], hash: UInt32) -> Int {
    slots.place(ofHash: hash) { slot in
      slot.hash == hash && Int(slot.count) == word.count && ByteHash.matches(word.span, bytes, at: Int(slot.start))
    }
  }
}

extension WordMap where Value == Void {
  /// The words that `text` lists, between white space.
  init(listed text: String) {
    self.init(text.split(whereSeparator: \.isWhitespace).map { (Array($0.utf8), ()) })
  }

  /// Whether a word is one of them.
  func contains(_ word: [UInt8]) -> Bool { self[word] != nil }
}
