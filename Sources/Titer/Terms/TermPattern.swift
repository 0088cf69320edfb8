/// A pattern that whole terms match: what wildcards and regular expressions are read into.
indirect enum TermPattern: Equatable {
  /// No characters.
  case nothing
  /// One character of a set.
  case character(CharacterSet)
  /// One pattern after the other.
  case sequence([TermPattern])
  /// One of the patterns.
  case choice([TermPattern])
  /// A pattern several times in a row: at least `least` and, where given, at most `most`.
  case repetition(TermPattern, least: Int, most: Int?)

  /// The largest ``size`` of a pattern that may be compiled.
  static let largestSize = 4000

  /// The steps that compiling the pattern takes, which no state machine of it outnumbers twofold.
  ///
  /// - Complexity: O(length of the pattern). No overflow as long as what is repeated keeps to ``largestSize``, and its
  ///   repetitions to a few thousand.
  var size: Int {
    switch self {
    case .nothing, .character: 1
    case .sequence(let parts), .choice(let parts): parts.reduce(1) { $0 + $1.size }
    case .repetition(let pattern, let least, let most): 1 + (pattern.size + 1) * max(1, most ?? least + 1)
    }
  }
}
