/// The lists of some consecutive terms.
package struct EncodedTerms: Sendable {
  /// Where each term's lists are, from the beginning of the bytes here.
  package var entries: [TermEntry] = []
  /// The terms' postings, end to end.
  package var postings: [UInt8] = []
  /// The terms' positions, end to end.
  package var positions: [UInt8] = []
}

/// Puts the lists of terms together into the sections `terms`, `termBlocks`, `postings` and `positions`.
///
/// Positions, most of a segment, go to the file at once; the others are held till ``write(to:)``.
struct TermSections {
  /// The average length that bounds are computed with.
  let averageLength: Double
  private var dictionary = TermDictionaryWriter()
  private var postings: [[UInt8]] = []
  private var postingsCount = PostingsFormat.preambleSize

  /// Sections of no terms yet.
  init(averageLength: Double) {
    self.averageLength = averageLength
  }

  /// Appends the lists of terms, all of which lie after those before.
  ///
  /// - Parameters:
  ///   - lists: the terms' lists.
  ///   - stream: the section `positions`.
  ///   - name: the bytes of the n-th of these terms.
  /// - Throws: ``IndexError`` when the file can't be written.
  mutating func append(
    _ lists: EncodedTerms, positionsTo stream: inout SectionStream, _ name: (Int) -> ArraySlice<UInt8>
  ) throws(IndexError) {
    for (index, entry) in lists.entries.enumerated() {
      dictionary.append(name(index), entry.moved(postings: postingsCount, positions: stream.count))
    }
    postings.append(lists.postings)
    postingsCount += lists.postings.count
    try stream.write(lists.positions)
  }

  /// Writes the sections but for the positions.
  ///
  /// - Throws: ``IndexError`` when the file can't be written.
  mutating func write(to file: inout SegmentFileWriter) throws(IndexError) {
    try file.append(.postings) { (stream) throws(IndexError) in
      try stream.write(PostingsWriter.preamble(averageLength: averageLength))
      for part in postings { try stream.write(part) }
      try stream.write(PostingsWriter.slack)
    }
    try dictionary.write(to: &file)
  }
}

extension TermEntry {
  /// The lists of a term from the beginnings of the sections, where these were told from those of other bytes in them.
  package func moved(postings: Int, positions: Int) -> TermEntry {
    TermEntry(
      documentFrequency: documentFrequency,
      postings: self.postings.lowerBound + postings..<self.postings.upperBound + postings,
      positions: self.positions.lowerBound + positions..<self.positions.upperBound + positions)
  }
}
