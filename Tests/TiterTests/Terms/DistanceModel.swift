/// The textbook's table of distances.
enum DistanceModel {
  /// The restricted Damerau–Levenshtein distance of two words; `nil` above `most`.
  ///
  /// The first `exactPrefix` characters of `word` must be those of `term`, and errors lie behind them.
  static func distance(_ word: String, _ term: String, atMost most: Int, exactPrefix: Int) -> Int? {
    let (word, term) = (Array(word.unicodeScalars), Array(term.unicodeScalars))
    let prefix = min(exactPrefix, word.count)
    guard term.starts(with: word[..<prefix]) else { return nil }
    let distance = distance(Array(word[prefix...]), Array(term[prefix...]))
    return distance <= most ? distance : nil
  }

  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var table = (0...one.count).map { row in (0...other.count).map { row == 0 ? $0 : row } }
    for row in 0..<one.count {
      for column in 0..<other.count {
        let replaced = table[row][column] + (one[row] == other[column] ? 0 : 1)
        var best = min(replaced, table[row][column + 1] + 1, table[row + 1][column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          best = min(best, table[row - 1][column - 1] + 1)
        }
        table[row + 1][column + 1] = best
      }
    }
    return table[one.count][other.count]
  }
}
