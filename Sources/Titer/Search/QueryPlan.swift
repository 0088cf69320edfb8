/// A query in terms of the index: its different terms, and which documents answer it.
///
/// `PlanReader` makes it.
struct QueryPlan: Sendable {
  /// A term in some of the texts, and how much it counts.
  struct Term: Sendable {
    var bytes: [UInt8]
    var fields: FieldSet
    /// How many words of the query give it, those that were boosted more or less than once; 0 for a term that doesn't add to
    /// the score.
    var count: Double
    /// Which name or pattern of the query it is a form of, where that has several terms: these weigh as one term would.
    var name: Int?
  }

  /// The different terms in the order that they first came.
  let terms: [Term]
  /// Which documents may answer at all.
  let filter: Filter
  /// What must stand where.
  let conditions: [Condition]
  /// The sets of documents.
  let sets: [Documents]
  /// Which documents answer; `nil` where none does.
  let match: Match?
  /// Whether every document that holds a term answers.
  let isUnion: Bool
  /// The patterns that stand for more terms than are looked for.
  let cutPatterns: [String]
  /// The terms that every answer holds.
  let requiredTerms: [Int]
  /// Whether every answer holds all terms, and what holds them answers unless its conditions aren't met.
  let isConjunction: Bool

  /// A plan of terms and of what a reader made of them.
  init(
    terms: [Term], match: Match?, conditions: [Condition] = [], sets: [Documents] = [], filter: Filter = Filter(),
    isUnion: Bool = false, cutPatterns: [String] = []
  ) {
    self.terms = terms
    self.match = match
    self.conditions = conditions
    self.sets = sets
    self.filter = filter
    self.isUnion = isUnion
    self.cutPatterns = cutPatterns
    var isRequired = [Bool](repeating: false, count: terms.count)
    if let match { Self.mark(match, conditions, &isRequired) }
    requiredTerms = isRequired.indices.filter { isRequired[$0] }
    isConjunction = match != nil && requiredTerms.count == terms.count && match?.isOnlyRequired == true
  }

  /// A plan that one term of any bytes answers, in some texts.
  init(term fields: FieldSet) {
    self.init(terms: [Term(bytes: [], fields: fields, count: 0)], match: .term(0))
  }

  /// The weights of the terms, which occur in so many documents each.
  func weights(_ frequencies: [Int], _ scoring: BM25) -> [Float] {
    let ofNames = frequenciesOfNames(frequencies)
    return zip(terms, frequencies).map { term, frequency in
      guard term.count > 0 else { return 0 }
      let frequency = term.name.flatMap { ofNames[$0] } ?? frequency
      return scoring.weight(documentFrequency: frequency, count: term.count)
    }
  }

  /// In how many documents the forms of each name are, a document counted for each.
  func frequenciesOfNames(_ frequencies: [Int]) -> [Int: Int] {
    var ofNames: [Int: Int] = [:]
    for (term, frequency) in zip(terms, frequencies) {
      if let name = term.name { ofNames[name, default: 0] += frequency }
    }
    return ofNames
  }

  /// Marks the terms that every answer of `match` holds.
  private static func mark(_ match: Match, _ conditions: [Condition], _ isRequired: inout [Bool]) {
    switch match {
    case .term(let number): isRequired[number] = true
    case .places(let number):
      for group in conditions[number].required where group.count == 1 { isRequired[group[0]] = true }
    case .all(let parts): for part in parts { mark(part, conditions, &isRequired) }
    case .any(let parts): if parts.count == 1 { mark(parts[0], conditions, &isRequired) }
    case .documents, .not: break
    }
  }
}
