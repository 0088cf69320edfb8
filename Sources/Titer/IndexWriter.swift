/// Adds documents to an index on disk.
///
/// One writer at a time holds an index. What it adds is searchable after ``commit()``; what was not committed is gone
/// with the writer, and the last commit stays as it was.
public struct IndexWriter: ~Copyable {
  /// What one commit did.
  public struct Summary: Sendable, Equatable {
    /// The documents added, those replaced later in the same commit included.
    public var added = 0
    /// The documents that another one of the same identifier replaced.
    public var replaced = 0
    /// The bytes of the index on disk after the commit.
    public var indexBytes = 0
  }

  /// Opens the index in the folder `path`, or makes it there, and locks it against other writers.
  ///
  /// - Parameters:
  ///   - path: the folder; its parent must exist.
  ///   - chain: the analysis of a new index; an index that exists keeps its own.
  ///   - memoryBudget: bytes that may be buffered before a segment is written.
  /// - Throws: ``IndexError`` when the index is locked, damaged, or can't be made.
  public init(path: String, chain: AnalysisChain = .english, memoryBudget: Int = 256 << 20)
    throws(IndexError)
  {
    throw .missing(path: path)
  }

  /// Adds a document, in place of any other of its identifier.
  public mutating func add(_ document: Document) throws(IndexError) {}

  /// Makes all that was added durable and visible, at once or not at all.
  public mutating func commit() throws(IndexError) -> Summary { Summary() }
}
