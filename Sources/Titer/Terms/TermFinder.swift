/// What terms of a dictionary are asked for.
package enum TermRequest: Sendable, Equatable {
  /// Those that begin with some bytes.
  case prefix([UInt8])
  /// Those that match a word with the wildcards `*` (any characters or none), `?` (one or none) and `#` (one).
  case wildcards(String)
  /// Those that match a regular expression from end to end.
  case regex(String)
  /// Those within some typing errors, at most 2, of a word, which share its first `exactPrefix` characters.
  case fuzzy(String, distance: Int, exactPrefix: Int)
}

/// Finds the terms that a request asks for, in one dictionary after the other.
///
///     var finder = try TermFinder(.wildcards("*mab"))
///     for segment in segments { … try finder.matches(in: TermDictionary(segment.file), limit: 1000) … }
///
/// It keeps what it has learnt about the request for the next dictionary.
package struct TermFinder: Sendable {
  private enum Machine: Sendable {
    case prefix(PrefixAutomaton)
    case pattern(PatternAutomaton)
    case fuzzy(FuzzyAutomaton)
  }

  private var machine: Machine

  /// A finder for a request.
  ///
  /// - Throws: ``QueryError`` with the place in a regular expression or word with wildcards that is at fault.
  package init(_ request: TermRequest) throws(QueryError) {
    machine =
      switch request {
      case .prefix(let bytes): .prefix(PrefixAutomaton(bytes))
      case .wildcards(let word): .pattern(try PatternAutomaton(wildcards: word))
      case .regex(let expression): .pattern(try PatternAutomaton(regex: expression))
      case .fuzzy(let word, let distance, let exactPrefix):
        .fuzzy(FuzzyAutomaton(word, distance: distance, exactPrefix: exactPrefix))
      }
  }

  /// The terms of `dictionary` that are asked for, in order, at most `limit` of them; only words if
  /// `wordsAlone`.
  ///
  /// - Throws: ``FormatError`` when the bytes on the way are damaged.
  package mutating func matches(
    in dictionary: borrowing TermDictionary, limit: Int = .max, wordsAlone: Bool = false
  ) throws(FormatError) -> TermMatches {
    // Each call has its own machine code, where a step is a few instructions and not a call through a table.
    switch machine {
    case .prefix(var prefix):
      return try dictionary.matches(of: &prefix, limit: limit, wordsAlone: wordsAlone)
    case .fuzzy(var fuzzy):
      return try dictionary.matches(of: &fuzzy, limit: limit, wordsAlone: wordsAlone)
    case .pattern(var pattern):
      // The finder lets go of the machine for the while, so that it can learn in place.
      machine = .prefix(PrefixAutomaton([]))
      defer { machine = .pattern(pattern) }
      return try dictionary.matches(of: &pattern, limit: limit, wordsAlone: wordsAlone)
    }
  }

  /// Whether a term is asked for.
  mutating func asks(for term: Span<UInt8>) -> Bool {
    switch machine {
    case .prefix(var prefix): return prefix.read(term) != nil
    case .fuzzy(var fuzzy): return fuzzy.read(term) != nil
    case .pattern(var pattern):
      machine = .prefix(PrefixAutomaton([]))
      defer { machine = .pattern(pattern) }
      return pattern.read(term) != nil
    }
  }
}
