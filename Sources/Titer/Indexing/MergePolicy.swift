/// Which segments are to be merged.
///
/// The level of a segment is the whole part of the logarithm to base four of its documents that are not deleted. Four segments of a
/// level are merged into one, which lies on a higher level. So there are at most three on each level, 3 · (log4(n) + 1) in an index of n
/// documents, and a document rises at least a level each time that it is rewritten: at most log4(n) times, and once more
/// for every time that deletions brought its segment down a level.
enum MergePolicy {
  private static let fanIn = 4

  /// Segments that become one.
  private struct Group {
    /// Their indices.
    var members: [Int]
    /// Documents that are not deleted.
    var documents: Int

    var level: Int { (Int.bitWidth - 1 - documents.leadingZeroBitCount) / 2 }
  }

  /// The segments that are to be merged, each array into one: indices in ascending order.
  ///
  /// What would be merged again at once is merged but once.
  static func due(_ segments: [Segment]) -> [[Int]] {
    var groups = segments.indices.map { Group(members: [$0], documents: segments[$0].liveDocuments) }.filter {
      $0.documents > 0
    }
    while let level = lowestFull(groups) {
      let merged = groups.filter { $0.level == level }
      groups.removeAll { $0.level == level }
      groups.append(
        Group(members: merged.flatMap(\.members).sorted(), documents: merged.reduce(0) { $0 + $1.documents }))
    }
    return groups.map(\.members).filter { $0.count > 1 }
  }

  /// The lowest level that has too many.
  private static func lowestFull(_ groups: [Group]) -> Int? {
    Dictionary(grouping: groups, by: \.level).filter { $0.value.count >= fanIn }.keys.min()
  }

  /// The indices of all segments with documents, or `nil` when they are one and nothing in it is deleted.
  static func everything(_ segments: [Segment]) -> [Int]? {
    let indices = segments.indices.filter { segments[$0].liveDocuments > 0 }
    let isDone = indices.count < 2 && indices.allSatisfy { segments[$0].deletions.count == 0 }
    return isDone ? nil : indices
  }

  /// The index of a segment that has deleted documents and others, or `nil` when none has; those that have no others go by themselves.
  static func deleted(_ segments: [Segment]) -> [Int]? {
    segments.firstIndex { $0.deletions.count > 0 && $0.liveDocuments > 0 }.map { [$0] }
  }
}

extension Segment {
  /// Documents that are not deleted, whether that is committed or not.
  fileprivate var liveDocuments: Int { documents - deletions.count }
}
