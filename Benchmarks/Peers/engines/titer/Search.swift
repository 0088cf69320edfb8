import Titer

/// What a query job asks for.
enum Mode: String {
  /// The best documents with any of the words.
  case union
  /// The best documents with all of the words.
  case intersection
  /// The best documents with the words next to each other.
  case phrase
  /// How many documents have any of the words.
  case count
}

/// All that the benchmark wants of Titer, so that only this file changes with its interface.
///
/// Documents are one text under an identifier, with nothing stored, in one segment. Titer's English chain leaves the
/// terms of a token corpus as they are, so that it serves for both kinds of text.
enum Search {
  /// The release that is measured.
  static let version = "development"

  /// Writes the index of all documents into the new folder `path`.
  static func build(_ documents: [(id: String, body: String)], path: String) throws {
    var writer = try IndexWriter(path: path, chain: .english, memoryBudget: 8 << 30)
    for document in documents {
      try writer.add(Document(id: document.id, abstract: document.body))
    }
    try writer.commit()
  }

  /// The query of a line of words; `nil` where Titer can't ask it.
  static func query(_ text: String, mode: Mode) -> Query? {
    switch mode {
    case .union, .count: Query([.words(text)])
    case .phrase: Query([.phrase(text)])
    case .intersection: Query([.all([.words(text)])])
    }
  }

  /// The best `limit` documents, or for ``Mode/count`` the number of all.
  static func hits(_ query: Query, in index: Index, mode: Mode, limit: Int) throws -> Int {
    mode == .count ? try index.count(query) : try index.matches(query, limit: limit).count
  }

  /// The identifiers and scores of the best `limit` documents.
  static func ranking(_ query: Query, in index: Index, limit: Int) throws -> [(id: String, score: Float)] {
    try index.ranking(query, limit: limit)
  }

  /// How many segments there are.
  static func segments(of index: Index) -> Int { index.statistics.segments }
}
