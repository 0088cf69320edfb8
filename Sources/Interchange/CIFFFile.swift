public import Titer

/// A CIFF file, as other engines write it or ``CIFFExport`` does: an index of it ranks by BM25 as any engine does that has the
/// same parameters.
///
/// CIFF says how often a document holds a term, and not where, so that phrases can't be asked for.
///
///     let file = try CIFFFile(path: "robust04.ciff")
///     var writer = try IndexWriter(path: "robust04.idx", chain: file.chain ?? .english)
///     try file.add(to: &writer)
///     try writer.commit()
public struct CIFFFile: Sendable {
  private let region: FileRegion
  private let header: CIFFHeader
  /// Where each postings list begins, in ascending order of their terms.
  private let lists: [Int]
  private let documents: [InvertedDocument]

  /// Opens the file at `path`, and reads its documents.
  ///
  /// - Throws: ``IndexError`` when it can't be opened, ``CIFFError`` when it isn't as it must be.
  /// - Complexity: O(size of the file), which is mapped; in memory are the documents and 8 bytes a term.
  public init(path: String) throws {
    let region = try FileRegion(path: path)
    var reader = MessageReader(region.bytes, file: path)
    let header = try Self.header(&reader, file: path)
    lists = try Self.orderedLists(&reader, header)
    documents = try Self.documents(&reader, header, file: path)
    guard reader.bytesLeft == 0 else {
      throw CIFFError(
        file: path, place: "the end", expected: "no more than \(reader.offset) bytes", found: "\(region.count)")
    }
    self.region = region
    self.header = header
  }

  /// What the header says of the file.
  public var description: String { header.description }

  /// The chain that made the terms, where the header names one of Titer's.
  public var chain: AnalysisChain? { CIFFDescription.chain(header.description) }

  /// What is particular about the file, in words for the user: none of it keeps it from being read.
  public var notes: [String] {
    var notes: [String] = []
    if header.totalDocuments > header.documents {
      notes.append(
        "the file has \(header.documents) of the collection's \(header.totalDocuments) documents: ranked is by those")
    }
    if header.totalPostingsLists > header.postingsLists {
      notes.append("the file has \(header.postingsLists) of the collection's \(header.totalPostingsLists) terms")
    }
    let average = Double(documents.reduce(0) { $0 + Int($1.length) }) / Double(max(documents.count, 1))
    if abs(average - header.averageLength) > 1e-6 * max(average, 1) {
      notes.append(
        "the header has an average length of \(header.averageLength), the documents have \(average): "
          + "ranked is by theirs")
    }
    return notes
  }

  /// Adds all documents and terms to a new index.
  ///
  /// - Parameters:
  ///   - writer: the writer of the new index.
  ///   - stored: the bytes that a document is to be stored with, by its identifier.
  /// - Throws: ``CIFFError``, and ``IndexError`` for what an index can't have or that can't be written.
  /// - Complexity: O(size of the file).
  public func add(to writer: inout IndexWriter, stored: (String) -> [UInt8] = { _ in [] }) throws {
    let documents = documents.map { InvertedDocument(id: $0.id, length: $0.length, stored: stored($0.id)) }
    var rank = 0
    try writer.add(inverted: documents) {
      guard rank < lists.count else { return nil }
      rank += 1
      return try term(at: lists[rank - 1])
    }
  }

  /// The postings list that begins at an offset.
  private func term(at offset: Int) throws(CIFFError) -> InvertedTerm {
    var reader = MessageReader(region.bytes, file: region.path, offset: offset)
    let list = try reader.next("the postings list at \(offset)") { bytes throws(FormatError) in
      try CIFFPostingsList(bytes)
    }
    var term = InvertedTerm(bytes: Array(list.term.utf8), documents: [], frequencies: [])
    term.documents.reserveCapacity(list.documents.count)
    term.frequencies.reserveCapacity(list.documents.count)
    var occurrences = 0
    for (document, frequency) in zip(list.documents, list.frequencies) {
      guard let number = UInt32(exactly: document), let count = UInt32(exactly: frequency), count > 0 else {
        throw error(
          list, "documents and frequencies from 1 on, of 32 bits", "document \(document), frequency \(frequency)")
      }
      term.documents.append(number)
      term.frequencies.append(count)
      occurrences += frequency
    }
    guard list.documentFrequency == list.documents.count, list.occurrences == occurrences else {
      throw error(
        list, "df \(list.documents.count) and cf \(occurrences), as its postings have",
        "\(list.documentFrequency) and \(list.occurrences)")
    }
    return term
  }

  private func error(_ list: CIFFPostingsList, _ expected: String, _ found: String) -> CIFFError {
    CIFFError(file: region.path, place: "the postings list of “\(list.term)”", expected: expected, found: found)
  }

  private static func header(_ reader: inout MessageReader, file: String) throws(CIFFError) -> CIFFHeader {
    let header = try reader.next("the header") { bytes throws(FormatError) in try CIFFHeader(bytes) }
    guard header.version == 1 else {
      throw CIFFError(
        file: file, place: "the header", expected: "version 1", found: "\(header.version)")
    }
    return header
  }

  /// Passes over the postings lists, and returns where they begin, in ascending order of their terms' bytes.
  private static func orderedLists(
    _ reader: inout MessageReader, _ header: CIFFHeader
  ) throws(CIFFError) -> [Int] {
    var lists: [(term: String, offset: Int)] = []
    var isOrdered = true
    for number in 0..<header.postingsLists {
      let offset = reader.offset
      let term = try reader.next("postings list \(number)") { bytes throws(FormatError) in try CIFFTerm(bytes) }.term
      isOrdered = isOrdered && lists.last.map { $0.term.utf8.lexicographicallyPrecedes(term.utf8) } ?? true
      lists.append((term, offset))
    }
    if !isOrdered { lists.sort { $0.term.utf8.lexicographicallyPrecedes($1.term.utf8) } }
    return lists.map(\.offset)
  }

  /// Reads the documents.
  private static func documents(
    _ reader: inout MessageReader, _ header: CIFFHeader, file: String
  ) throws(CIFFError) -> [InvertedDocument] {
    guard header.documents <= reader.bytesLeft else {
      throw CIFFError(
        file: file, place: "the header", expected: "documents for the \(reader.bytesLeft) bytes behind the lists",
        found: "\(header.documents)")
    }
    var documents = [InvertedDocument?](repeating: nil, count: header.documents)
    for place in 0..<header.documents {
      let record = try reader.next("document record \(place)") { bytes throws(FormatError) in try CIFFDocument(bytes) }
      let number = record.number
      guard documents.indices ~= number, documents[number] == nil, let length = UInt32(exactly: record.length) else {
        throw CIFFError(
          file: file, place: "document record \(place)",
          expected: "a number below \(header.documents) that no other has, and a length",
          found: "\(record.number) and \(record.length)")
      }
      documents[number] = InvertedDocument(id: record.id, length: length)
    }
    return documents.compactMap { $0 }
  }
}
