/// An index as one commit left it: an immutable snapshot, usable from many threads.
///
/// Later commits don't disturb it.
public struct Index: Sendable {
  /// Figures of the whole index, deleted documents left out.
  public struct Statistics: Sendable, Equatable {
    /// Documents.
    public var documents = 0
    /// Documents that were replaced and still take space.
    public var deleted = 0
    /// Term occurrences over all documents.
    public var tokens = 0
    /// Distinct terms, counted once in each segment.
    public var terms = 0
    /// Immutable segments.
    public var segments = 0
    /// Bytes on disk.
    public var bytes = 0
  }

  /// One answer.
  public struct Hit: Sendable, Equatable {
    /// The document's identifier.
    public var id: String
    /// The BM25 score.
    public var score: Float
    /// The bytes that the document was stored with.
    public var stored: [UInt8]
  }

  /// The chain that made the index, and analyses its queries.
  public let chain: AnalysisChain

  /// Opens the index in the folder `path` at its last commit.
  public init(path: String) throws(IndexError) { throw .missing(path: path) }

  /// Figures of the whole index.
  public var statistics: Statistics { Statistics() }

  /// The best `limit` documents by BM25, ties by identifier in ascending order of its bytes.
  public func search(_ query: Query, limit: Int) throws(IndexError) -> [Hit] { [] }

  /// How many documents the query matches.
  public func count(_ query: Query) throws(IndexError) -> Int { 0 }

  /// The bytes that the document `id` was stored with, or `nil` when there is no such document.
  public func stored(id: String) throws(IndexError) -> [UInt8]? { nil }

  /// Reads everything and checks it: checksums, order, references between structures.
  ///
  /// - Throws: the first fault found.
  public func check() throws(IndexError) {}
}
