extension QueryPlan {
  /// Which documents answer: a tree over terms, named by their numbers.
  indirect enum Match: Sendable {
    case term(Int)
    /// A condition, by its number among the plan's.
    case places(Int)
    /// The documents of a set, by its number among the plan's.
    case documents(Int)
    case all([Match])
    case any([Match])
    case not(Match)

    /// Every document.
    static let everything = Match.all([])

    /// No document.
    static let nothing = Match.any([])

    /// Whether there is nothing but terms and conditions that must be met.
    var isOnlyRequired: Bool {
      switch self {
      case .term, .places: true
      case .all(let parts): parts.allSatisfy(\.isOnlyRequired)
      case .any(let parts): parts.count == 1 && parts[0].isOnlyRequired
      case .documents, .not: false
      }
    }

    /// Whether a document that holds none of the terms may answer.
    var isTrueOfNothing: Bool { mayBe(true) }

    /// Whether a document that holds none of the terms may answer, or may not.
    private func mayBe(_ answer: Bool) -> Bool {
      switch self {
      case .term, .places: !answer
      case .documents: true
      case .all(let parts): answer ? parts.allSatisfy { $0.mayBe(true) } : parts.contains { $0.mayBe(false) }
      case .any(let parts): answer ? parts.contains { $0.mayBe(true) } : parts.allSatisfy { $0.mayBe(false) }
      case .not(let part): part.mayBe(!answer)
      }
    }
  }

  /// Documents that are known without looking at terms.
  enum Documents: Sendable {
    case filter(Filter)
    case set(DocumentSet)
  }
}
