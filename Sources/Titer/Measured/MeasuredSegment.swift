// What benchmarks reach of the engine's insides, by `@_spi(Benchmarks) import Titer`. Nothing here is for anyone else, and it
// changes with what it wraps.
//
// Short steps are called from loops that lie here, in the engine's module, where they are compiled as the engine's own are.

/// The first segment of an index, whose parts can be called one by one.
@_spi(Benchmarks) public struct MeasuredSegment {
  private let segment: Segment
  private let analyzers: QueryAnalyzers
  private let scoring: BM25

  /// The first segment of the index in the folder `path`, as if it were the whole of it.
  public init(path: String) throws(IndexError) {
    let storage = DiskStorage(path: path)
    let manifest = try Manifest(storage.open(Manifest.fileName))
    segment = try Segment(manifest.segments[0], in: storage)
    analyzers = QueryAnalyzers(manifest.chain)
    scoring = BM25(documents: segment.entry.liveDocuments, tokens: segment.entry.liveTokens)
  }

  /// All terms in order.
  public func terms() throws(IndexError) -> [[UInt8]] {
    try reading { (dictionary) throws(FormatError) in
      var terms: [[UInt8]] = []
      try dictionary.visit { term, _ in terms.append(term) }
      return terms
    }
  }

  /// Goes through all terms and returns how many there are.
  public func enumerate() throws(IndexError) -> Int {
    var all = PrefixAutomaton([])
    var count = 0
    try reading { (dictionary) throws(FormatError) in
      try dictionary.visit(matching: &all) { _, _, _ in
        count += 1
        return true
      }
    }
    return count
  }

  /// Looks terms up and returns how many of them there are.
  public func lookUp(_ terms: [[UInt8]]) throws(IndexError) -> Int {
    try reading { (dictionary) throws(FormatError) in
      var found = 0
      for term in terms where try dictionary.entry(of: term.span) != nil { found += 1 }
      return found
    }
  }

  /// The terms that match a word with wildcards.
  public func find(wildcards: String) throws -> Int { try find(.wildcards(wildcards)) }

  /// The terms within `distance` typing errors of a word.
  public func find(like word: String, distance: Int) throws -> Int {
    try find(.fuzzy(word, distance: distance, exactPrefix: 1))
  }

  private func find(_ request: TermRequest) throws -> Int {
    var finder = try TermFinder(request)
    return try reading { (dictionary) throws(FormatError) in try finder.matches(in: dictionary).terms.count }
  }

  /// A query whose terms were found.
  public func query(_ query: Query) throws(IndexError) -> MeasuredQuery {
    let plan = try analyzers.use { (analyzer) throws(IndexError) in
      try PlanReader.plan(query, &analyzer, Vocabulary([segment]))
    }
    return try segment.reading { () throws(FormatError) in
      let dictionary = try TermDictionary(segment.file)
      var entries: [TermEntry?] = []
      for term in plan.terms { entries.append(try dictionary.entry(of: term.bytes)) }
      let weights = plan.weights(entries.map { $0?.documentFrequency ?? 0 }, scoring)
      return MeasuredQuery(try SegmentQuery(plan, segment, entries: entries, weights: weights, scoring: scoring))
    }
  }

  private func reading<T>(
    _ body: (borrowing TermDictionary) throws(FormatError) -> T
  ) throws(IndexError) -> T {
    try segment.reading { () throws(FormatError) in try body(TermDictionary(segment.file)) }
  }
}
