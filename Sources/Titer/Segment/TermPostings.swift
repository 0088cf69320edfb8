internal import CLanes

/// Where the postings of one term of one segment are: what a query reads of it.
///
/// It points into the segment's mapping, which must outlive it. Damaged directories are found when it is made; whatever else is
/// damaged, the kernels stay inside the section.
@safe struct TermPostings {
  /// How the documents are kept.
  enum Form {
    /// A plain list.
    case listed
    /// By superblock.
    case blocks
  }

  /// How the documents are kept.
  let form: Form
  /// Documents that hold the term, deleted ones included.
  let documentFrequency: Int
  /// Its bytes in the section `postings`.
  private let start: UnsafePointer<UInt8>
  private let count: Int
  private let documents: Int
  private let superblocks: Int
  private let boundsSize: Int
  private let payloadSize: Int
  private let exceptions: Int

  /// The postings of `entry` in `file`.
  init(_ entry: TermEntry, _ file: borrowing SegmentFile) throws(FormatError) {
    let section = file.bytes(.postings)
    documents = file.documents
    try entry.checkFrequency(documents: documents)
    let bytes = try section.checkedExtracting(entry.postings)
    guard entry.postings.upperBound + Int(LANES_SLACK) <= section.count else {
      throw FormatError(expected: "\(LANES_SLACK) bytes behind a term's postings", found: "fewer")
    }
    documentFrequency = entry.documentFrequency
    superblocks = PostingsFormat.superblocks(documents: documents)
    let isListed = PostingsFormat.isListed(documentFrequency: documentFrequency, superblocks: superblocks)
    form = isListed ? .listed : .blocks
    count = bytes.count
    unsafe start = unsafe bytes.withUnsafeBufferPointer {
      unsafe $0.baseAddress ?? UnsafePointer(bitPattern: 8).unsafelyUnwrapped
    }
    guard form == .blocks else {
      (boundsSize, payloadSize, exceptions) = (0, 0, 0)
      return
    }
    let directorySize = PostingsFormat.headerSize + superblocks * PostingsFormat.directoryEntrySize
    guard bytes.count >= directorySize else {
      throw FormatError(expected: "a directory of \(superblocks) superblocks", found: "\(bytes.count) bytes")
    }
    boundsSize = Int(bytes.fixed32(at: 4))
    payloadSize = Int(bytes.fixed32(at: 8))
    exceptions = Int(bytes.fixed32(at: 12))
    try expect(
      directorySize + boundsSize + payloadSize + exceptions * PostingsFormat.exceptionSize, toBe: bytes.count,
      "bytes of a term's postings")
  }

  /// All bytes.
  var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(Span(_unsafeStart: start, count: count), borrowing: self) }
  }

  /// A part that at least 10, 100 or 1,000 documents reach, rounded down, or 0.
  func part(reachedBy limit: Int) -> Float {
    guard form == .blocks, limit <= 1000 else { return 0 }
    return Float(bytes[limit <= 10 ? 0 : limit <= 100 ? 1 : 2]) / 255
  }

  /// The greatest bound, 255 for a plain list.
  var best: UInt8 { form == .blocks ? bytes[3] : 255 }

  /// Sets the `superblock`-th of every `stride` cursors to where the term's bytes are.
  func fill(_ cursors: UnsafeMutablePointer<lanes_cursor>, stride: Int) throws(FormatError) {
    let directory = unsafe start + PostingsFormat.headerSize
    var bounds = PostingsFormat.headerSize + superblocks * PostingsFormat.directoryEntrySize
    let payload = bounds + boundsSize
    let end = payload + payloadSize
    for number in 0..<superblocks {
      let entry = unsafe UnsafeRawPointer(directory + 8 * number)
      let offset = Int(unsafe entry.loadUnaligned(as: UInt32.self))
      let pairs = Int(unsafe entry.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
      let best = UInt32(unsafe entry.load(fromByteOffset: 6, as: UInt8.self))
      let next =
        number + 1 < superblocks ? Int(unsafe entry.loadUnaligned(fromByteOffset: 8, as: UInt32.self)) : payloadSize
      guard pairs <= PostingsFormat.blocks, offset <= next, next <= payloadSize, bounds <= payload else {
        throw FormatError(expected: "a directory of superblocks", found: "\(pairs) pairs at \(offset)")
      }
      unsafe cursors[number * stride] = unsafe lanes_cursor(
        bounds: start + bounds, payload: start + payload + offset, pairs: UInt32(pairs), size: UInt32(next - offset),
        best: best, scale: 0, exceptions: start + end, exception_count: UInt32(exceptions),
        first_block: UInt32(number * PostingsFormat.blocks))
      bounds += pairs <= Int(LANES_MOST_LISTED) ? 2 * pairs : PostingsFormat.blocks / 8 + pairs
    }
    guard bounds == payload, payload <= end else {
      throw FormatError(expected: "\(boundsSize) bytes of bounds", found: "others")
    }
  }

  /// The counts of a document whose code is 0.
  ///
  /// - Complexity: O(log exceptions), for a plain list O(documents).
  func exception(of document: UInt32) throws(FormatError) -> FieldCounts {
    guard form == .blocks else { return try listedCounts(of: document) }
    let table = try bytes.checkedExtracting(count - exceptions * PostingsFormat.exceptionSize..<count)
    var (low, high) = (0, exceptions)
    while low < high {
      let middle = (low + high) / 2
      if table.fixed32(at: 16 * middle) < document { low = middle + 1 } else { high = middle }
    }
    guard low < exceptions, table.fixed32(at: 16 * low) == document else {
      throw FormatError(expected: "the counts of document \(document)", found: "none")
    }
    return try FieldCounts(
      stored: table.fixed32(at: 16 * low + 4), table.fixed32(at: 16 * low + 8), table.fixed32(at: 16 * low + 12))
  }

  private func listedCounts(of document: UInt32) throws(FormatError) -> FieldCounts {
    var list = list
    while let (number, counts) = try list.next() {
      if number == document { return counts }
    }
    throw FormatError(expected: "the counts of document \(document)", found: "none")
  }

  /// Reads the documents of a plain list that have an occurrence in some texts, and their codes, and returns how many there are; there
  /// must be room for all.
  func readList(
    _ fields: FieldSet, _ documents: UnsafeMutablePointer<UInt32>, _ codes: UnsafeMutablePointer<UInt8>
  ) throws(FormatError) -> Int {
    let kept = unsafe lanes_read_list(
      start, count, UInt32(documentFrequency), UInt32(self.documents), FieldCounts.bits(of: fields), documents,
      codes)
    if kept >= 0 { return Int(kept) }
    // Reading them one by one tells what is damaged.
    var list = list
    while try list.next() != nil {}
    throw FormatError(expected: "a list of \(documentFrequency) documents", found: "other bytes")
  }

  /// The documents of a plain list and their counts.
  var list: PostingsList {
    @_lifetime(borrow self)
    get { PostingsList(bytes, documentFrequency: documentFrequency, documents: documents) }
  }
}

extension FieldCounts {
  /// Counts as a file gives them.
  ///
  /// - Throws: ``FormatError`` when their sum isn't a count of 31 bits.
  init(stored title: UInt32, _ abstract: UInt32, _ keywords: UInt32) throws(FormatError) {
    let total = Int(title) + Int(abstract) + Int(keywords)
    guard 1..<1 << 31 ~= total else { throw FormatError(expected: "occurrences of 31 bits", found: "\(total)") }
    self.init(title: title, abstract: abstract, keywords: keywords)
  }
}
