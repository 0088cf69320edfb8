/// The third relevance model: the query as a distribution of words, mixed with that of the relevant documents.
///
///     P(w | R)  = Σ weight(d) · tf(w, d) / |d|  ÷  Σ weight(d)      of the `words` likeliest words
///     weight(w) = original · P(w | query) + (1 − original) · P(w | R)
///
/// The weights are given so many times that they add up to the number of words of the query. What isn't relevant doesn't count.
///
/// Source: Abdul-Jaleel et al., “UMass at TREC 2004: Novelty and HARD”; Lavrenko and Croft, SIGIR 2001, for P(w | R).
public struct RM3: FeedbackModel, Equatable {
  /// How many words the relevant documents add at most.
  public var words: Int
  /// What the original query counts, from 0 to 1.
  public var original: Double

  /// A model of so many words.
  public init(words: Int = 20, original: Double = 0.5) {
    self.words = words
    self.original = original
  }

  /// What the words of the better query weigh.
  public func weights(
    query: WordVector, relevant: [FeedbackDocument], notRelevant: [FeedbackDocument]
  ) -> WordVector {
    var model = WordVector()
    for document in relevant { model.add(document.words.asDistribution, times: document.weight) }
    var mixed = query.asDistribution.scaled(by: original)
    mixed.add(model.best(words).asDistribution, times: 1 - original)
    return mixed.scaled(by: query.sum)
  }
}
