/// One immutable part of an index, and which of its documents are deleted.
struct Segment: Sendable {
  /// What the manifest says of it.
  var entry: Manifest.Entry
  /// Its mapped file.
  let file: SegmentFile
  /// The number of its terms.
  let terms: Int
  /// Its deleted documents.
  var deletions: Deletions

  /// Opens the segment that a manifest names.
  ///
  /// - Throws: ``IndexError`` when a file is missing or damaged.
  init(_ entry: Manifest.Entry, in storage: any Storage) throws(IndexError) {
    self.entry = entry
    let file = try SegmentFile(storage.open(entry.fileName))
    self.file = file
    guard file.documents == entry.documents, file.bytes(.lengths).count == 4 * entry.documents else {
      throw .corrupt(
        path: file.region.path, expected: "\(entry.documents) documents", found: "\(file.documents)")
    }
    do throws(FormatError) { terms = try TermDictionary(file).count } catch { throw error.inFile(file.region.path) }
    guard let name = entry.deletionsFileName else {
      deletions = Deletions(documents: entry.documents)
      return
    }
    deletions = try Deletions(storage.open(name), documents: entry.documents)
  }

  /// Documents, deleted ones included.
  var documents: Int { entry.documents }

  /// The number of terms in a document.
  func length(of document: Int) -> UInt32 { file.bytes(.lengths).fixed32(at: 4 * document) }

  /// The sum of the lengths of the documents that are not deleted.
  var liveTokens: Int {
    (0..<documents).reduce(0) { deletions.contains($1) ? $0 : $0 + Int(length(of: $1)) }
  }

  /// Runs `body`, and reports damage as this segment's.
  func reading<T>(_ body: () throws(FormatError) -> T) throws(IndexError) -> T {
    do throws(FormatError) { return try body() } catch { throw error.inFile(file.region.path) }
  }
}
