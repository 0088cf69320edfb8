/// Reads a plain list of documents and their counts, ascending.
struct PostingsList: ~Escapable {
  private var reader: ByteReader
  private var left: Int
  private var document = -1
  private let documents: Int

  /// The list of a term in `documentFrequency` of `documents` documents.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, documentFrequency: Int, documents: Int) {
    reader = ByteReader(bytes)
    left = documentFrequency
    self.documents = documents
  }

  /// The next document and its counts, or `nil` at the end.
  mutating func next() throws(FormatError) -> (document: UInt32, counts: FieldCounts)? {
    guard left > 0 else {
      try expect(reader.isAtEnd, toBe: true, "the end of a term's postings:")
      return nil
    }
    left -= 1
    let value = try reader.varint()
    let gap = value >> 2
    guard document < 0 || gap > 0, gap < 1 << 32, max(document, 0) + gap < documents else {
      throw FormatError(expected: "documents in ascending order", found: "a gap of \(gap)")
    }
    document = max(document, 0) + gap
    let code = value & 3 < 3 ? FieldCounts.shortCodes[value & 3] : try reader.byte()
    return (UInt32(document), code > 0 ? FieldCounts(code: code) : try exception())
  }

  private mutating func exception() throws(FormatError) -> FieldCounts {
    try FieldCounts(stored: reader.count(), reader.count(), reader.count())
  }
}

extension ByteReader {
  fileprivate mutating func count() throws(FormatError) -> UInt32 {
    let value = try varint()
    guard value < 1 << 31 else { throw FormatError(expected: "a count of 31 bits", found: "\(value)") }
    return UInt32(value)
  }
}
