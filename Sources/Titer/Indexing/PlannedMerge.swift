/// Segments that are to become one.
struct PlannedMerge: Sendable {
  /// The new segment's entry, of no documents yet.
  let entry: Manifest.Entry
  /// The segments, as they are when the merge is planned.
  let sources: [Segment]

  /// Writes the new segment and opens it; `file` may have a file written by way of another.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged or the new one can't be written.
  func run(
    in storage: any Storage, _ plan: MemoryPlan, file: (any OutputFile) -> any OutputFile = { $0 }
  ) throws(IndexError) -> Segment {
    let merge = try SegmentMerge(sources, plan)
    var entry = entry
    entry.documents = merge.documents
    try merge.write(to: file(storage.create(entry.fileName)))
    return try Segment(entry, in: storage)
  }

  /// Whether a segment is one of those that become one.
  func takes(_ segment: Segment) -> Bool { sources.contains { $0.entry.number == segment.entry.number } }

  /// Puts the new segment in the place of the first of its sources among `segments`; what was deleted since the merge was planned is
  /// deleted there too.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged; `segments` are then as they were.
  /// - Complexity: O(documents / 64 + deleted · log(documents)).
  func replaceSources(by merged: Segment, in segments: inout [Segment]) throws(IndexError) {
    var merged = merged
    for source in sources {
      guard let now = segments.first(where: { $0.entry.number == source.entry.number }) else { continue }
      for document in now.deletions.added(since: source.deletions) {
        let id = try now.reading { () throws(FormatError) in try Identifiers(now.file).identifier(of: document) }
        if let place = try merged.document(of: id.span) { _ = merged.deletions.insert(place) }
      }
    }
    let place = segments.firstIndex(where: takes) ?? segments.endIndex
    segments.removeAll(where: takes)
    segments.insert(merged, at: place)
  }
}
