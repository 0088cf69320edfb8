/// The documents that are to become the next segment.
///
/// Their identifiers are known at once; their texts are analysed in batches, on other threads, into lists of occurrences of
/// about 4 bytes each. Sorting these by term when the segment is written costs one counting sort, and needs no growing list for
/// every term.
struct SegmentBuffer {
  /// The positions left free between two texts: more than a phrase has stop words in a row, so that none crosses.
  static let textGap = 16

  let plan: MemoryPlan
  private let pool: AnalysisPool
  /// The terms of the documents.
  private(set) var terms = SharedTerms()
  /// The documents' identifiers.
  private(set) var identifiers = IdentifierTable()
  /// By document, whether it was deleted or replaced.
  private(set) var isDeleted: [Bool] = []
  /// What the documents are stored with.
  var stored = StoredDocumentsWriter()
  /// What filters and facets ask for.
  private(set) var columns = ColumnsWriter()
  // Documents that were not handed to the pool yet, and the bytes of their texts.
  private var batch: [Document] = []
  private var batchText = 0
  // Bytes of documents since memory was looked at.
  private var unmeasured = 0

  /// A buffer of no documents, analysed with `chain`.
  init(_ chain: AnalysisChain, _ plan: MemoryPlan) {
    self.plan = plan
    pool = AnalysisPool(chain, threads: plan.threads, cacheLimit: plan.cacheLimit)
  }

  /// Documents, those that were replaced since included.
  var documents: Int { isDeleted.count }

  /// Deletes the document of an identifier; returns whether it was there.
  mutating func delete(_ id: Span<UInt8>) -> Bool {
    guard let document = identifiers.document(of: id), !isDeleted[document] else { return false }
    isDeleted[document] = true
    return true
  }

  /// Appends a document; any other of its identifier must have been deleted.
  mutating func append(_ document: Document) {
    identifiers.append(document.id.utf8.span)
    isDeleted.append(false)
    stored.append(document.stored)
    columns.append(ColumnValues(document))
    var texts = document
    texts.stored = []
    batch.append(texts)
    var text = texts.keywords.reduce(texts.title.utf8.count + texts.abstract.utf8.count) { $0 + $1.utf8.count }
    text = texts.values.reduce(text) { $0 + $1.text.utf8.count }
    batchText += text
    unmeasured += text + document.id.utf8.count + document.stored.count + 64
    if batchText >= plan.batch { submit() }
  }

  private mutating func submit() {
    if !batch.isEmpty { pool.submit(exchange(&batch, with: []), terms) }
    batchText = 0
  }

  /// The documents as they are analysed, in the order that they came; waits for all.
  mutating func finish() -> [AnalysedBatch] {
    submit()
    return pool.finish()
  }

  /// Whether the buffer takes as much memory as it may.
  ///
  /// It is measured after fixed amounts of documents, when all of them are analysed, so that the answer doesn't depend on
  /// how far which thread is.
  ///
  /// - Complexity: O(1); once in an interval it waits for the documents to be analysed.
  mutating func isFull() -> Bool {
    guard unmeasured >= plan.interval else { return false }
    unmeasured = 0
    let occurrences = finish().reduce(0) { $0 + $1.occurrences }
    return memory(occurrences: occurrences) >= plan.gathered || identifiers.bytes.count > 1 << 30
      || terms.memory > 1 << 30
  }

  /// The bytes that the documents take till their segment is written.
  private func memory(occurrences: Int) -> Int {
    let perTerm = 64
    let perDocument = 120
    return plan.occurrenceBytes * occurrences + terms.memory + perTerm * terms.count + identifiers.memoryBound
      + identifiers.bytes.count + perDocument * documents + 2 * stored.memory + columns.memory
  }

  /// Forgets all documents.
  mutating func removeAll() {
    batch = []
    batchText = 0
    pool.removeAll()
    terms = SharedTerms()
    identifiers = IdentifierTable()
    isDeleted = []
    stored = StoredDocumentsWriter()
    columns = ColumnsWriter()
    unmeasured = 0
  }
}
