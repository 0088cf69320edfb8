import Glibc

/// Adds documents to an index on disk.
///
/// One writer at a time holds an index. What it adds is searchable after ``commit()``; what was not committed is gone
/// with the writer, and the last commit stays as it was.
///
///     var writer = try IndexWriter(path: "car.idx")
///     try writer.add(Document(id: "1", title: "CAR T cells in lupus"))
///     try writer.commit()
public struct IndexWriter: ~Copyable {
  /// What a commit did.
  public struct Summary: Sendable, Equatable {
    /// The documents added, those replaced later in the same commit included.
    public var added = 0
    /// The documents that a later one of the same identifier replaced.
    public var replaced = 0
    /// The documents deleted and not replaced.
    public var deleted = 0
    /// The bytes of the index's segments on disk after the commit.
    public var indexBytes = 0
  }

  /// In which order a segment has its documents.
  public enum Order: Sendable, Hashable {
    /// As they were added.
    case added
    /// Those next to each other that share terms, which makes an index smaller and searching faster, and indexing a little slower;
    /// as they were added where a segment has few documents, and one after the other's where segments are merged that are too large
    /// for the memory budget.
    case bisected
  }

  private let storage: any Storage
  private let lock: FileLock
  private var manifest: Manifest
  private var segments: [Segment]
  private var buffer: SegmentBuffer
  private var summary = Summary()
  private var mergesAll = false

  /// Opens the index in the folder `path`, or makes it there, and locks it against other writers.
  ///
  /// What is written doesn't depend on the number of threads.
  ///
  /// - Parameters:
  ///   - path: the folder; its parent must exist.
  ///   - chain: the analysis of a new index; one that exists keeps its own, which must be this one or one that Titer has.
  ///   - memoryBudget: bytes that the writer may hold, a segment that is being written included, apart from one document; not
  ///     less than 32 MiB are of use.
  ///   - threads: threads that work at a time, at least 1; `nil` for as many as the machine has cores.
  ///   - order: the order of documents in new segments.
  /// - Throws: ``IndexError`` when the index is locked, damaged, of an unknown chain, or can't be made.
  public init(
    path: String, chain: AnalysisChain = .biomedical, memoryBudget: Int = 256 << 20, threads: Int? = nil,
    order: Order = .bisected
  ) throws(IndexError) {
    let storage = try DiskStorage.creating(path: path)
    try self.init(storage: storage, chain: chain, memoryBudget: memoryBudget, threads: threads, order: order)
  }

  package init(
    storage: any Storage, chain: AnalysisChain, memoryBudget: Int, threads: Int? = nil, order: Order = .bisected,
    fewestOrdered: Int = PostingsFormat.documents
  ) throws(IndexError) {
    let lock = try storage.lock()
    let names = try storage.list()
    let exists = names.contains(Manifest.fileName)
    let manifest = exists ? try Manifest(storage.open(Manifest.fileName), chains: [chain]) : Manifest(chain: chain)
    let segments = try Self.open(manifest.segments, in: storage)
    let plan = MemoryPlan(
      budget: memoryBudget, threads: max(threads ?? Self.cores, 1), order: order, fewestOrdered: fewestOrdered)
    self.lock = lock
    self.storage = storage
    self.manifest = manifest
    self.segments = segments
    buffer = SegmentBuffer(manifest.chain, plan)
    removeStrays(names)
  }

  /// The index's analysis.
  public var chain: AnalysisChain { manifest.chain }

  /// The cores that this process may use.
  private static var cores: Int { max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1) }

  /// Adds a document, in place of any other of its identifier.
  ///
  /// - Throws: ``IndexError/invalidDocument(id:reason:)`` when the identifier is empty or longer than 65,535 bytes, or
  ///   the document larger than 1 GiB, and other errors when a segment can't be written.
  public mutating func add(_ document: Document) throws(IndexError) {
    try Self.check(document)
    if try remove(document.id.utf8.span) { summary.replaced += 1 }
    buffer.append(document)
    summary.added += 1
    if buffer.isFull() { try flush() }
  }

  /// Deletes the document of an identifier, if there is one.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public mutating func delete(id: String) throws(IndexError) {
    if try remove(id.utf8.span) { summary.deleted += 1 }
  }

  /// Merges all segments into one at the next commit, which leaves out what was deleted.
  ///
  /// It needs as much space again as the index takes till the commit is done.
  public mutating func merge() { mergesAll = true }

  /// Makes all that was added durable and visible, at once or not at all.
  ///
  /// Where four segments have become about equally large, it merges them, so that an index of n documents has O(log n) segments,
  /// and each document is rewritten O(log n) times.
  ///
  /// - Returns: what was done since the commit before.
  /// - Throws: ``IndexError`` when a file can't be written; the commit before then still stands, or, when the system
  ///   replaced the manifest and can't tell whether that is durable, one of the two. It may be tried again.
  @discardableResult
  public mutating func commit() throws(IndexError) -> Summary {
    try flush()
    try mergeSegments()
    // A commit that failed may have replaced the manifest all the same: its number, and so its files, are not used again.
    manifest.commit += 1
    var next = manifest
    next.segments = try writeDeletions(commit: next.commit)
    try write(Manifest.nextFileName, next.fileBytes)
    try storage.rename(Manifest.nextFileName, to: Manifest.fileName)
    manifest = next
    segments.removeAll { $0.deletions.count == $0.documents }
    for (index, entry) in next.segments.enumerated() { segments[index].entry = entry }
    if let names = try? storage.list() { removeStrays(names) }
    summary.indexBytes = segments.reduce(0) { $0 + $1.file.region.count }
    defer { summary = Summary() }
    return summary
  }

  private static func check(_ document: Document) throws(IndexError) {
    let idSize = document.id.utf8.count
    guard 1...65_535 ~= idSize else {
      throw .invalidDocument(id: document.id, reason: "expected an identifier of 1 to 65,535 bytes, found \(idSize)")
    }
    let values = [document.journal, document.language, document.source] + document.types
    let texts = [document.title, document.abstract] + document.keywords + values + document.values.map(\.text)
    let size = texts.reduce(document.stored.count) { $0 + $1.utf8.count + SegmentBuffer.textGap }
    guard size <= 1 << 30 else {
      throw .invalidDocument(id: document.id, reason: "expected at most 1 GiB of text and stored bytes, found \(size)")
    }
  }

  private mutating func remove(_ id: Span<UInt8>) throws(IndexError) -> Bool {
    if buffer.delete(id) { return true }
    for index in segments.indices {
      let file = segments[index].file
      let document: Int?
      do throws(FormatError) {
        document = try Identifiers(file).document(of: id)
      } catch {
        throw error.inFile(file.region.path)
      }
      if let document, segments[index].deletions.insert(document) { return true }
    }
    return false
  }

  /// Writes the buffer as a segment that no manifest names yet.
  private mutating func flush() throws(IndexError) {
    if buffer.hasLiveDocuments {
      var entry = Manifest.Entry(
        number: manifest.nextSegment, documents: 0, liveDocuments: 0, liveTokens: 0, deletionsCommit: 0)
      entry.documents = try buffer.flush(to: storage.create(entry.fileName))
      segments.append(try Segment(entry, in: storage))
      manifest.nextSegment += 1
    }
    buffer.removeAll()
  }

  /// Merges what is due, into segments that no manifest names yet.
  private mutating func mergeSegments() throws(IndexError) {
    if mergesAll, let all = MergePolicy.everything(segments) { try merge(all) }
    while let due = MergePolicy.due(segments) { try merge(due) }
    mergesAll = false
  }

  /// Merges segments, given by ascending indices, into one in the place of the first.
  private mutating func merge(_ indices: [Int]) throws(IndexError) {
    var entry = Manifest.Entry(
      number: manifest.nextSegment, documents: 0, liveDocuments: 0, liveTokens: 0, deletionsCommit: 0)
    let merge = try SegmentMerge(indices.map { segments[$0] }, buffer.plan)
    entry.documents = merge.documents
    try merge.write(to: storage.create(entry.fileName))
    let merged = try Segment(entry, in: storage)
    for index in indices.reversed() { segments.remove(at: index) }
    segments.insert(merged, at: indices[0])
    manifest.nextSegment += 1
  }

  /// Writes the deletions that this commit changed, and returns the entries of its manifest.
  private func writeDeletions(commit: Int) throws(IndexError) -> [Manifest.Entry] {
    var entries: [Manifest.Entry] = []
    for segment in segments where segment.deletions.count < segment.documents {
      var entry = segment.entry
      let live = segment.documents - segment.deletions.count
      if live != entry.liveDocuments {
        if segment.deletions.count > 0 { entry.deletionsCommit = commit }
        entry.liveDocuments = live
        entry.liveTokens = segment.liveTokens
        if let name = entry.deletionsFileName { try write(name, segment.deletions.fileBytes) }
      }
      entries.append(entry)
    }
    return entries
  }

  private static func open(_ entries: [Manifest.Entry], in storage: any Storage) throws(IndexError) -> [Segment] {
    var opened: [Segment] = []
    for entry in entries { opened.append(try Segment(entry, in: storage)) }
    return opened
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws(IndexError) {
    let file = try storage.create(name)
    try file.write(bytes.span)
    try file.finish()
  }

  /// Removes the files that a dead writer or an earlier commit left; none that an index doesn't make itself.
  ///
  /// What can't be removed only takes space, and the next writer tries again.
  private func removeStrays(_ names: [String]) {
    let needed = Set(manifest.fileNames)
    for name in names where !needed.contains(name) && Manifest.isIndexFile(name) {
      try? storage.remove(name)
    }
  }
}
