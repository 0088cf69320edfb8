public import Titer

/// Writes an index as a CIFF file (Common Index File Format; Lin et al., SIGIR 2020), which PISA, Anserini, Terrier, JASS and others
/// read.
///
/// A document's number is its place in the index, without deleted ones; its frequencies are those of all texts together, its length
/// the one that BM25 counts. Terms are as the index has them, in ascending order of their bytes, those included that a chain makes
/// of names, which end in a control character. The same index gives the same bytes.
public struct CIFFExport {
  private let index: InvertedIndex

  /// An export of an index.
  public init(_ index: Index) {
    self.index = InvertedIndex(index)
  }

  /// Hands the file's bytes to `body`, piece by piece.
  ///
  /// - Throws: ``IndexError`` when the index is damaged, ``CIFFError`` when it has what CIFF can't say, and what `body` throws.
  /// - Complexity: O(occurrences); one term's are in memory at a time.
  public func write(_ body: ([UInt8]) throws -> Void) throws {
    var writer = MessageWriter()
    try writer.append(try header(), body)
    try index.forEachTerm { try writer.append(try Self.list($0), body) }
    var number = 0
    try index.forEachDocument { document in
      try writer.append(try Self.record(document, number), body)
      number += 1
    }
    try writer.flush(body)
  }

  private func header() throws -> CIFFHeader {
    var header = CIFFHeader()
    header.version = 1
    header.postingsLists = try Self.checked(try index.countTerms(), "the header")
    header.totalPostingsLists = header.postingsLists
    header.documents = try Self.checked(index.documents, "the header")
    header.totalDocuments = header.documents
    header.tokens = index.tokens
    header.averageLength = Double(index.tokens) / Double(max(index.documents, 1))
    header.description = CIFFDescription.of(index.chain)
    return header
  }

  private static func list(_ term: InvertedTerm) throws -> CIFFPostingsList {
    guard let text = String(validating: term.bytes, as: UTF8.self) else {
      throw error("term “\(String(decoding: term.bytes, as: UTF8.self))”", "UTF-8", "other bytes")
    }
    var list = CIFFPostingsList()
    list.term = text
    list.documentFrequency = term.documents.count
    list.occurrences = term.frequencies.reduce(0) { $0 + Int($1) }
    list.documents = term.documents.map { Int($0) }
    list.frequencies = term.frequencies.map { Int($0) }
    return list
  }

  private static func record(_ document: InvertedDocument, _ number: Int) throws -> CIFFDocument {
    var record = CIFFDocument()
    record.number = number
    record.id = document.id
    record.length = try checked(Int(document.length), "document “\(document.id)”")
    return record
  }

  /// A number that CIFF can say.
  private static func checked(_ number: Int, _ place: String) throws(CIFFError) -> Int {
    guard Int32(exactly: number) != nil else { throw error(place, "a number of 31 bits", "\(number)") }
    return number
  }

  private static func error(_ place: String, _ expected: String, _ found: String) -> CIFFError {
    CIFFError(file: "the export", place: place, expected: expected, found: found)
  }
}
