/// Rocchio's feedback: the query moved towards the relevant documents and away from the others, all as directions.
///
///     q' = original · q / |q|  +  relevant · mean of d / |d|  −  notRelevant · mean of d / |d|
///
/// Of the words that the query lacks the `words` of the greatest weights are kept. The weights are given so many times that the query's own
/// would be as in the query.
///
/// Source: Rocchio, “Relevance feedback in information retrieval”, in Salton (ed.), The SMART Retrieval System, 1971; the usual numbers are
/// those of Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, 9.1.1.
public struct Rocchio: FeedbackModel, Equatable {
  /// How many words are added at most.
  public var words: Int
  /// What the original query counts.
  public var original: Double
  /// What the relevant documents count.
  public var relevant: Double
  /// What the others count.
  public var notRelevant: Double

  /// A model of so many words.
  public init(words: Int = 20, original: Double = 1, relevant: Double = 0.75, notRelevant: Double = 0.15) {
    self.words = words
    self.original = original
    self.relevant = relevant
    self.notRelevant = notRelevant
  }

  /// What the words of the better query weigh.
  public func weights(
    query: WordVector, relevant relevantDocuments: [FeedbackDocument], notRelevant otherDocuments: [FeedbackDocument]
  ) -> WordVector {
    var moved = query.asUnit.scaled(by: original)
    moved.add(Self.mean(relevantDocuments), times: relevant)
    moved.add(Self.mean(otherDocuments), times: -notRelevant)
    var (kept, added) = (WordVector(), WordVector())
    for (word, weight) in moved.weights where weight > 0 {
      if query[word] > 0 { kept[word] = weight } else { added[word] = weight }
    }
    kept.add(added.best(words))
    return original > 0 ? kept.scaled(by: query.length / original) : kept
  }

  private static func mean(_ documents: [FeedbackDocument]) -> WordVector {
    var (sum, weight) = (WordVector(), 0.0)
    for document in documents {
      sum.add(document.words.asUnit, times: document.weight)
      weight += document.weight
    }
    return weight > 0 ? sum.scaled(by: 1 / weight) : sum
  }
}
