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
    let numbers = condition.terms.filter { placeOf[$0] > 0 }
    let wordOf = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    // Between two texts there is more than such a gap.
    let isWhole = condition.fields == .all && condition.places.isInAllTexts(within: SegmentBuffer.textGap - 1)
    texts = isWhole ? [.all] : [.title, .abstract, .keywords].filter { condition.fields.contains($0) }
    places = try WordPlaces(numbers, terms, placeOf, file, partsTexts: !isWhole)
    var graphs: [PhraseGraph] = []
    root = Self.node(condition.places, &graphs) { PhraseGraph($0, words: numbers.count) { wordOf[$0] } }
    self.graphs = graphs
  }

  private static func node(
    _ places: QueryPlan.Places, _ graphs: inout [PhraseGraph], _ graph: (QueryPlan.Phrase) -> PhraseGraph
  ) -> Node {
    switch places {
    case .phrase(let phrase):
      let graph = graph(phrase)
      graphs.append(graph)
      return .phrase(graph, phrase.fields)
    case .any(let parts):
      return .any(parts.map { node($0, &graphs, graph) })
    case .near(let parts, let proximity):
      let nodes = parts.map { node($0, &graphs, graph) }
      var offsets = [0]
      for part in parts.dropLast() { offsets.append(offsets[offsets.count - 1] + part.length) }
      return .near(nodes, proximity, offsets: offsets)
    }
  }

  func lanes(_ lanes: UInt64, _ held: BlockTerms) -> UInt64? {
    guard places.read(lanes, held) else { return nil }
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
    }
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
    }
  }
}
