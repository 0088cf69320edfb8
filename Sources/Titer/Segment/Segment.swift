/// One immutable part of an index, and which of its documents are deleted.
struct Segment: Sendable {
  /// What the manifest says of it.
  private(set) var entry: Manifest.Entry
  /// Its mapped file.
  let file: SegmentFile
  /// The number of its terms.
  let terms: Int
  /// Its deleted documents.
  var deletions: Deletions
  /// Those that were deleted as the last commit left it.
  private(set) var committedDeletions: Deletions
  /// The blocks that had deleted documents when the segment was opened, and which those were.
  private(set) var deletedBlocks: [(block: Int, deleted: UInt64)]
  /// The lengths of its documents.
  let lengths: Lengths
  /// The average length that the bounds of its postings were computed with.
  let referenceLength: Double

  /// Opens the segment that a manifest names.
  ///
  /// - Throws: ``IndexError`` when a file is missing or damaged.
  init(_ entry: Manifest.Entry, in storage: any Storage) throws(IndexError) {
    try self.init(entry, SegmentFile(storage.open(entry.fileName)), in: storage)
  }

  /// The segment of a file that is open.
  ///
  /// - Throws: ``IndexError`` when its deletions are missing or a file is damaged.
  init(_ entry: Manifest.Entry, _ file: SegmentFile, in storage: any Storage) throws(IndexError) {
    self.entry = entry
    self.file = file
    guard file.documents == entry.documents else {
      throw .corrupt(
        path: file.region.path, expected: "\(entry.documents) documents", found: "\(file.documents)")
    }
    do throws(FormatError) {
      terms = try TermDictionary(file).count
      lengths = try Lengths(file)
      referenceLength = try Self.referenceLength(file)
    } catch {
      throw error.inFile(file.region.path)
    }
    guard let name = entry.deletionsFileName else {
      deletions = Deletions(documents: entry.documents)
      committedDeletions = deletions
      deletedBlocks = []
      return
    }
    deletions = try Deletions(storage.open(name), documents: entry.documents)
    committedDeletions = deletions
    deletedBlocks = deletions.byBlock
  }

  /// Whether a manifest names it: such a segment has live documents.
  var isCommitted: Bool { entry.liveDocuments > 0 }

  /// The segment as the last commit left it, `nil` where none has it.
  var committed: Segment? {
    guard isCommitted else { return nil }
    var segment = self
    segment.deletions = committedDeletions
    segment.deletedBlocks = committedDeletions.byBlock
    return segment
  }

  /// Takes what is deleted for committed, as a manifest's `entry` says.
  mutating func commit(as entry: Manifest.Entry) {
    self.entry = entry
    committedDeletions = deletions
  }

  /// The document of an identifier, the last where it was replaced, deleted or not; `nil` when there is none.
  ///
  /// - Complexity: O(log n) comparisons.
  func document(of id: Span<UInt8>) throws(IndexError) -> Int? {
    try reading { () throws(FormatError) in try Identifiers(file).document(of: id) }
  }

  /// Documents, deleted ones included.
  var documents: Int { entry.documents }

  private static func referenceLength(_ file: SegmentFile) throws(FormatError) -> Double {
    let postings = file.bytes(.postings)
    guard postings.count >= PostingsFormat.preambleSize else {
      throw FormatError(expected: "an average length", found: "\(postings.count) bytes")
    }
    let length = Double(bitPattern: postings.fixed64(at: 0))
    guard length.isFinite, length >= 0 else {
      throw FormatError(expected: "an average length of at least 0", found: "\(length)")
    }
    return length
  }

  /// The sum of the lengths of the documents that are not deleted.
  var liveTokens: Int {
    (0..<documents).reduce(0) { deletions.contains($1) ? $0 : $0 + Int(lengths[$1]) }
  }

  /// Runs `body`, and reports damage as this segment's.
  func reading<T>(_ body: () throws(FormatError) -> T) throws(IndexError) -> T {
    do throws(FormatError) { return try body() } catch { throw error.inFile(file.region.path) }
  }
}
