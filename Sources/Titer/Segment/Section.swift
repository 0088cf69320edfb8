/// The parts of a segment's file.
package enum Section: UInt32, CaseIterable, Sendable {
  /// 4 bytes a document, the number of its terms.
  case lengths = 1
  /// The identifiers by document.
  case identifiers = 2
  /// The documents in order of their identifiers.
  case identifierOrder = 3
  /// The terms in order.
  case terms = 4
  /// Where the blocks of terms begin.
  case termBlocks = 5
  /// The documents of each term.
  case postings = 6
  /// The positions of each term.
  case positions = 7
  /// What documents were stored with, compressed.
  case stored = 8
  /// Where its pages begin.
  case storedPages = 9
  /// The dictionary of its frames, compressed.
  case storedDictionary = 10
  /// 2 bytes a document, its year.
  case years = 11
  /// The journals, and each document's.
  case journals = 12
  /// The languages, and each document's.
  case languages = 13
  /// The sources, and each document's.
  case sources = 14
  /// The types.
  case types = 15
  /// The sets of types that documents have, and each document's.
  case typeSets = 16
  /// The ranks of the documents' identifiers.
  case identifierRanks = 17
}
