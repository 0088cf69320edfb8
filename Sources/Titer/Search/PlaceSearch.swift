internal import CLanes

/// A condition on what stands where in a document's texts, ready to be looked for in single documents of one segment.
///
/// What can't be read a block at a time is read document by document, as for ``ExactPhrase``.
@safe final class PlaceSearch: BlockPhrase {
  /// What has places: ``QueryPlan/Places`` in terms of the words read.
  private indirect enum Node {
    case phrase(Int)
    case any([Node])
    case near([Node], Query.Proximity, offsets: [Int])
  }

  private let condition: QueryPlan.Condition
  private let places: WordPlaces
  private var graphs: [(phrase: PhraseGraph, fields: FieldSet)] = []
  private var root: Node = .any([])
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
    root = node(condition.places) { wordOf[$0] }
  }

  private func node(_ places: QueryPlan.Places, _ wordOf: (Int) -> Int?) -> Node {
    switch places {
    case .phrase(let phrase):
      graphs.append((PhraseGraph(phrase, wordOf: wordOf), phrase.fields))
      return .phrase(graphs.count - 1)
    case .any(let parts): return .any(parts.map { node($0, wordOf) })
    case .near(let parts, let proximity):
      var offsets = [0]
      for part in parts.dropLast() { offsets.append(offsets[offsets.count - 1] + part.length) }
      return .near(parts.map { node($0, wordOf) }, proximity, offsets: offsets)
    }
  }

  func lanes(
    _ lanes: UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>, _ slots: UnsafePointer<UInt32>
  ) -> UInt64? {
    guard unsafe places.read(lanes, block, pairs, slots) else { return nil }
    var found: UInt64 = 0
    for lane in LaneSequence(lanes) where isMet(in: lane) { found |= 1 << UInt64(lane) }
    return found
  }

  /// Whether one lane meets the condition, whose positions `read` gives for a term's number in the query.
  func isMet(
    in lane: Int, _ read: (Int) throws(FormatError) -> (counts: FieldCounts, positions: [UInt32])?
  ) throws(FormatError) -> Bool {
    try places.take(lane, read)
    return isMet(in: lane)
  }

  private func isMet(in lane: Int) -> Bool {
    places.look(at: lane)
    var count = 0
    for text in texts {
      places.look(at: text)
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
    case .phrase(let number): graphs[number].fields.contains(text) && graphs[number].phrase.stands(in: places)
    case .any(let parts): parts.contains { stands($0, text) }
    case .near: !places(of: node, text).isEmpty
    }
  }

  /// Where something stands in the text that is looked at, in order, each place once.
  private func places(of node: Node, _ text: FieldSet) -> [Place] {
    switch node {
    case .phrase(let number):
      guard graphs[number].fields.contains(text) else { return [] }
      return graphs[number].phrase.intervals(in: places).map { Place(hull: $0) }
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
      // One keyword is near no other.
      if text == .keywords { proximity.gap = min(proximity.gap, SegmentBuffer.textGap - 1) }
      return ProximitySearch(proximity, offsets: offsets).places(lists)
    }
  }
}
