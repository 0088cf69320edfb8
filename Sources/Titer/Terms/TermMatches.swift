/// A term that was asked for.
package struct TermMatch: Sendable, Equatable {
  /// Its bytes.
  package var term: [UInt8]
  /// Where its lists are.
  package var entry: TermEntry
  /// How far it is from what was asked for, in typing errors; 0 where nothing but an exact match is.
  package var distance: Int

  /// A match.
  package init(term: [UInt8], entry: TermEntry, distance: Int) {
    self.term = term
    self.entry = entry
    self.distance = distance
  }
}

/// The terms that were asked for, in order, and whether these are all.
package struct TermMatches: Sendable, Equatable {
  /// The terms in ascending order of their bytes.
  package var terms: [TermMatch] = []
  /// Whether there are more terms, which a limit cut off.
  package var isCut = false

  /// No terms.
  package init() {}
}
