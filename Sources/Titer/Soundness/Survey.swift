/// Which segments an index has: by its manifest, or where that is damaged by its files.
struct Survey {
  /// What is wrong with the manifest.
  private(set) var list = FaultList()
  /// The manifest, or one of all segments in the folder.
  let manifest: Manifest
  /// Whether the manifest is the one on the disk.
  let isWritten: Bool
  /// The folder.
  let storage: any Storage

  /// Surveys the folder of an index that is to be checked, whatever chain made it.
  ///
  /// - Throws: ``IndexError`` when there is no index, of another version, or the folder can't be read.
  init(_ storage: any Storage) throws(IndexError) {
    try self.init(storage) { file throws(IndexError) in try Manifest(anyChain: file) }
  }

  /// Surveys the folder of an index whose stored documents are to be read, whatever is damaged.
  ///
  /// - Throws: ``IndexError`` when there is no index, of a version whose stored documents can't be read, or the folder can't be read.
  init(salvaging storage: any Storage) throws(IndexError) {
    try self.init(storage) { file throws(IndexError) in try Manifest(salvaging: file) }
    try checkVersion()
  }

  private init(_ storage: any Storage, _ read: (FileRegion) throws(IndexError) -> Manifest) throws(IndexError) {
    self.storage = storage
    let names = try storage.list()
    let files = names.compactMap { IndexFile(name: $0) }
    guard names.contains(Manifest.fileName) || files.contains(where: \.isSegment) else {
      throw .missing(path: storage.path)
    }
    do throws(IndexError) {
      manifest = try read(storage.open(Manifest.fileName))
      isWritten = true
    } catch {
      if case .unsupportedVersion = error { throw error }
      list = FaultList([Fault(error: error, holds: "which segments make up the index, and its analysis")])
      manifest = Self.manifest(of: files, in: storage)
      isWritten = false
    }
  }

  /// Makes sure that the manifest or a segment is of a version whose stored documents can be read; that of one may be damaged.
  private func checkVersion() throws(IndexError) {
    let names = [Manifest.fileName] + manifest.segments.map(\.fileName)
    // All magics have one size.
    let found = names.compactMap { name -> UInt32? in
      guard let file = try? storage.open(name) else { return nil }
      return try? FileEnvelope.version(of: file, magic: Manifest.magic)
    }
    if let first = found.first, !found.contains(where: FileEnvelope.salvaged.contains) {
      throw .unsupportedVersion(
        path: "\(storage.path)/\(Manifest.fileName)", found: Int(first), supported: Int(FileEnvelope.version))
    }
  }

  /// A manifest of all segments in a folder, each with its latest deletions; those that don't open have no documents.
  ///
  /// Among them may be some that were merged, or not yet committed, when a writer died.
  private static func manifest(of files: [IndexFile], in storage: any Storage) -> Manifest {
    var commits: [Int: Int] = [:]
    for case .deletions(let segment, let commit) in files { commits[segment] = max(commits[segment] ?? 0, commit) }
    var manifest = Manifest(chain: AnalysisChain(unknown: ""))
    for case .segment(let number) in files {
      var entry = Manifest.Entry(new: number)
      entry.documents = (try? SegmentFile(salvaging: storage.open(entry.fileName)))?.documents ?? 0
      entry.deletionsCommit = commits[number] ?? 0
      let deletions = entry.deletionsFileName.flatMap { name in
        try? Deletions(storage.open(name), documents: entry.documents)
      }
      entry.liveDocuments = entry.documents - (deletions?.count ?? 0)
      manifest.segments.append(entry)
    }
    manifest.segments.sort { $0.number < $1.number }
    return manifest
  }
}
