extension IndexWriter {
  /// What an update did.
  public enum Update: Sendable, Equatable {
    /// The last commit has no document of that identifier.
    case added
    /// It has another.
    case changed
    /// It has the same.
    case unchanged
  }

  /// Adds a document unless the last commit has it already: one of its identifier that is stored with the same bytes.
  ///
  /// So updating from one source twice leaves the index as it was after the first time, even where the source has several versions
  /// of a document, of which the last counts.
  ///
  /// - Returns: what it did, beside what was there.
  /// - Throws: as ``add(_:)`` does, and ``IndexError`` when a segment is damaged.
  public mutating func update(_ document: Document) throws(IndexError) -> Update {
    try Self.check(document)
    let id = Array(document.id.utf8)
    let lastCommit: (Segment) -> Deletions? = { $0.isCommitted ? $0.committedDeletions : nil }
    guard let written = try Index.Place(of: id.span, in: segments, lastCommit) else {
      try add(document)
      return .added
    }
    let segment = segments[written.segment]
    let stored = try segment.reading { () throws(FormatError) in
      try StoredDocuments(segment.file).bytes(of: written.document)
    }
    guard stored == document.stored else {
      try add(document)
      return .changed
    }
    if segment.deletions.contains(written.document) {
      _ = try remove(id.span)
      segments[written.segment].deletions.remove(written.document)
    }
    return .unchanged
  }

  /// Deletes the documents that a query finds in the index as the last commit left it.
  ///
  /// - Returns: how many it deleted.
  /// - Throws: ``IndexError`` when the index is damaged.
  /// - Complexity: that of ``Index/documents(_:lines:)``, and O(answers).
  @discardableResult
  public mutating func delete(_ query: Query) throws(IndexError) -> Int {
    let index = Index(path: storage.path, manifest, segments.compactMap(\.committed))
    let found = try index.documents(query)
    var deleted = 0
    for (segment, masks) in zip(index.segments, found.masks) {
      guard let place = segments.firstIndex(where: { $0.entry.number == segment.entry.number }) else { continue }
      for (block, mask) in masks.enumerated() {
        for lane in LaneSequence(mask) where segments[place].deletions.insert(64 * block + lane) { deleted += 1 }
      }
    }
    summary.deleted += deleted
    return deleted
  }
}
