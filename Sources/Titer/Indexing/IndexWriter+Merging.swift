extension IndexWriter {
  /// When segments are merged of which there are too many of a size.
  public enum Merging: Sendable, Hashable {
    /// Within the commit that finds them.
    case withinCommit
    /// On a thread of its own, begun by the commit that finds them and finished by the next one, which waits for it: what an index
    /// consists of doesn't depend on which was faster. Half of the memory budget is for it.
    case inBackground
  }

  /// What the next commit rewrites.
  enum Compaction {
    /// Segments of which there are too many of a size.
    case due
    /// Those with deleted documents too.
    case deleted
    /// All.
    case everything
  }

  /// Merges all segments into one at the next commit, which leaves out what was deleted.
  ///
  /// It needs as much space again as the index takes till the commit is done.
  public mutating func merge() { compaction = .everything }

  /// Writes all segments anew at the next commit that have deleted documents, without these, each by itself.
  ///
  /// It needs as much space again as those segments take till the commit is done.
  public mutating func vacuum() { if compaction == .due { compaction = .deleted } }

  /// Commits till nothing is left to be merged in the background.
  ///
  /// A writer that goes while something is gives the merge up: that costs its work, and no document.
  ///
  /// - Throws: as ``commit()`` does.
  public mutating func finishMerges() throws(IndexError) {
    repeat { try commit() } while backgroundMerge != nil
  }

  /// The segments that are to be merged next for what was asked for, by ascending indices.
  var compacted: [Int]? {
    switch compaction {
    case .due: nil
    case .deleted: MergePolicy.deleted(segments)
    case .everything: MergePolicy.everything(segments)
    }
  }

  /// Puts the segments in their places that were merged since the last commit; where that fails, the next commit begins again.
  mutating func adoptMerges() throws(IndexError) {
    guard let background = backgroundMerge.take() else { return }
    for (merge, merged) in zip(background.merges, try background.finish()) {
      try merge.replaceSources(by: merged, in: &segments)
    }
  }

  /// Merges what a commit has to, into segments that no manifest names yet.
  mutating func mergeSegments() throws(IndexError) {
    while let indices = compacted { try run(planned(indices)) }
    guard merging == .withinCommit else { return }
    for merge in dueMerges() { try run(merge) }
  }

  /// Begins to merge in the background what is due, if that is asked for.
  mutating func beginMerges() {
    guard merging == .inBackground else { return }
    let merges = dueMerges()
    guard !merges.isEmpty else { return }
    backgroundMerge = BackgroundMerge(merges, in: storage, lock, plan, mergeRunner)
  }

  private mutating func dueMerges() -> [PlannedMerge] { MergePolicy.due(segments).map { planned($0) } }

  /// A merge of the segments of ascending indices.
  private mutating func planned(_ indices: [Int]) -> PlannedMerge {
    defer { manifest.nextSegment += 1 }
    return PlannedMerge(entry: Manifest.Entry(new: manifest.nextSegment), sources: indices.map { segments[$0] })
  }

  private mutating func run(_ merge: PlannedMerge) throws(IndexError) {
    try merge.replaceSources(by: merge.run(in: storage, plan), in: &segments)
  }
}
