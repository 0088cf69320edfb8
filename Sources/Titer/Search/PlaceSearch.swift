internal import CLanes

/// A condition on what stands where in a document's texts, ready to be looked for in single documents of one segment.
///
/// What can't be read a block at a time is read document by document, as for ``ExactPhrase``.
@safe final class PlaceSearch: BlockPhrase {
  /// What has places: ``QueryPlan/Places`` in terms of the words read.
  private indirect enum Node {
    case phrase(PhraseGraph, FieldSet)
    case any([Node])
    case near([Node], Query.Proximity, offsets: [Int])
    /// Two words, each any of some, near each other.
    case pair(PhraseGraph, PhraseGraph, FieldSet, Query.Proximity)
  }

  private let condition: QueryPlan.Condition
  private let places: WordPlaces
  private let graphs: [PhraseGraph]
  private let root: Node
  /// The texts to look at one by one.
  private let texts: [FieldSet]

  /// `condition` in the segment of `terms`.
  init(
    _ condition: QueryPlan.Condition, _ terms: SegmentTerms, _ placeOf: [Int], _ file: SegmentFile
  ) throws(FormatError) {
    self.condition = condition
    var (words, wordOf) = ([] as [PhraseWord], [:] as [Int: Int])
    for number in condition.terms where placeOf[number] > 0 {
      wordOf[number] = words.count
      words.append(try PhraseWord(number, placeOf[number] - 1, terms, file))
    }
    // Between two texts there is more than such a gap.
    let isWhole = condition.fields == .all && condition.places.isInAllTexts(within: SegmentBuffer.textGap - 1)
    texts = isWhole ? [.all] : [.title, .abstract, .keywords].filter { condition.fields.contains($0) }
    places = WordPlaces(words, partsTexts: !isWhole)
    var graphs: [PhraseGraph] = []
    root = Self.node(condition.places, &graphs, isRoot: condition.least <= 1) { wordOf[$0] }
    self.graphs = graphs
  }

  private static func node(
    _ places: QueryPlan.Places, _ graphs: inout [PhraseGraph], isRoot: Bool, _ wordOf: (Int) -> Int?
  ) -> Node {
    switch places {
    case .phrase(let phrase):
      let graph = PhraseGraph(phrase, wordOf: wordOf)
      graphs.append(graph)
      return .phrase(graph, phrase.fields)
    case .any(let parts):
      return .any(parts.map { node($0, &graphs, isRoot: false, wordOf) })
    case .near(let parts, let proximity):
      let nodes = parts.map { node($0, &graphs, isRoot: false, wordOf) }
      // At the root it only matters that they stand somewhere.
      if isRoot, proximity.order != .moved, parts.count == 2, parts.allSatisfy(\.isOneWord),
        case .phrase(let left, let fields) = nodes[0], case .phrase(let right, fields) = nodes[1]
      {
        return .pair(left, right, fields, proximity)
      }
      var offsets = [0]
      for part in parts.dropLast() { offsets.append(offsets[offsets.count - 1] + part.length) }
      return .near(nodes, proximity, offsets: offsets)
    }
  }

  func lanes(
    _ lanes: UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>, _ slots: UnsafePointer<UInt32>
  ) -> UInt64? {
    guard unsafe places.read(lanes, block, pairs, slots) else { return nil }
    for graph in graphs { graph.begin(places) }
    var found: UInt64 = 0
    for lane in LaneSequence(lanes) where isMet(in: lane) { found |= 1 << UInt64(lane) }
    return found
  }

  /// Whether one lane meets the condition, whose positions `read` gives for a term's number in the query.
  func isMet(
    in lane: Int, _ read: (Int) throws(FormatError) -> (counts: FieldCounts, positions: [UInt32])?
  ) throws(FormatError) -> Bool {
    try places.take(lane, read)
    for graph in graphs { graph.begin(places) }
    return isMet(in: lane)
  }

  private func isMet(in lane: Int) -> Bool {
    places.look(at: lane)
    var count = 0
    for text in texts {
      places.look(at: text, of: lane)
      if condition.least > 1 {
        count += Set(places(of: root, text).map(\.hull.start)).count
        if count >= condition.least { return true }
      } else if stands(root, text) {
        return true
      }
    }
    return false
  }

  private func stands(_ node: Node, _ text: FieldSet) -> Bool {
    switch node {
    case .phrase(let graph, let fields): fields.contains(text) && graph.stands(in: places)
    case .any(let parts): parts.contains { stands($0, text) }
    case .near: !places(of: node, text).isEmpty
    case .pair(let left, let right, let fields, let proximity):
      fields.contains(text) && areNear(left, right, gap: gap(proximity, text), isOrdered: proximity.order == .asWritten)
    }
  }

  /// Whether two words stand near each other, at places of their own.
  private func areNear(_ left: PhraseGraph, _ right: PhraseGraph, gap: Int, isOrdered: Bool) -> Bool {
    for first in left.heldWords {
      let firsts = unsafe places.positions(ofWord: first)
      guard !firsts.isEmpty else { continue }
      let isNear = right.heldWords.contains { second in
        unsafe Self.areNear(firsts, places.positions(ofWord: second), gap: gap, isOrdered: isOrdered)
      }
      if isNear { return true }
    }
    return false
  }

  private static func areNear(
    _ firsts: UnsafeBufferPointer<UInt32>, _ seconds: UnsafeBufferPointer<UInt32>, gap: Int, isOrdered: Bool
  ) -> Bool {
    let reach = gap + 1
    var start = 0
    for index in firsts.indices {
      let place = Int(unsafe firsts[index])
      let earliest = isOrdered ? place + 1 : place - reach
      while start < seconds.count, Int(unsafe seconds[start]) < earliest { start += 1 }
      var next = start
      while next < seconds.count, Int(unsafe seconds[next]) <= place + reach {
        if Int(unsafe seconds[next]) != place { return true }
        next += 1
      }
    }
    return false
  }

  /// How many other words may stand between in a text: one keyword is near no other.
  private func gap(_ proximity: Query.Proximity, _ text: FieldSet) -> Int {
    text == .keywords ? min(proximity.gap, SegmentBuffer.textGap - 1) : proximity.gap
  }

  /// Where something stands in the text that is looked at, in order, each place once.
  private func places(of node: Node, _ text: FieldSet) -> [Place] {
    switch node {
    case .phrase(let graph, let fields):
      return fields.contains(text) ? graph.intervals(in: places).map { Place(hull: $0) } : []
    case .any(let parts):
      let all = Set(parts.flatMap { places(of: $0, text) })
      return all.sorted { ($0.hull.start, $0.hull.end) < ($1.hull.start, $1.hull.end) }
    case .near(let parts, var proximity, let offsets):
      var lists: [[Place]] = []
      for part in parts {
        let list = places(of: part, text)
        if list.isEmpty { return [] }
        lists.append(list)
      }
      proximity.gap = gap(proximity, text)
      return ProximitySearch(proximity, offsets: offsets).places(lists)
    case .pair: preconditionFailure("a pair is at the root, of which only its standing is asked")
    }
  }
}

extension QueryPlan.Places {
  /// Whether it is one word, any of some.
  fileprivate var isOneWord: Bool {
    if case .phrase(let phrase) = self { phrase.anyOfTerms != nil } else { false }
  }
}
