/// Finds the documents of a segment that hold a phrase: its terms at their offsets from one start.
struct PhraseMatcher {
  private let segment: Segment
  /// Start positions of the matches so far, by document, both ascending.
  private var matches: [(document: Int, starts: [UInt32])]?

  /// The documents of `segment` that hold all of `phrase`, ascending, deleted ones included; `entries` are its terms'
  /// lists, `nil` where no document holds the term.
  ///
  /// - Complexity: O(occurrences of all its terms).
  static func documents(
    in segment: Segment, phrase: [QueryPlan.PhraseTerm], entries: [TermEntry?]
  ) throws(FormatError) -> [Int] {
    var matcher = PhraseMatcher(segment: segment)
    for term in phrase {
      guard let entry = entries[term.term] else { return [] }
      try matcher.narrow(entry, offset: UInt32(term.offset))
    }
    return matcher.matches?.map(\.document) ?? []
  }

  private init(segment: Segment) {
    self.segment = segment
  }

  /// Keeps the starts from which the term of `entry` stands at `offset`.
  private mutating func narrow(_ entry: TermEntry, offset: UInt32) throws(FormatError) {
    var postings = try PostingsCursor(segment.file.bytes(.postings), entry, limit: segment.documents)
    var positions = try PositionsCursor(segment.file.bytes(.positions), entry)
    var kept: [(document: Int, starts: [UInt32])] = []
    var places: [UInt32] = []
    var index = 0
    while try postings.next() {
      places.removeAll(keepingCapacity: true)
      try positions.read(postings.frequency, into: &places)
      let starts = places.compactMap { $0 >= offset ? $0 - offset : nil }
      guard let matches else {
        if !starts.isEmpty { kept.append((postings.document, starts)) }
        continue
      }
      while index < matches.count, matches[index].document < postings.document { index += 1 }
      guard index < matches.count, matches[index].document == postings.document else { continue }
      let common = Self.intersection(matches[index].starts, starts)
      if !common.isEmpty { kept.append((postings.document, common)) }
    }
    matches = kept
  }

  /// The numbers that two ascending lists share.
  private static func intersection(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var common: [UInt32] = []
    var other = 0
    for value in left {
      while other < right.count, right[other] < value { other += 1 }
      if other < right.count, right[other] == value { common.append(value) }
    }
    return common
  }
}
