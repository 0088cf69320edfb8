/// How a document comes to its score under a query: numbers that give it to the bit.
///
///     score = the sum of the parts in their order, as 32-bit floats
///     part  = weight · (frequency ÷ (frequency + norm)), in 32 bits
public struct Explanation: Sendable, Equatable {
  /// What a term of the query adds.
  public struct Part: Sendable, Equatable {
    /// The term.
    public var term: String
    /// The texts that count.
    public var fields: FieldSet
    /// How many words of the query give it, each as often as it was boosted.
    public var count: Double
    /// How many documents hold it, or any other form of the name or pattern that it is one of.
    public var documentFrequency: Int
    /// count · ln(1 + (documents − documentFrequency + 0.5) ÷ (documentFrequency + 0.5)).
    public var weight: Float
    /// Occurrences in the title, where that counts.
    public var title: Int
    /// Occurrences in the abstract, where that counts.
    public var abstract: Int
    /// Occurrences in the keywords, where these count.
    public var keywords: Int
    /// The occurrences weighted by text.
    public var frequency: Float
    /// What it adds to the score.
    public var score: Float
  }

  /// Whether the document answers the query; if it doesn't, the score is what it would be.
  public var isMatch: Bool
  /// The score.
  public var score: Float
  /// The parts in the order in which they are added.
  public var parts: [Part]
  /// Documents of the index.
  public var documents: Int
  /// The terms that count of the document.
  public var length: Int
  /// The mean of all documents' lengths.
  public var averageLength: Double
  /// k1 · (1 − b + b · length ÷ averageLength).
  public var norm: Float
  /// The free numbers of the score.
  public var scoring: Scoring

  init(
    _ probe: DocumentProbe, plan: QueryPlan, frequencies: [Int], weights: [Float], scoring: BM25
  ) throws(FormatError) {
    let ofNames = plan.frequenciesOfNames(frequencies)
    let norm = scoring.norm(length: probe.length)
    var (parts, score) = ([] as [Part], 0 as Float)
    for (number, term) in plan.terms.enumerated() where weights[number] > 0 {
      guard let counts = try probe.counts(ofTerm: number) else { continue }
      let frequency = scoring.frequency(counts, in: term.fields)
      guard frequency > 0 else { continue }
      let part = weights[number] * (frequency / (frequency + norm))
      score += part
      parts.append(
        Part(
          term: TermForm.text(of: term.bytes), fields: term.fields, count: term.count,
          documentFrequency: term.name.flatMap { ofNames[$0] } ?? frequencies[number], weight: weights[number],
          title: term.fields.contains(.title) ? Int(counts.title) : 0,
          abstract: term.fields.contains(.abstract) ? Int(counts.abstract) : 0,
          keywords: term.fields.contains(.keywords) ? Int(counts.keywords) : 0, frequency: frequency, score: part))
    }
    isMatch = try probe.isMatch()
    (self.score, self.parts, self.norm) = (score, parts, norm)
    length = Int(probe.length)
    documents = scoring.documentCount
    averageLength = scoring.averageLength
    self.scoring = scoring.parameters
  }
}

extension Index {
  /// How a document comes to its score under a query; `nil` when there is no such document.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func explanation(
    of query: Query, id: String, scoring: Scoring = Scoring(), lines: [Int: DocumentSet] = [:]
  ) throws(IndexError) -> Explanation? {
    guard let place = try place(ofID: id) else { return nil }
    return try searcher(query, scoring, lines).explanation(place.document, inSegment: place.segment)
  }

  /// Whether a document answers a query; `nil` when there is no such document.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func answers(_ query: Query, id: String, lines: [Int: DocumentSet] = [:]) throws(IndexError) -> Bool? {
    guard let place = try place(ofID: id) else { return nil }
    return try searcher(query, Scoring(), lines, ranks: false).matches(place.document, inSegment: place.segment)
  }
}
