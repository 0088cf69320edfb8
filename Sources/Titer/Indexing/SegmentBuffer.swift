/// The documents that are to become the next segment, as one list of term occurrences in order.
///
/// Keeping the occurrences as they come, 8 bytes each, and sorting them by term when the segment is written costs one
/// counting sort, and needs no growing list for every term.
struct SegmentBuffer {
  /// The positions left free between two texts: more than a phrase has stop words in a row, so that none crosses.
  static let textGap = 16

  private(set) var terms = TermTable()
  /// The term of each occurrence, document after document.
  private(set) var occurrenceTerms: [UInt32] = []
  /// Its position in the document.
  private(set) var occurrencePositions: [UInt32] = []
  /// The number of terms in each document.
  private(set) var lengths: [UInt32] = []
  private(set) var identifiers = IdentifiersWriter()
  private(set) var deletions: Set<Int> = []
  var stored = StoredDocumentsWriter()
  private(set) var columns = ColumnsWriter()
  // By bytes: two strings that are only canonically equal are different identifiers, here as on disk.
  private var documentOf: [[UInt8]: Int] = [:]
  private var tokens = TokenBuffer()
  private var identifierMemory = 0

  /// Documents, those that were replaced since included.
  var documents: Int { lengths.count }

  /// About the bytes of memory held.
  var memory: Int {
    8 * occurrenceTerms.count + terms.memory + stored.memory + columns.memory + identifierMemory + 100 * documents
  }

  /// Deletes the document of an identifier; returns whether it was there.
  mutating func delete(_ id: [UInt8]) -> Bool {
    guard let document = documentOf.removeValue(forKey: id) else { return false }
    deletions.insert(document)
    return true
  }

  /// Appends a document, analysed; any other of its identifier must have been deleted.
  mutating func append(_ document: Document, analyzer: inout any Analyzer) {
    let start = occurrenceTerms.count
    var position = 0
    for text in [document.title, document.abstract] + document.keywords {
      append(text, from: &position, analyzer: &analyzer)
    }
    let id = Array(document.id.utf8)
    documentOf[id] = documents
    lengths.append(UInt32(occurrenceTerms.count - start))
    identifiers.append(id)
    identifierMemory += 2 * id.count
    stored.append(document.stored)
    columns.append(ColumnValues(document))
  }

  /// Appends the occurrences of one text, and leaves a gap behind it.
  private mutating func append(_ text: String, from position: inout Int, analyzer: inout any Analyzer) {
    tokens.removeAll()
    analyzer.analyze(text.utf8.span, into: &tokens)
    for token in tokens.tokens {
      occurrenceTerms.append(UInt32(terms.number(of: tokens.bytes[token.term])))
      occurrencePositions.append(UInt32(position + token.position))
    }
    position += tokens.positionCount + Self.textGap
  }
}
