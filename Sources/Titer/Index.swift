/// An index as one commit left it: an immutable snapshot, usable from many threads.
///
/// Later commits don't disturb it.
///
///     let index = try Index(path: "car.idx")
///     for hit in try index.search(Query(plain: "CAR T-cell lupus"), limit: 10) { print(hit.id, hit.score) }
public struct Index: Sendable {
  /// Figures of the whole index.
  public struct Statistics: Sendable, Equatable {
    /// Documents, deleted ones left out.
    public var documents = 0
    /// Documents that were deleted or replaced and still take space.
    public var deleted = 0
    /// Term occurrences in the documents that are not deleted.
    public var tokens = 0
    /// Distinct terms, counted once in each segment.
    public var terms = 0
    /// Immutable segments.
    public var segments = 0
    /// Bytes of the segments on disk.
    public var bytes = 0
  }

  /// One answer.
  public struct Hit: Sendable, Equatable {
    /// The document's identifier.
    public var id: String
    /// The BM25 score.
    public var score: Float
    /// The bytes that the document was stored with.
    public var stored: [UInt8]
  }

  /// Where a document lies in the index that found it.
  public struct Place: Sendable, Hashable {
    let segment: Int
    let document: Int

    init(segment: Int, document: Int) {
      self.segment = segment
      self.document = document
    }

    /// Where the document of an identifier lies that isn't among a segment's `deletions`, in the segments that have such; `nil` when
    /// there is none.
    ///
    /// - Throws: ``IndexError`` when a segment is damaged.
    /// - Complexity: O(segments · log(documents)) comparisons.
    init?(of id: Span<UInt8>, in segments: [Segment], _ deletions: (Segment) -> Deletions?) throws(IndexError) {
      for (number, segment) in segments.enumerated() {
        guard let deletions = deletions(segment), let document = try segment.document(of: id) else { continue }
        guard deletions.contains(document) else {
          self.init(segment: number, document: document)
          return
        }
      }
      return nil
    }
  }

  /// A document that answers.
  public struct Match: Sendable, Equatable {
    /// The BM25 score.
    public let score: Float
    /// Where the document lies.
    public let place: Place
  }

  /// In which order documents come.
  public enum Order: Sendable {
    /// The best score first.
    case score
    /// The latest year first; those without a year last.
    case newest
    /// By identifier, in ascending order of its bytes.
    case identifier
  }

  private let path: String
  private let manifest: Manifest
  let segments: [Segment]
  let analyzers: QueryAnalyzers

  /// The chain that made the index, and analyses its queries.
  public var chain: AnalysisChain { manifest.chain }

  /// Opens the index in the folder `path` at its last commit.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - chains: the program's own chains, one of which may have made the index.
  /// - Throws: ``IndexError`` when there is none, when it is damaged, or when an unknown chain made it.
  public init(path: String, chains: [AnalysisChain] = []) throws(IndexError) {
    try self.init(storage: DiskStorage(path: path), chains: chains)
  }

  package init(storage: any Storage, chains: [AnalysisChain] = []) throws(IndexError) {
    guard try storage.list().contains(Manifest.fileName) else { throw .missing(path: storage.path) }
    path = storage.path
    (manifest, segments) = try Self.open(storage, chains)
    analyzers = QueryAnalyzers(manifest.chain)
  }

  /// The index of segments that are open already.
  init(path: String, _ manifest: Manifest, _ segments: [Segment]) {
    self.path = path
    self.manifest = manifest
    self.segments = segments
    analyzers = QueryAnalyzers(manifest.chain)
  }

  /// Opens what the manifest names, again when a writer has replaced it meanwhile and removed its files.
  private static func open(
    _ storage: any Storage, _ chains: [AnalysisChain]
  ) throws(IndexError) -> (Manifest, [Segment]) {
    while true {
      let manifest = try Manifest(storage.open(Manifest.fileName), chains: chains)
      do throws(IndexError) {
        var segments: [Segment] = []
        for entry in manifest.segments { segments.append(try Segment(entry, in: storage)) }
        return (manifest, segments)
      } catch {
        if try Manifest(storage.open(Manifest.fileName), chains: chains) == manifest { throw error }
      }
    }
  }

  /// Figures of the whole index.
  public var statistics: Statistics {
    var figures = Statistics()
    for segment in segments {
      figures.documents += segment.entry.liveDocuments
      figures.deleted += segment.deletions.count
      figures.tokens += segment.entry.liveTokens
      figures.terms += segment.terms
      figures.segments += 1
      figures.bytes += segment.file.region.count
    }
    return figures
  }

  /// The best `limit` documents by BM25, ties by identifier in ascending order of its bytes.
  ///
  /// - Parameters:
  ///   - query: what is asked.
  ///   - limit: the most documents to return.
  ///   - scoring: the free numbers of the score.
  ///   - order: another order than that of scores; ties by identifier.
  ///   - lines: the answers of this index to the lines that the query names.
  /// - Returns: the documents with what they are stored with.
  /// - Throws: ``IndexError`` when a segment is damaged.
  /// - Complexity: O(documents + occurrences of the query's terms).
  public func search(
    _ query: Query, limit: Int, scoring: Scoring = Scoring(), order: Order = .score, lines: [Int: DocumentSet] = [:]
  ) throws(IndexError) -> [Hit] {
    var hits: [Hit] = []
    for match in try matches(query, limit: limit, scoring: scoring, order: order, lines: lines) {
      hits.append(Hit(id: try id(of: match), score: match.score, stored: try stored(match)))
    }
    return hits
  }

  /// The best `limit` documents, in the order of ``search(_:limit:scoring:)``, as places of this index.
  ///
  /// What they are called and stored with is read when it is asked for, which takes most of the time of a search for many.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func matches(
    _ query: Query, limit: Int, scoring: Scoring = Scoring(), order: Order = .score, lines: [Int: DocumentSet] = [:]
  ) throws(IndexError) -> [Match] {
    try searcher(query, scoring, lines).first(limit, order).map {
      Match(score: $0.score, place: Place(segment: $0.segment, document: $0.document))
    }
  }

  /// The identifier of a match of this index.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func id(of match: Match) throws(IndexError) -> String {
    let segment = segments[match.place.segment]
    let id = try segment.reading { () throws(FormatError) in
      try Identifiers(segment.file).identifier(of: match.place.document)
    }
    return String(decoding: id, as: UTF8.self)
  }

  /// The bytes that a match of this index was stored with.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func stored(_ match: Match) throws(IndexError) -> [UInt8] {
    try stored(match.place.document, in: segments[match.place.segment])
  }

  /// The identifiers and scores of the best `limit` documents, in the order of ``search(_:limit:scoring:)``.
  ///
  /// It leaves alone what is stored, whose reading takes most of the time of a search for many documents.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func ranking(
    _ query: Query, limit: Int, scoring: Scoring = Scoring(), lines: [Int: DocumentSet] = [:]
  ) throws(IndexError) -> [(id: String, score: Float)] {
    var ranking: [(id: String, score: Float)] = []
    for match in try matches(query, limit: limit, scoring: scoring, lines: lines) {
      ranking.append((try id(of: match), match.score))
    }
    return ranking
  }

  /// How many documents the query matches.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func count(_ query: Query, lines: [Int: DocumentSet] = [:]) throws(IndexError) -> Int {
    try searcher(query, Scoring(), lines, ranks: false).count()
  }

  /// The patterns of a query that stand for more words than are looked for.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func patternsCut(in query: Query) throws(IndexError) -> [String] {
    try plan(query, [:], ranks: false).cutPatterns
  }

  /// The documents that the query matches.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func documents(_ query: Query, lines: [Int: DocumentSet] = [:]) throws(IndexError) -> DocumentSet {
    try searcher(query, Scoring(), lines, ranks: false).documents()
  }

  /// How many of the documents that answer have each value of a facet: the `limit` most frequent values, equal ones in
  /// ascending order of their bytes.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  /// - Complexity: that of ``count(_:)``, and O(answers).
  public func facet(
    _ facet: Facet, of query: Query, limit: Int = .max, lines: [Int: DocumentSet] = [:]
  ) throws(IndexError) -> [FacetCount] {
    try searcher(query, Scoring(), lines, ranks: false).facet(facet).greatest(limit)
  }

  /// The bytes that the document `id` was stored with, or `nil` when there is no such document.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func stored(id: String) throws(IndexError) -> [UInt8]? {
    guard let place = try place(ofID: id) else { return nil }
    return try stored(place.document, in: segments[place.segment])
  }

  /// Where the document of an identifier lies; `nil` when there is no such document.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func place(ofID id: String) throws(IndexError) -> Place? {
    try Place(of: id.utf8.span, in: segments) { $0.deletions }
  }

  /// Reads everything and checks it: checksums, order, references between structures.
  ///
  /// ``IndexCheck`` tells all that is wrong, not the first fault alone.
  ///
  /// - Throws: the first fault found.
  /// - Complexity: O(size of the index).
  public func check() throws(IndexError) {
    for segment in segments {
      try segment.reading { () throws(FormatError) in
        try segment.file.check()
        for structure in Structure.allCases { try segment.check(structure, hasPositions: manifest.hasPositions) }
        try segment.checkLiveDocuments()
      }
    }
    try segments.checkUniqueness()
  }

  /// A searcher of a query; one that doesn't rank finds sets only.
  func searcher(
    _ query: Query, _ scoring: Scoring, _ lines: [Int: DocumentSet] = [:], ranks: Bool = true
  ) throws(IndexError) -> Searcher {
    let documents = manifest.segments.reduce(0) { $0 + $1.liveDocuments }
    let tokens = manifest.segments.reduce(0) { $0 + $1.liveTokens }
    return try Searcher(
      plan(query, lines, ranks: ranks), segments,
      scoring: BM25(documents: documents, tokens: tokens, parameters: scoring), ranks: ranks)
  }

  private func plan(
    _ query: Query, _ lines: [Int: DocumentSet], ranks: Bool
  ) throws(IndexError) -> QueryPlan {
    let plan = try analyzers.use { (analyzer) throws(IndexError) in
      try PlanReader.plan(query, &analyzer, Vocabulary(segments), lines: lines, ranks: ranks)
    }
    guard manifest.hasPositions || plan.conditions.isEmpty else { throw .withoutPositions(path: path) }
    return plan
  }

  private func stored(_ document: Int, in segment: Segment) throws(IndexError) -> [UInt8] {
    try segment.reading { () throws(FormatError) in try StoredDocuments(segment.file).bytes(of: document) }
  }
}
