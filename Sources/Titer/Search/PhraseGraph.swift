/// A phrase whose words and names may stand there in several forms.
///
/// Its nodes are the positions of the query, its steps go from one to a later one by a term of a document. In a text each node
/// has the places that can be reached there; the phrase stands where its last node has one.
@safe final class PhraseGraph {
  /// A way from one node to a later one.
  private struct Step {
    let from: Int
    let to: Int
    let span: UInt32
  }

  /// In order of where they begin.
  private let steps: [Step]
  /// By word, by its number among those read, the steps that it can be.
  private let stepsOf: [[Int]]
  /// By node, how many words that aren't indexed stand before it.
  private let skipped: [UInt32]
  // By step, those of its words that the block holds; and by node, the places where it can be reached in the text that is looked at, and
  // where those ways began. Behind pointers, where access isn't checked each time.
  private let held: UnsafeMutablePointer<[Int]>
  private let reached: UnsafeMutablePointer<[Interval]>

  /// The graph of a phrase, of `count` words; `wordOf` tells the number of a term among them, `nil` for one that the segment doesn't
  /// hold.
  init(_ phrase: QueryPlan.Phrase, words count: Int, wordOf: (Int) -> Int?) {
    var (steps, skipped): ([Step], [UInt32]) = ([], [0])
    var stepsOf = [[Int]](repeating: [], count: count)
    for unit in phrase.units {
      let start = skipped.count - 1
      skipped[start] = UInt32(unit.skipped)
      skipped += [UInt32](repeating: 0, count: unit.length)
      for step in unit.steps {
        let words = step.terms.compactMap(wordOf)
        guard !words.isEmpty else { continue }
        for word in words { stepsOf[word].append(steps.count) }
        steps.append(
          Step(from: start + step.range.lowerBound, to: start + step.range.upperBound, span: UInt32(step.span)))
      }
    }
    self.steps = steps
    self.stepsOf = stepsOf
    self.skipped = skipped
    unsafe held = .allocate(capacity: max(steps.count, 1))
    unsafe held.initialize(repeating: [], count: max(steps.count, 1))
    unsafe reached = .allocate(capacity: skipped.count)
    unsafe reached.initialize(repeating: [], count: skipped.count)
  }

  deinit {
    unsafe held.deinitialize(count: max(steps.count, 1))
    unsafe held.deallocate()
    unsafe reached.deinitialize(count: skipped.count)
    unsafe reached.deallocate()
  }

  /// Gets ready for a block, whose positions `places` has.
  func begin(_ places: WordPlaces) {
    for index in steps.indices { unsafe held[index].removeAll(keepingCapacity: true) }
    let words = unsafe places.heldWords
    for index in words.indices {
      let word = unsafe words[index]
      for step in stepsOf[word] { unsafe held[step].append(word) }
    }
  }

  /// Whether the phrase stands in the text whose places are given.
  func stands(in places: WordPlaces) -> Bool {
    walk(places, keepsStarts: false)
    return unsafe !reached[skipped.count - 1].isEmpty
  }

  /// Where the phrase stands, in order, each place once.
  func intervals(in places: WordPlaces) -> [Interval] {
    walk(places, keepsStarts: true)
    return unsafe reached[skipped.count - 1].inOrder
  }

  private func walk(_ places: WordPlaces, keepsStarts: Bool) {
    for node in skipped.indices { unsafe reached[node].removeAll(keepingCapacity: true) }
    var node = 0
    for index in steps.indices {
      if steps[index].from != node {
        node = steps[index].from
        leave(node)
      }
      // No place is before the first node: any will do.
      guard unsafe node == 0 || !reached[node].isEmpty else { continue }
      for word in unsafe held[index] { unsafe go(index, by: places.positions(ofWord: word), keepsStarts: keepsStarts) }
    }
  }

  /// Puts what was reached by several steps in order, and passes over the words that aren't indexed.
  private func leave(_ node: Int) {
    if unsafe reached[node].count > 1 { unsafe reached[node].sort { ($0.end, $0.start) < ($1.end, $1.start) } }
    guard skipped[node] > 0 else { return }
    for index in unsafe reached[node].indices { unsafe reached[node][index].end &+= skipped[node] }
  }

  /// Goes from the places of a step's beginning where a word stands.
  private func go(_ number: Int, by positions: UnsafeBufferPointer<UInt32>, keepsStarts: Bool) {
    let (from, to, span) = (steps[number].from, steps[number].to, steps[number].span)
    if from == 0 {
      for index in positions.indices {
        let position = unsafe positions[index]
        // Damaged positions may be as large as a number can be.
        unsafe reached[to].append(Interval(start: position, end: position &+ span))
      }
      return
    }
    var index = 0
    var last: Interval?
    for place in unsafe reached[from] where keepsStarts ? place != last : place.end != last?.end {
      last = place
      while unsafe index < positions.count && positions[index] < place.end { index += 1 }
      guard index < positions.count else { return }
      if unsafe positions[index] == place.end {
        unsafe reached[to].append(Interval(start: place.start, end: place.end &+ span))
      }
    }
  }
}

/// Some positions of a text in a row.
struct Interval: Hashable {
  var start: UInt32
  /// Behind the last one.
  var end: UInt32
}

extension [Interval] {
  /// The intervals by start and end, each once.
  var inOrder: [Interval] {
    guard count > 1 else { return self }
    let sorted = sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    return sorted.indices.compactMap { $0 > 0 && sorted[$0] == sorted[$0 - 1] ? nil : sorted[$0] }
  }
}
