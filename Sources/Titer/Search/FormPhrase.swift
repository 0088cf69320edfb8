internal import CLanes

/// A phrase whose words and names may stand there in several forms, ready to be looked for in single documents of one segment.
///
/// It is a graph: its nodes are the positions of the query, its steps go from one to a later one by a term of a document. In a
/// document each node has the places that can be reached there; the phrase stands where its last node has one. What can't
/// be read a block at a time is left to ``TermPositions``, as by ``ExactPhrase``.
@safe final class FormPhrase: BlockPhrase {
  /// A way from one node to a later one.
  private struct Step {
    let from: Int
    let to: Int
    let span: UInt32
    /// The terms any of which may stand there, by their places among the words.
    let words: [Int]
  }

  // Positions of all words in one block; the slow way has no limit.
  private static let most = 16_384
  private var words: [PhraseWord] = []
  /// In order of where they begin.
  private var steps: [Step] = []
  /// By node, how many words that aren't indexed stand before it.
  private var skipped: [UInt32] = [0]
  private let places: UnsafeMutablePointer<UInt32>
  /// By word and lane, how many positions it has.
  private let counts: UnsafeMutablePointer<UInt32>
  /// By word, where the next lane's positions begin, and which lanes have any.
  private var starts: [Int]
  private var masks: [UInt64]
  /// By node, the places where it can be reached in the document that is looked at.
  private var reached: [[UInt32]]

  /// `phrase` in the segment of `terms`.
  init(_ phrase: QueryPlan.Phrase, _ terms: SegmentTerms, _ placeOf: [Int], _ file: SegmentFile) throws(FormatError) {
    var words: [PhraseWord] = []
    var known: [Int: Int] = [:]
    for unit in phrase.units {
      let start = skipped.count - 1
      skipped[start] = UInt32(unit.skipped)
      skipped += [UInt32](repeating: 0, count: unit.length)
      for step in unit.steps {
        var own: [Int] = []
        for number in step.terms where placeOf[number] > 0 {
          if known[number] == nil {
            known[number] = words.count
            words.append(try PhraseWord(number, placeOf[number] - 1, terms, file))
          }
          own.append(known[number, default: 0])
        }
        guard !own.isEmpty else { continue }
        steps.append(
          Step(
            from: start + step.range.lowerBound, to: start + step.range.upperBound, span: UInt32(step.span), words: own)
        )
      }
    }
    self.words = words
    starts = [Int](repeating: 0, count: words.count)
    masks = [UInt64](repeating: 0, count: words.count)
    reached = [[UInt32]](repeating: [], count: skipped.count)
    unsafe places = .allocate(capacity: Self.most)
    unsafe counts = .allocate(capacity: max(1, PostingsFormat.lanes * words.count))
  }

  deinit {
    unsafe places.deallocate()
    unsafe counts.deallocate()
  }

  func lanes(
    _ lanes: UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>, _ slots: UnsafePointer<UInt32>
  ) -> UInt64? {
    guard unsafe read(lanes, block, pairs, slots) else { return nil }
    var found: UInt64 = 0
    for lane in LaneSequence(lanes) {
      if stands(in: lane) { found |= 1 << UInt64(lane) }
      for word in words.indices { starts[word] += count(of: word, lane) }
    }
    return found
  }

  /// Reads the positions of all words in the lanes that have them; returns whether it could.
  private func read(
    _ lanes: UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>, _ slots: UnsafePointer<UInt32>
  ) -> Bool {
    var end = 0
    for (index, word) in words.enumerated() {
      let slot = Int(unsafe slots[word.number])
      starts[index] = end
      masks[index] = slot > 0 ? unsafe lanes & pairs[slot - 1].mask : 0
      guard masks[index] != 0 else { continue }
      let counts = unsafe counts + PostingsFormat.lanes * index
      let count = unsafe word.read(masks[index], block, pairs, slots, places + end, counts, most: Self.most - end)
      guard let count else { return false }
      end += count
    }
    return true
  }

  private func count(of word: Int, _ lane: Int) -> Int {
    masks[word] >> UInt64(lane) & 1 == 1 ? Int(unsafe counts[PostingsFormat.lanes * word + lane]) : 0
  }

  /// Whether the phrase stands in a lane, at whose positions `starts` are.
  private func stands(in lane: Int) -> Bool {
    for node in reached.indices { reached[node].removeAll(keepingCapacity: true) }
    var node = 0
    for step in steps {
      if step.from != node {
        node = step.from
        leave(node)
      }
      // No place is before the first node: any will do.
      guard node == 0 || !reached[node].isEmpty else { continue }
      for word in step.words { go(step, by: word, lane) }
    }
    return !reached[reached.count - 1].isEmpty
  }

  /// Puts what was reached by several steps in order, and passes over the words that aren't indexed.
  private func leave(_ node: Int) {
    if reached[node].count > 1 { reached[node].sort() }
    guard skipped[node] > 0 else { return }
    for index in reached[node].indices { reached[node][index] &+= skipped[node] }
  }

  /// Goes from the places of a step's beginning where a word stands.
  private func go(_ step: Step, by word: Int, _ lane: Int) {
    let count = count(of: word, lane)
    let (start, end) = (starts[word], starts[word] + count)
    if step.from == 0 {
      for index in start..<end { reached[step.to].append(unsafe places[index] &+ step.span) }
      return
    }
    var index = start
    var last: UInt32?
    for place in reached[step.from] where place != last {
      last = place
      while index < end, unsafe places[index] < place { index += 1 }
      guard index < end else { return }
      // Damaged positions may be as large as a number can be.
      if unsafe places[index] == place { reached[step.to].append(place &+ step.span) }
    }
  }
}
