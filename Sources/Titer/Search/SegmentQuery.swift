internal import CLanes

/// A query against one segment: its terms there, and which lanes of a block answer it.
///
/// One thread at a time uses it.
@safe final class SegmentQuery {
  let segment: Segment
  let plan: QueryPlan
  let scoring: BM25
  let terms: SegmentTerms
  /// By block, the documents that the filter lets through; `nil` where there is no filter.
  private let filtered: [UInt64]?
  /// By number of a condition in the query, what looks for it in blocks; `nil` where the segment doesn't hold what it needs.
  private let blockPhrases: [(any BlockPhrase)?]
  /// By number of a condition, what looks for it document by document, once that was needed.
  private var placeSearches: [Int: PlaceSearch] = [:]
  private var positions: [Int: TermPositions] = [:]
  /// By number of a set of the query and by block, its documents.
  private let sets: [[UInt64]]
  /// By number of a term in the query, one more than its place among `terms`; 0 where the segment doesn't hold it.
  let placeOf: [Int]
  // By number of a term in the query, what scoring reads, without counting references.
  private let scored: UnsafeMutablePointer<lanes_term>
  private let termCount: Int
  private let norm: lanes_norm

  /// The query's terms in `segment`, the index's `number`-th; `entries` are their lists there and `weights` their weights.
  init(
    _ plan: QueryPlan, _ segment: Segment, number: Int = 0, entries: [TermEntry?], weights: [Float], scoring: BM25
  ) throws(FormatError) {
    self.segment = segment
    self.plan = plan
    self.scoring = scoring
    let widening = scoring.widening(reference: segment.referenceLength)
    // By the bits of the texts that count: a plan has no others than those of all three.
    var tables = InlineArray<8, FrequencyTable?>(repeating: nil)
    var present: [SegmentTerms.Term] = []
    for (number, term) in plan.terms.enumerated() {
      guard let entry = entries[number] else { continue }
      let table = tables[Int(term.fields.rawValue)] ?? scoring.table(term.fields)
      tables[Int(term.fields.rawValue)] = table
      let postings = try TermPostings(entry, segment.file)
      let list =
        postings.form == .listed
        ? try ListedTerm(postings, table, segment.lengths, weights[number] > 0 ? scoring : nil) : nil
      present.append(
        SegmentTerms.Term(
          number: number, entry: entry, postings: postings, weight: weights[number],
          unit: weights[number] / 255 * (list == nil ? widening : 1.0001), table: table, list: list))
    }
    let superblocks = PostingsFormat.superblocks(documents: segment.documents)
    terms = try SegmentTerms(present, superblocks: superblocks)
    var places = [Int](repeating: 0, count: plan.terms.count)
    for (index, term) in terms.terms.enumerated() { places[term.number] = index + 1 }
    placeOf = places
    filtered = plan.filter.isEmpty ? nil : try Self.filtered(plan.filter, segment)
    var sets: [[UInt64]] = []
    for documents in plan.sets {
      switch documents {
      case .filter(let filter): sets.append(try Self.filtered(filter, segment))
      case .set(let set): sets.append(number < set.masks.count ? set.masks[number] : [])
      }
    }
    self.sets = sets
    var blockPhrases: [(any BlockPhrase)?] = []
    for condition in plan.conditions {
      blockPhrases.append(try Self.blockPhrase(condition, terms, places, segment.file))
    }
    self.blockPhrases = blockPhrases
    termCount = plan.terms.count
    norm = scoring.norm
    unsafe scored = .allocate(capacity: termCount + 1)
    for number in 0..<termCount {
      let table = places[number] > 0 ? terms.terms[places[number] - 1].table : .standard
      unsafe scored[number] = unsafe lanes_term(frequencies: table.start, weight: weights[number])
    }
  }

  deinit {
    unsafe scored.deallocate()
  }

  /// The fastest way to look for a condition.
  private static func blockPhrase(
    _ condition: QueryPlan.Condition, _ terms: SegmentTerms, _ placeOf: [Int], _ file: SegmentFile
  ) throws(FormatError) -> (any BlockPhrase)? {
    if condition.fields == .all, let phrase = condition.phrase, phrase.units.allSatisfy({ $0.onlyTerm != nil }) {
      return try ExactPhrase(phrase, terms, placeOf, file)
    }
    if let nearWords = try NearWords(condition, terms, placeOf, file) { return nearWords }
    return try PlaceSearch(condition, terms, placeOf, file)
  }

  private static func filtered(_ filter: Filter, _ segment: Segment) throws(FormatError) -> [UInt64] {
    let columns = try Columns(segment.file)
    let filter = try SegmentFilter(filter, columns)
    return (0..<(segment.documents + PostingsFormat.lanes - 1) / PostingsFormat.lanes).map { filter.mask(ofBlock: $0) }
  }

  /// Whether some documents of the segment can't answer, whatever they hold.
  var isRestricted: Bool { filtered != nil || segment.deletions.count > 0 }

  /// The documents of a block that are not deleted, and that the filter lets through.
  func allowed(inBlock block: Int) -> UInt64 {
    let live = segment.deletions.live(inBlock: block)
    guard let filtered, block < filtered.count else { return live }
    return live & filtered[block]
  }

  /// The documents of a set of the query in a block.
  func documents(ofSet number: Int, inBlock block: Int) -> UInt64 {
    block < sets[number].count ? sets[number][block] : 0
  }

  /// Whether a term counts in some texts only, so that its lanes must be looked at one by one.
  private func isRestricted(_ place: Int) -> Bool {
    terms.terms[place].list == nil && terms.terms[place].table.fields != .all
  }

  /// The counts of a term in a lane that its pair's mask holds.
  func counts(_ pair: UnsafePointer<lanes_pair>, _ lane: Int, _ document: UInt32) throws(FormatError) -> FieldCounts {
    let code = unsafe lanes_code(pair, UInt32(lane))
    if code > 0 { return FieldCounts(code: code) }
    return try unsafe terms.terms[Int(pair.pointee.term)].postings.exception(of: document)
  }

  /// Which of `lanes` answer `match`, in the block of `held`.
  func lanes(_ match: QueryPlan.Match, of lanes: UInt64, _ held: BlockTerms) throws(FormatError) -> UInt64 {
    switch match {
    case .term(let number):
      guard let pair = unsafe held[number] else { return 0 }
      return try unsafe self.lanes(of: pair, lanes, held)
    case .places(let number):
      return try self.lanes(condition: number, of: lanes, held)
    case .documents(let number):
      return lanes & documents(ofSet: number, inBlock: held.block)
    case .all(let parts):
      var left = lanes
      for part in parts where left != 0 { left = try self.lanes(part, of: left, held) }
      return left
    case .any(let parts):
      var found: UInt64 = 0
      for part in parts where found != lanes { found |= try self.lanes(part, of: lanes & ~found, held) }
      return found
    case .not(let part):
      return lanes & ~(try self.lanes(part, of: lanes, held))
    }
  }

  /// Which of `lanes` hold a term in the texts that count.
  private func lanes(
    of pair: UnsafePointer<lanes_pair>, _ lanes: UInt64, _ held: BlockTerms
  ) throws(FormatError) -> UInt64 {
    var left = unsafe lanes & pair.pointee.mask
    let place = Int(unsafe pair.pointee.term)
    guard isRestricted(place) else { return left }
    for lane in LaneSequence(left) {
      let counts = try unsafe counts(pair, lane, held.document(lane))
      if !terms.terms[place].table.holds(counts) { left &= ~(1 << UInt64(lane)) }
    }
    return left
  }

  /// Which of `lanes` meet a condition.
  private func lanes(condition number: Int, of lanes: UInt64, _ held: BlockTerms) throws(FormatError) -> UInt64 {
    var left = lanes
    for group in plan.conditions[number].required where left != 0 {
      left &= group.reduce(0) { mask, term in unsafe mask | (held[term]?.pointee.mask ?? 0) }
    }
    return left == 0 ? 0 : try self.lanes(meeting: number, of: left, held)
  }

  /// Which lanes of those that hold what a condition requires meet it.
  func lanes(meeting number: Int, of required: UInt64, _ held: BlockTerms) throws(FormatError) -> UInt64 {
    if let found = blockPhrases[number]?.lanes(required, held) { return found }
    var left = required
    let search = try placeSearch(number)
    for lane in LaneSequence(left) {
      let isMet = try search.isMet(in: lane) { (term) throws(FormatError) in
        guard let pair = unsafe held[term], unsafe pair.pointee.mask >> UInt64(lane) & 1 == 1 else { return nil }
        let counts = try unsafe self.counts(pair, lane, held.document(lane))
        return (counts, try unsafe positions(pair, lane, held.document(lane), count: Int(counts.total)))
      }
      if !isMet { left &= ~(1 << UInt64(lane)) }
    }
    return left
  }

  private func placeSearch(_ number: Int) throws(FormatError) -> PlaceSearch {
    if let search = placeSearches[number] ?? blockPhrases[number] as? PlaceSearch { return search }
    let search = try PlaceSearch(plan.conditions[number], terms, placeOf, segment.file)
    placeSearches[number] = search
    return search
  }

  private func positions(
    _ pair: UnsafePointer<lanes_pair>, _ lane: Int, _ document: UInt32, count: Int
  ) throws(FormatError) -> [UInt32] {
    let place = Int(unsafe pair.pointee.term)
    var places: [UInt32] = []
    let file = segment.file
    let superblock = Int(document) / PostingsFormat.documents
    var reader = positions[place] ?? TermPositions(terms.terms[place], superblocks: terms.superblocks)
    try unsafe reader.read(
      &places, of: pair, lane: lane, cursor: terms.cursors + (superblock * terms.terms.count + place),
      superblock: superblock, document: document, count: count, in: file.bytes(.positions))
    positions[place] = reader
    return places
  }

  /// Sets `scores` of some lanes of a block, and keeps those that reach `threshold`.
  func score(
    _ lanes: inout UInt64, reaching threshold: Float, _ held: BlockTerms, _ scores: UnsafeMutablePointer<Float>
  ) throws(FormatError) {
    let isScored = unsafe withUnsafePointer(to: norm) {
      unsafe lanes_score(
        scored, UInt32(termCount), held.slots, held.pairs, $0, segment.lengths.short(ofBlock: held.block), threshold,
        &lanes, scores)
    }
    if isScored { return }
    for lane in LaneSequence(lanes) {
      unsafe scores[lane] = try score(lane, held)
      if unsafe scores[lane] < threshold { lanes &= ~(1 << UInt64(lane)) }
    }
  }

  /// The score of a lane: the parts of its terms in the order of the query.
  func score(_ lane: Int, _ held: BlockTerms) throws(FormatError) -> Float {
    let norm = scoring.norm(length: segment.lengths[Int(held.document(lane))])
    let bit: UInt64 = 1 << UInt64(lane)
    var score: Float = 0
    for number in 0..<termCount {
      guard let pair = unsafe held[number], unsafe pair.pointee.mask & bit != 0, unsafe scored[number].weight > 0 else {
        continue
      }
      let code = Int(unsafe lanes_code(pair, UInt32(lane)))
      let frequency =
        try unsafe code > 0
        ? scored[number].frequencies[code] : unsafe exceptionalFrequency(pair, lane, held.document(lane))
      // Nothing is added for a term that doesn't stand in the texts that count.
      if frequency > 0 { unsafe score += scored[number].weight * (frequency / (frequency + norm)) }
    }
    return score
  }

  private func exceptionalFrequency(
    _ pair: UnsafePointer<lanes_pair>, _ lane: Int, _ document: UInt32
  ) throws(FormatError) -> Float {
    let counts = try unsafe counts(pair, lane, document)
    return unsafe terms.terms[Int(pair.pointee.term)].table.frequency(counts)
  }
}

/// The places of the bits of a mask, ascending.
struct LaneSequence: Sequence, IteratorProtocol {
  private var mask: UInt64

  init(_ mask: UInt64) {
    self.mask = mask
  }

  mutating func next() -> Int? {
    guard mask != 0 else { return nil }
    defer { mask &= mask - 1 }
    return mask.trailingZeroBitCount
  }
}
