internal import CLanes

/// The occurrences of one term: its documents, how often each holds it, and where.
package struct TermOccurrences: Sendable, Equatable {
  /// The documents, ascending.
  package var documents: [UInt32] = []
  /// The counts of each.
  package var counts: [FieldCounts] = []
  /// The positions of each, one document's after the other's, ascending within a document; none of a term for ranking alone.
  package var positions: [UInt32] = []

  /// No occurrences.
  package init() {}

  /// Appends a document and how often it holds the term.
  mutating func append(_ document: UInt32, _ counts: FieldCounts) {
    documents.append(document)
    self.counts.append(counts)
  }

  /// Forgets all and keeps the memory.
  package mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
  }
}

/// Encodes the lists of one term after the other.
package struct PostingsWriter: Sendable {
  /// What is behind the last list.
  package static let slack = [UInt8](repeating: 0, count: Int(LANES_SLACK))

  /// What is before the first list.
  package static func preamble(averageLength: Double) -> [UInt8] {
    var writer = ByteWriter()
    writer.fixed64(averageLength.bitPattern)
    return writer.bytes
  }

  private let superblocks: Int
  /// Per document the part of the denominator that its length decides.
  private let norms: [Float]
  private var entries: [TermEntry] = []
  private var postings = ByteWriter()
  private var positions = PositionsWriter()
  private var superblock = SuperblockWriter()
  private var parts: [Float] = []
  private var partBounds: [UInt8] = []
  private var codes: [UInt8] = []
  private var directory = ByteWriter()

  /// A writer for a segment whose documents have `lengths`, bounds to be computed with `averageLength`.
  package init(lengths: [UInt32], averageLength: Double) {
    superblocks = PostingsFormat.superblocks(documents: lengths.count)
    let scoring = BM25(averageLength: averageLength)
    norms = lengths.map { scoring.norm(length: $0) }
  }

  /// What was appended.
  package var encoded: EncodedTerms {
    EncodedTerms(entries: entries, postings: postings.bytes, positions: positions.bytes)
  }

  /// The bytes of what was appended.
  var count: Int { postings.count + positions.count }

  /// Forgets what was appended.
  mutating func removeAll() {
    entries = []
    postings = ByteWriter()
    positions = PositionsWriter()
  }

  /// Appends a term's occurrences.
  ///
  /// - Complexity: O(occurrences + superblocks).
  package mutating func append(_ term: TermOccurrences) {
    let start = postings.count
    let place: Range<Int>
    if PostingsFormat.isListed(documentFrequency: term.documents.count, superblocks: superblocks) {
      appendList(term)
      place = positions.appendList(term)
    } else {
      appendBlocks(term)
      place = positions.appendBlocks(term, superblocks: superblocks)
    }
    entries.append(
      TermEntry(documentFrequency: term.documents.count, postings: start..<postings.count, positions: place))
  }

  private mutating func appendList(_ term: TermOccurrences) {
    var last = 0
    for (document, counts) in zip(term.documents, term.counts) {
      let code = counts.code
      let short = FieldCounts.shortCode(of: code)
      postings.varint((Int(document) - last) << 2 | Int(short))
      if short == 3 { postings.byte(code) }
      if code == 0 {
        postings.varint(Int(counts.title))
        postings.varint(Int(counts.abstract))
        postings.varint(Int(counts.keywords))
      }
      last = Int(document)
    }
  }

  private mutating func appendBlocks(_ term: TermOccurrences) {
    findParts(of: term)
    buildSuperblocks(term.documents)
    let exceptions = codes.indices.filter { codes[$0] == 0 }
    appendHeader(exceptions: exceptions.count)
    postings.append(directory.bytes)
    postings.append(superblock.bounds)
    postings.append(superblock.payload)
    for index in exceptions {
      postings.fixed32(term.documents[index])
      postings.fixed32(term.counts[index].title)
      postings.fixed32(term.counts[index].abstract)
      postings.fixed32(term.counts[index].keywords)
    }
  }

  /// Sets the codes of a term's counts and its parts.
  private mutating func findParts(of term: TermOccurrences) {
    parts.removeAll(keepingCapacity: true)
    partBounds.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    for (document, counts) in zip(term.documents, term.counts) {
      let frequency = Float(counts.total)
      let part = frequency / (frequency + norms[Int(document)])
      parts.append(part)
      partBounds.append(SuperblockWriter.bound(part))
      codes.append(counts.code)
    }
  }

  /// Builds the superblocks of a term and their directory.
  private mutating func buildSuperblocks(_ documents: [UInt32]) {
    directory.removeAll()
    superblock.removeAll()
    let (codes, bounds) = (codes, partBounds)
    var next = 0
    for number in 0..<superblocks {
      let start = next
      let end = UInt64((number + 1) * PostingsFormat.documents)
      while next < documents.count, UInt64(documents[next]) < end { next += 1 }
      directory.fixed32(UInt32(superblock.payload.count))
      let built = superblock.append(
        documents.span.extracting(start..<next), codes: codes.span.extracting(start..<next),
        parts: bounds.span.extracting(start..<next))
      directory.fixed32(UInt32(built.pairs) | UInt32(built.best) << 16)
    }
  }

  private mutating func appendHeader(exceptions: Int) {
    appendBestParts()
    postings.byte(partBounds.max() ?? 0)
    postings.fixed32(UInt32(superblock.bounds.count))
    postings.fixed32(UInt32(superblock.payload.count))
    postings.fixed32(UInt32(exceptions))
  }

  /// Appends the 10th, 100th and 1000th best part, rounded down: as bytes they are few, and counting finds them.
  private mutating func appendBestParts() {
    var counts = [Int](repeating: 0, count: 256)
    for part in parts { counts[Int(part * 254.99)] += 1 }
    for rank in [10, 100, 1000] {
      var (byte, above) = (255, counts[255])
      while byte > 0, above < rank {
        byte -= 1
        above += counts[byte]
      }
      postings.byte(UInt8(byte))
    }
  }
}
