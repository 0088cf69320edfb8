/// Everything that is wrong with an index, as far as that can be told without its sources.
///
/// Unlike ``Index/check()`` it goes on behind a fault, and needs no index that opens.
///
///     let check = try IndexCheck(path: "car.idx", depth: .structures)
///     for fault in check.faults { print(fault) }
public struct IndexCheck: Sendable {
  /// What is checked.
  public enum Depth: Sendable {
    /// That every byte of the index is what was written, by checksums: what disks, copies and cables do to files.
    case checksums
    /// That structures are in themselves and with each other as readers rely on, too: what a faulty program would write.
    case structures
  }

  /// What was found, file by file.
  public let faults: [Fault]
  /// Records that are not deleted, as the manifest says.
  public let documents: Int
  /// Segments.
  public let segments: Int

  /// Checks the index in the folder `path` as its last commit left it.
  ///
  /// - Throws: ``IndexError`` when there is none, or when another version of the format made it.
  /// - Complexity: O(size of the index); by checksums about 1 GB/s, structures 20 times as long.
  public init(path: String, depth: Depth) throws(IndexError) {
    try self.init(storage: DiskStorage(path: path), depth: depth)
  }

  package init(storage: any Storage, depth: Depth) throws(IndexError) {
    while true {
      let survey = try Survey(storage)
      let check = Self(survey, depth)
      // A writer may have committed meanwhile and removed files that were still to be read.
      if check.faults.isEmpty || (try? Survey(storage).manifest) == survey.manifest {
        self = check
        return
      }
    }
  }

  private init(_ survey: Survey, _ depth: Depth) {
    let manifest = survey.manifest
    // What a manifest says of segments is asked for only where there is one.
    let depth = survey.isWritten ? depth : .checksums
    var faults = survey.list.faults
    var sound: [Segment] = []
    for entry in manifest.segments {
      let check = SegmentCheck(entry, in: survey.storage, depth: depth, hasPositions: manifest.hasPositions)
      faults += check.list.faults
      if let segment = check.segment, check.list.faults.isEmpty { sound.append(segment) }
    }
    if depth == .structures {
      var list = FaultList()
      _ = list.attempt(holds: "one record twice") { () throws(IndexError) in try sound.checkUniqueness() }
      faults += list.faults
    }
    self.faults = faults
    documents = manifest.segments.reduce(0) { $0 + $1.liveDocuments }
    segments = manifest.segments.count
  }
}

extension [Segment] {
  /// Checks that no two segments have a document of one identifier that isn't deleted.
  ///
  /// - Throws: ``IndexError`` at the first.
  /// - Complexity: O(d · s · log d) for d documents in s segments.
  func checkUniqueness() throws(IndexError) {
    for (number, segment) in enumerated().dropFirst() {
      for document in 0..<segment.documents where !segment.deletions.contains(document) {
        let id = try segment.reading { () throws(FormatError) in
          try Identifiers(segment.file).identifier(of: document)
        }
        for earlier in self[..<number] {
          guard let other = try earlier.document(of: id.span), !earlier.deletions.contains(other) else { continue }
          throw .corrupt(
            path: segment.file.region.path, expected: "one record “\(String(decoding: id, as: UTF8.self))”",
            found: "another in \(earlier.file.region.path)")
        }
      }
    }
  }
}
