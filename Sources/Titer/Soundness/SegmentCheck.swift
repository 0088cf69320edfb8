/// Everything that is wrong with one segment.
struct SegmentCheck {
  /// What was found, the file's places first.
  private(set) var list = FaultList()
  /// The segment, when it can be opened.
  private(set) var segment: Segment?

  /// Compares all checksums of a segment, and checks its structures too when that is asked for and their checksums are right.
  ///
  /// - Complexity: O(size of the segment).
  init(_ entry: Manifest.Entry, in storage: any Storage, depth: IndexCheck.Depth, hasPositions: Bool) {
    let areDeletionsSound = checkDeletions(entry, storage)
    let opened = list.attempt(holds: entry.holds) { () throws(IndexError) in
      try SegmentFile(storage.open(entry.fileName))
    }
    guard let file = opened else { return }
    let sound = checkSections(file)
    guard areDeletionsSound, sound.isSuperset(of: Structure.lists.sections) else { return }
    segment = list.attempt(holds: entry.holds) { () throws(IndexError) in try Segment(entry, file, in: storage) }
    guard depth == .structures, let segment else { return }
    for structure in Structure.allCases where sound.isSuperset(of: structure.sections) {
      list.attempt(holds: structure.holds, in: file) { () throws(FormatError) in
        try segment.check(structure, hasPositions: hasPositions)
      }
    }
    list.attempt(holds: "how many records there are", in: file) { () throws(FormatError) in
      try segment.checkLiveDocuments()
    }
  }

  private mutating func checkDeletions(_ entry: Manifest.Entry, _ storage: any Storage) -> Bool {
    guard let name = entry.deletionsFileName else { return true }
    let holds = "which \(entry.documents - entry.liveDocuments) of \(entry.documents) records are deleted"
    let deletions = list.attempt(holds: holds) { () throws(IndexError) in
      try Deletions(storage.open(name), documents: entry.documents)
    }
    return deletions != nil
  }

  /// Compares the checksums of all sections, and returns those that are right.
  private mutating func checkSections(_ file: SegmentFile) -> Set<Section> {
    list.attempt(holds: "where the parts of the file are", in: file) { () throws(FormatError) in
      try file.checkLayout()
    }
    var sound = Set<Section>()
    for section in Section.allCases {
      let isSound = list.attempt(holds: Structure(section).holds, in: file) { () throws(FormatError) in
        try file.check(section)
      }
      if isSound { sound.insert(section) }
    }
    return sound
  }
}

extension Manifest.Entry {
  /// What the segment holds, in words for the user.
  var holds: String { liveDocuments == 1 ? "1 record" : "\(liveDocuments) records" }
}
