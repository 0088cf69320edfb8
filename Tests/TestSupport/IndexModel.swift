public import Titer

/// What an index must hold, by the plainest means: its documents by identifier.
public struct IndexModel: Equatable, Sendable {
  /// The documents.
  public private(set) var documents: [String: Document] = [:]

  /// A model of an empty index.
  public init() {}

  /// Adds a document, in place of any other of its identifier.
  public mutating func add(_ document: Document) { documents[document.id] = document }

  /// Deletes a document, if it is there.
  public mutating func delete(id: String) { documents[id] = nil }

  /// The identifiers of documents with a word in their title, in order; words are parted by single spaces.
  public func ids(holding word: String) -> [String] {
    documents.values.filter { $0.title.split(separator: " ").contains { $0 == word } }.map(\.id).sorted()
  }

  /// The first difference from an index, or `nil`.
  ///
  /// - Parameters:
  ///   - index: an index of the chain `plain`.
  ///   - words: the words that titles are made of.
  /// - Returns: what differs, in words.
  /// - Throws: ``IndexError`` when the index is damaged.
  public func difference(from index: Index, words: [String]) throws -> String? {
    try index.check()
    guard index.statistics.documents == documents.count else {
      return "\(index.statistics.documents) documents, expected \(documents.count)"
    }
    for (id, document) in documents where try index.stored(id: id) != document.stored {
      return "other stored bytes of “\(id)”"
    }
    for word in words {
      let found = try index.ranking(Query([.phrase(word)]), limit: documents.count + 1).map(\.id).sorted()
      let count = try index.count(Query([.phrase(word)]))
      if found != ids(holding: word) || count != found.count {
        return "“\(word)” in \(found), counted \(count), expected \(ids(holding: word))"
      }
    }
    return nil
  }
}
