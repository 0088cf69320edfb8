/// A phrase whose words and names may stand there in several forms.
///
/// Its nodes are the positions of the query, its steps go from one to a later one by a term of a document. In a text each node
/// has the places that can be reached there; the phrase stands where its last node has one.
struct PhraseGraph {
  /// A way from one node to a later one.
  private struct Step {
    let from: Int
    let to: Int
    let span: UInt32
    /// The words any of which may stand there, by their numbers among those read.
    let words: [Int]
  }

  /// In order of where they begin.
  private var steps: [Step] = []
  /// By node, how many words that aren't indexed stand before it.
  private var skipped: [UInt32] = [0]
  /// By node, the places where it can be reached in the text that is looked at, and where those ways began.
  private var reached: [[Interval]]

  /// The graph of a phrase; `wordOf` tells the number of a term among the words read, `nil` for one that the segment doesn't hold.
  init(_ phrase: QueryPlan.Phrase, wordOf: (Int) -> Int?) {
    for unit in phrase.units {
      let start = skipped.count - 1
      skipped[start] = UInt32(unit.skipped)
      skipped += [UInt32](repeating: 0, count: unit.length)
      for step in unit.steps {
        let words = step.terms.compactMap(wordOf)
        guard !words.isEmpty else { continue }
        steps.append(
          Step(
            from: start + step.range.lowerBound, to: start + step.range.upperBound, span: UInt32(step.span),
            words: words))
      }
    }
    reached = [[Interval]](repeating: [], count: skipped.count)
  }

  /// Whether the phrase stands in the text whose places are given.
  mutating func stands(in places: WordPlaces) -> Bool {
    walk(places, keepsStarts: false)
    return !reached[reached.count - 1].isEmpty
  }

  /// Where the phrase stands, in order, each place once.
  mutating func intervals(in places: WordPlaces) -> [Interval] {
    walk(places, keepsStarts: true)
    return reached[reached.count - 1].inOrder
  }

  private mutating func walk(_ places: WordPlaces, keepsStarts: Bool) {
    for node in reached.indices { reached[node].removeAll(keepingCapacity: true) }
    var node = 0
    for step in steps {
      if step.from != node {
        node = step.from
        leave(node)
      }
      // No place is before the first node: any will do.
      guard node == 0 || !reached[node].isEmpty else { continue }
      for word in step.words { unsafe go(step, by: places.positions(ofWord: word), keepsStarts: keepsStarts) }
    }
  }

  /// Puts what was reached by several steps in order, and passes over the words that aren't indexed.
  private mutating func leave(_ node: Int) {
    if reached[node].count > 1 { reached[node].sort { ($0.end, $0.start) < ($1.end, $1.start) } }
    guard skipped[node] > 0 else { return }
    for index in reached[node].indices { reached[node][index].end &+= skipped[node] }
  }

  /// Goes from the places of a step's beginning where a word stands.
  private mutating func go(_ step: Step, by positions: UnsafeBufferPointer<UInt32>, keepsStarts: Bool) {
    if step.from == 0 {
      for index in positions.indices {
        let position = unsafe positions[index]
        // Damaged positions may be as large as a number can be.
        reached[step.to].append(Interval(start: position, end: position &+ step.span))
      }
      return
    }
    var index = 0
    var last: Interval?
    for place in reached[step.from] where keepsStarts ? place != last : place.end != last?.end {
      last = place
      while unsafe index < positions.count && positions[index] < place.end { index += 1 }
      guard index < positions.count else { return }
      if unsafe positions[index] == place.end {
        reached[step.to].append(Interval(start: place.start, end: place.end &+ step.span))
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
