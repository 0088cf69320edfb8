/// Words and what each weighs, as feedback sees a query or a document.
///
/// Words are in the form in which they rank: `nephriti` for nephritis. Sums go through the words in order, so that they are the same bit for
/// bit each time.
public struct WordVector: Sendable, Equatable {
  /// The weights, by word.
  public private(set) var weights: [String: Double]

  /// A vector of some weights.
  public init(_ weights: [String: Double] = [:]) {
    self.weights = weights
  }

  /// The weight of a word, 0 for one that it doesn't have.
  public subscript(word: String) -> Double {
    get { weights[word] ?? 0 }
    set { weights[word] = newValue }
  }

  /// The words in order, with their weights.
  public var ordered: [(word: String, weight: Double)] {
    weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The words of the greatest weights first, equal ones in order.
  public var ranked: [(word: String, weight: Double)] {
    let ordered = ordered
    return ordered.indices.sorted { (ordered[$1].weight, $0) < (ordered[$0].weight, $1) }.map { ordered[$0] }
  }

  /// The sum of the weights' sizes.
  public var sum: Double { ordered.reduce(0) { $0 + abs($1.weight) } }

  /// The root of the sum of their squares.
  public var length: Double { ordered.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot() }

  /// Each weight so many times.
  public func scaled(by factor: Double) -> WordVector { WordVector(weights.mapValues { $0 * factor }) }

  /// The vector of the same direction whose weights add up to 1; one without weights stays as it is.
  public var asDistribution: WordVector { over(sum) }

  /// The vector of the same direction whose length is 1; one without weights stays as it is.
  public var asUnit: WordVector { over(length) }

  private func over(_ size: Double) -> WordVector { size > 0 ? scaled(by: 1 / size) : self }

  /// Its `count` words of the greatest weights.
  public func best(_ count: Int) -> WordVector {
    WordVector(Dictionary(uniqueKeysWithValues: ranked.prefix(max(count, 0)).map { ($0.word, $0.weight) }))
  }

  /// Adds the weights of another vector, so many times.
  public mutating func add(_ other: WordVector, times factor: Double = 1) {
    for (word, weight) in other.weights { weights[word, default: 0] += factor * weight }
  }
}
