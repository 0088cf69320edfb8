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

  let storage: any Storage
  let lock: any WriteLock
  var manifest: Manifest
  var segments: [Segment]
  private var buffer: SegmentBuffer
  var summary = Summary()
  var compaction = Compaction.due
  let merging: Merging
  let mergeRunner: BackgroundMerge.Runner
  /// What the last commit began to merge.
  var backgroundMerge: BackgroundMerge?
  /// Whether the manifest is the one on the disk; not where there is none, or a commit failed.
  private var isWritten: Bool

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
  ///   - merging: when segments are merged of which there are too many of a size.
  /// - Throws: ``IndexError`` when the index is locked, damaged, of an unknown chain, or can't be made.
  public init(
    path: String, chain: AnalysisChain = .biomedical, memoryBudget: Int = 256 << 20, threads: Int? = nil,
    order: Order = .bisected, merging: Merging = .withinCommit
  ) throws(IndexError) {
    let storage = try DiskStorage.creating(path: path)
    try self.init(
      storage: storage, chain: chain, memoryBudget: memoryBudget, threads: threads, order: order, merging: merging)
  }

  package init(
    storage: any Storage, chain: AnalysisChain, memoryBudget: Int, threads: Int? = nil, order: Order = .bisected,
    fewestOrdered: Int = PostingsFormat.documents, merging: Merging = .withinCommit,
    mergeRunner: @escaping BackgroundMerge.Runner = BackgroundMerge.onThread
  ) throws(IndexError) {
    let lock = try storage.lock()
    // The last commit may be one that a dead writer couldn't make durable: it must be, before what it replaced is removed.
    try storage.sync()
    let names = try storage.list()
    let exists = names.contains(Manifest.fileName)
    let manifest = exists ? try Manifest(storage.open(Manifest.fileName), chains: [chain]) : Manifest(chain: chain)
    let segments = try Self.open(manifest.segments, in: storage)
    let plan = MemoryPlan(
      budget: merging == .withinCommit ? memoryBudget : memoryBudget / 2, threads: max(threads ?? Self.cores, 1),
      order: order, fewestOrdered: fewestOrdered)
    self.lock = lock
    self.storage = storage
    self.manifest = manifest
    self.segments = segments
    buffer = SegmentBuffer(manifest.chain, plan)
    self.merging = merging
    self.mergeRunner = mergeRunner
    isWritten = exists
    removeStrays(among: names)
  }

  /// How memory is shared out.
  var plan: MemoryPlan { buffer.plan }

  /// The index's analysis.
  public var chain: AnalysisChain { manifest.chain }

  /// The cores that this process may use.
  private static var cores: Int { max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1) }

  /// Adds a document, in place of any other of its identifier.
  ///
  /// - Throws: ``IndexError/invalidDocument(id:reason:)`` when the identifier is empty or longer than 65,535 bytes, or
  ///   the document larger than 1 GiB, and other errors when a segment can't be written.
  public mutating func add(_ document: Document) throws(IndexError) {
    guard manifest.hasPositions else { throw .withoutPositions(path: storage.path) }
    try Self.check(document)
    if try remove(document.id.utf8.span) { summary.replaced += 1 }
    buffer.append(document)
    summary.added += 1
    if buffer.isFull() { try flush() }
  }

  /// Adds a whole collection that was analysed already, of which the index is to consist.
  ///
  /// It knows nothing of where words stand, so that phrases and words near each other can't be asked for and no other documents be
  /// added.
  ///
  /// - Parameters:
  ///   - documents: the documents, numbered by their places.
  ///   - next: gives the terms in ascending order of their bytes, and `nil` behind the last.
  /// - Throws: ``IndexError/notNew(path:)`` when the index has documents, ``IndexError/invalidDocument(id:reason:)`` and
  ///   ``IndexError/invalidTerm(term:reason:)``, others when a file can't be written, and what `next` throws; the index is then
  ///   as it was.
  /// - Complexity: O(occurrences); the postings of all terms are in memory.
  public mutating func add(
    inverted documents: [InvertedDocument], terms next: () throws -> InvertedTerm?
  ) throws {
    guard segments.isEmpty, buffer.documents == 0 else { throw IndexError.notNew(path: storage.path) }
    var inverted = try InvertedSegment(documents)
    var entry = newEntry
    try inverted.write(to: storage.create(entry.fileName), next)
    entry.documents = documents.count
    segments.append(try Segment(entry, in: storage))
    manifest.nextSegment += 1
    manifest.hasPositions = false
    summary.added += documents.count
  }

  /// Deletes the document of an identifier, if there is one.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public mutating func delete(id: String) throws(IndexError) {
    if try remove(id.utf8.span) { summary.deleted += 1 }
  }

  /// Makes all that was added durable and visible, at once or not at all.
  ///
  /// Where four segments have become about equally large, it merges them, or begins to (``Merging``), so that an index of n documents
  /// has O(log n) segments, and each document is rewritten O(log n) times. A commit that changes nothing writes nothing, but for what it
  /// begins to merge.
  ///
  /// - Returns: what was done since the commit before.
  /// - Throws: ``IndexError`` when a file can't be written; the commit before then still stands, or, when the system
  ///   replaced the manifest and can't tell whether that is durable, one of the two. It may be tried again.
  @discardableResult
  public mutating func commit() throws(IndexError) -> Summary {
    try flush()
    if changesNothing { discardDeleted() } else { try mergeAndPublish() }
    let summary = done()
    beginMerges()
    return summary
  }

  /// Makes the segments, merged, those of the index; where that fails, they are as before, and merged ones are given up.
  private mutating func mergeAndPublish() throws(IndexError) {
    let unmerged = segments
    do throws(IndexError) {
      try adoptMerges()
      try mergeSegments()
      try publish()
    } catch {
      segments = unmerged
      // Where the manifest is still that of the last commit.
      if isWritten { removeStrays() }
      throw error
    }
  }

  /// Replaces the manifest by one that names the segments as they are.
  private mutating func publish() throws(IndexError) {
    // A commit that failed may have replaced the manifest all the same: its number, and so its files, are not used again.
    manifest.commit += 1
    var next = manifest
    next.segments = try writeDeletions(commit: next.commit)
    try write(IndexFile.nextManifest.name, next.fileBytes)
    isWritten = false
    try storage.rename(IndexFile.nextManifest.name, to: Manifest.fileName)
    manifest = next
    isWritten = true
    discardDeleted()
    for (index, entry) in next.segments.enumerated() { segments[index].commit(as: entry) }
  }

  /// Whether the index is that of the last commit, and nothing was asked for but to keep it so.
  private var changesNothing: Bool {
    isWritten && backgroundMerge == nil
      && segments.allSatisfy { $0.documents - $0.deletions.count == $0.entry.liveDocuments }
      && compacted == nil
  }

  /// Forgets the segments of whose documents all are deleted.
  private mutating func discardDeleted() {
    segments.removeAll { $0.deletions.count == $0.documents }
  }

  /// What was done, of which the next commit knows nothing; files that no manifest names are removed.
  private mutating func done() -> Summary {
    removeStrays()
    summary.indexBytes = segments.reduce(0) { $0 + $1.file.region.count }
    defer { summary = Summary() }
    compaction = .due
    return summary
  }

  /// Makes sure that a document's identifier is one.
  static func check(id: String) throws(IndexError) {
    let size = id.utf8.count
    guard 1...65_535 ~= size else {
      throw .invalidDocument(id: id, reason: "expected an identifier of 1 to 65,535 bytes, found \(size)")
    }
  }

  static func check(_ document: Document) throws(IndexError) {
    try check(id: document.id)
    let values = [document.journal, document.language, document.source] + document.types
    let texts = [document.title, document.abstract] + document.keywords + values + document.values.map(\.text)
    let size = texts.reduce(document.stored.count) { $0 + $1.utf8.count + SegmentBuffer.textGap }
    guard size <= 1 << 30 else {
      throw .invalidDocument(id: document.id, reason: "expected at most 1 GiB of text and stored bytes, found \(size)")
    }
  }

  /// Removes the document of an identifier; returns whether there was one.
  mutating func remove(_ id: Span<UInt8>) throws(IndexError) -> Bool {
    if buffer.delete(id) { return true }
    guard let place = try Index.Place(of: id, in: segments, { $0.deletions }) else { return false }
    _ = segments[place.segment].deletions.insert(place.document)
    return true
  }

  /// The next segment, of no documents yet.
  private var newEntry: Manifest.Entry { Manifest.Entry(new: manifest.nextSegment) }

  /// Writes the buffer as a segment that no manifest names yet.
  private mutating func flush() throws(IndexError) {
    if buffer.hasLiveDocuments {
      var entry = newEntry
      entry.documents = try buffer.flush(to: storage.create(entry.fileName))
      segments.append(try Segment(entry, in: storage))
      manifest.nextSegment += 1
    }
    buffer.removeAll()
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

  /// Removes the files that a dead writer, an earlier commit or a failed one left; none that an index doesn't make itself.
  ///
  /// What can't be removed only takes space, and the next writer tries again.
  private func removeStrays() {
    if let names = try? storage.list() { removeStrays(among: names) }
  }

  private func removeStrays(among names: [String]) {
    let needed = Set(manifest.fileNames + segments.map(\.entry.fileName))
    for name in names where !needed.contains(name) && IndexFile(name: name) != nil {
      try? storage.remove(name)
    }
  }
}
