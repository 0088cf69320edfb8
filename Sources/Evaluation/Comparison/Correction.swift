/// What makes up for testing several times, so that the chance of any false finding stays below the level of one test.
public enum Correction: String, Sendable, Equatable, CaseIterable {
  /// Nothing: each test for itself.
  case none
  /// Each p-value times the number of tests (Dunn, JASA 1961).
  case bonferroni
  /// Step down: the smallest times m, the next times m − 1, and so on, none below one before it.
  ///
  /// It holds under the same conditions as Bonferroni's, and finds at least as much (Holm, Scandinavian Journal of
  /// Statistics 1979).
  case holm

  /// The p-values as if each were the only one, in the same order, at most 1.
  ///
  /// - Complexity: O(m log m).
  public func adjusted(_ pValues: [Double]) -> [Double] {
    let count = pValues.count
    switch self {
    case .none: return pValues
    case .bonferroni: return pValues.map { min(1, $0 * Double(count)) }
    case .holm:
      var (adjusted, highest) = (pValues, 0.0)
      let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
      for (rank, index) in order.enumerated() {
        highest = max(highest, min(1, pValues[index] * Double(count - rank)))
        adjusted[index] = highest
      }
      return adjusted
    }
  }
}
