internal import CLanes

/// The terms of a phrase, or of more than one, in one segment: numbered in the order given.
@safe struct PhraseWords: ~Copyable {
  private let count: Int
  // Behind pointers, so that they are used where they lie.
  private let words: UnsafeMutablePointer<PhraseWord>
  /// By place of a term in the segment, its word; -1 for one that is none.
  private let wordOf: UnsafeMutablePointer<Int>

  /// The terms at `places` among `terms`.
  init(_ places: [Int], _ terms: SegmentTerms, _ file: SegmentFile) throws(FormatError) {
    var read: [PhraseWord] = []
    for place in places { read.append(try PhraseWord(place, terms, file)) }
    count = read.count
    unsafe words = .allocate(capacity: max(count, 1))
    unsafe words.initialize(from: read, count: count)
    unsafe wordOf = .allocate(capacity: max(terms.terms.count, 1))
    unsafe wordOf.initialize(repeating: -1, count: terms.terms.count)
    for (word, place) in places.enumerated() { unsafe wordOf[place] = word }
  }

  deinit {
    unsafe words.deinitialize(count: count)
    unsafe words.deallocate()
    unsafe wordOf.deallocate()
  }

  /// The word of the term at a place in the segment; -1 for one that is none.
  func word(at place: UInt32) -> Int { unsafe wordOf[Int(place)] }

  /// Reads positions of a word: see ``PhraseWord``.
  func read(
    _ word: Int, _ lanes: UInt64, _ pair: UnsafePointer<lanes_pair>, ofBlock block: Int,
    _ target: UnsafeMutablePointer<UInt32>, _ counts: UnsafeMutablePointer<UInt32>, most: Int
  ) -> Int? {
    unsafe words[word].read(lanes, pair, ofBlock: block, target, counts, most: most)
  }

  /// How often a word is in which text of a document, one of its pair; `nil` where the bytes are damaged.
  func counts(_ word: Int, _ pair: UnsafePointer<lanes_pair>, _ lane: Int, _ document: UInt32) -> FieldCounts? {
    let code = unsafe lanes_code(pair, UInt32(lane))
    return code > 0 ? FieldCounts(code: code) : unsafe words[word].exception(in: document)
  }
}
