// The documents of a term: which, how often in each text, and at which positions.
//
// Documents are taken together in *blocks* of 64, a document's place in its block being its *lane*, and blocks in
// *superblocks* of 256. A term and a block that holds it are a *pair*. The section `postings` begins with
//
//     8 bytes    the average length that bounds were computed with, a 64-bit float
//
// and ends with `LANES_SLACK` zeros, so that reading ahead of damaged sizes stays inside it. Between them lie the terms' lists.
//
// A term of few documents (see `PostingsFormat.isListed`) is a plain list, per document:
//
//     varint     gap to the document before (the first: its number) · 4 + short code
//     1 byte     the code of FieldCounts, where the short code is 3
//     3 varints  title, abstract, keywords, where that byte is 0
//
// Example: once in the abstract of document 3, three times in the title of document 5 and four times in that of document 6 is
// 0c | 0b c0 | 07 00 04 00 00.
//
// Other terms have, for a segment of S superblocks:
//
//     16 bytes   its 10th, 100th and 1000th best part and its best (1 byte each: parts · 255, the first three rounded down,
//                0 where there are fewer documents, the best rounded up) · bytes of bounds (4) · bytes of payload (4) ·
//                number of exceptions (4)
//     8 bytes    a superblock: offset of its payload (4) · number of its pairs (2) · its best part, as above (1) · 0 (1)
//     bounds     a superblock: its blocks, a byte each for up to 32, else a bitmap of 32 bytes; then a byte a pair: the
//                best part in the block · 255, rounded up
//     payload    a superblock: for every 16 pairs 2 bytes, the offset of the first one's bytes; a byte a pair, the
//                number of its bytes; the pairs' bytes
//     exceptions 16 bytes each: document, title, abstract, keywords (4 each), ascending
//
// A pair's bytes, when they are 8 or fewer: per lane a byte, lane · 4 + short code, ascending; then the codes of those whose
// short code is 3. When they are more: a mask of 64 bits; short codes, 2 bits each, the lowest first; codes as before.
// No code ends in two bits 1, which tells lanes from codes in a list.
//
// Example: once in the abstract in lane 5 and three times in the title in lane 9 is 14 27 c0.
//
// A *part* is what a term adds to a document's score, without its weight: tf ÷ (tf + norm) under BM25's default parameters and
// the average length above. ``Scoring`` says why these bounds are safe under any others.

/// The sizes of the format.
package enum PostingsFormat {
  /// Documents in a block.
  package static let lanes = 64
  /// Blocks in a superblock.
  package static let blocks = 256
  /// Documents in a superblock.
  package static let documents = lanes * blocks
  /// Pairs for which one offset of positions is kept.
  package static let positionsGroup = 8
  static let headerSize = 16
  static let directoryEntrySize = 8
  static let exceptionSize = 16
  static let preambleSize = 8

  /// The superblocks of a segment.
  package static func superblocks(documents: Int) -> Int { (documents + Self.documents - 1) / Self.documents }

  /// Whether a term's documents are kept as a plain list: when a directory of superblocks would outweigh them.
  static func isListed(documentFrequency: Int, superblocks: Int) -> Bool {
    documentFrequency <= max(256, superblocks)
  }
}
