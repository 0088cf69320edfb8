internal import Titer

// The messages of a CIFF file (Lin et al., SIGIR 2020), each behind its size as a varint: one Header, its postings lists, its documents.
//
//     Header        1 version · 2 postings lists here · 3 documents here · 4, 5 those of the whole collection · 6 sum of lengths ·
//                   7 average length (8 bytes) · 8 description
//     PostingsList  1 term · 2 df · 3 cf · 4 postings, each a message: 1 how far the document is from the one before, of the first
//                   from 0 · 2 tf
//     DocRecord     1 number · 2 identifier · 3 length

/// What a message of CIFF is read from and written to.
protocol CIFFMessage {
  /// The message in `bytes`; fields that it doesn't know are passed over.
  init(_ bytes: Span<UInt8>) throws(FormatError)
  /// Writes its fields.
  func write(to writer: inout FieldWriter)
}

/// What the file has.
struct CIFFHeader: CIFFMessage, Sendable {
  var version = 0
  var postingsLists = 0
  var documents = 0
  var totalPostingsLists = 0
  var totalDocuments = 0
  var tokens = 0
  var averageLength = 0.0
  var description = ""

  init() {}

  init(_ bytes: Span<UInt8>) throws(FormatError) {
    var fields = FieldReader(bytes)
    while let (field, value) = try fields.next() {
      switch (field, value) {
      case (1, .number(let number)): version = Int(clamping: number)
      case (2, .number(let number)): postingsLists = Int(clamping: number)
      case (3, .number(let number)): documents = Int(clamping: number)
      case (4, .number(let number)): totalPostingsLists = Int(clamping: number)
      case (5, .number(let number)): totalDocuments = Int(clamping: number)
      case (6, .number(let number)): tokens = Int(clamping: number)
      case (7, .number(let bits)): averageLength = Double(bitPattern: bits)
      case (8, .bytes(let range)): description = try bytes.text(range)
      default: break
      }
    }
  }

  func write(to writer: inout FieldWriter) {
    writer.number(1, version)
    writer.number(2, postingsLists)
    writer.number(3, documents)
    writer.number(4, totalPostingsLists)
    writer.number(5, totalDocuments)
    writer.number(6, tokens)
    writer.double(7, averageLength)
    writer.text(8, description)
  }
}

/// A term and the documents that hold it.
struct CIFFPostingsList: CIFFMessage {
  var term = ""
  var documentFrequency = 0
  var occurrences = 0
  /// The documents, ascending or not, as the gaps between them say.
  var documents: [Int] = []
  var frequencies: [Int] = []

  init() {}

  init(_ bytes: Span<UInt8>) throws(FormatError) {
    var fields = FieldReader(bytes)
    var document = 0
    while let (field, value) = try fields.next() {
      switch (field, value) {
      case (1, .bytes(let range)): term = try bytes.text(range)
      case (2, .number(let number)): documentFrequency = Int(clamping: number)
      case (3, .number(let number)): occurrences = Int(clamping: number)
      case (4, .bytes(let range)):
        let (gap, frequency) = try Self.posting(bytes.extracting(range))
        document = Int(clamping: document.addingReportingOverflow(gap).partialValue)
        documents.append(document)
        frequencies.append(frequency)
      default: break
      }
    }
  }

  private static func posting(_ bytes: Span<UInt8>) throws(FormatError) -> (gap: Int, frequency: Int) {
    var fields = FieldReader(bytes)
    var (gap, frequency) = (0, 0)
    while let (field, value) = try fields.next() {
      switch (field, value) {
      case (1, .number(let number)): gap = Int(clamping: number)
      case (2, .number(let number)): frequency = Int(clamping: number)
      default: break
      }
    }
    return (gap, frequency)
  }

  func write(to writer: inout FieldWriter) {
    writer.text(1, term)
    writer.number(2, documentFrequency)
    writer.number(3, occurrences)
    var posting = FieldWriter()
    var last = 0
    for (document, frequency) in zip(documents, frequencies) {
      posting.number(1, document - last)
      posting.number(2, frequency)
      writer.message(4, posting.bytes)
      posting.removeAll()
      last = document
    }
  }
}

/// Of a postings list its term alone, for a reader that passes over the rest.
struct CIFFTerm {
  var term = ""

  init(_ bytes: Span<UInt8>) throws(FormatError) {
    var fields = FieldReader(bytes)
    while let (field, value) = try fields.next() {
      if case (1, .bytes(let range)) = (field, value) { term = try bytes.text(range) }
    }
  }
}

/// A document.
struct CIFFDocument: CIFFMessage {
  var number = 0
  var id = ""
  var length = 0

  init() {}

  init(_ bytes: Span<UInt8>) throws(FormatError) {
    var fields = FieldReader(bytes)
    while let (field, value) = try fields.next() {
      switch (field, value) {
      case (1, .number(let number)): self.number = Int(clamping: number)
      case (2, .bytes(let range)): id = try bytes.text(range)
      case (3, .number(let number)): length = Int(clamping: number)
      default: break
      }
    }
  }

  func write(to writer: inout FieldWriter) {
    writer.number(1, number)
    writer.text(2, id)
    writer.number(3, length)
  }
}
