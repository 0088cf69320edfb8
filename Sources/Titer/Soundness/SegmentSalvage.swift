/// The stored documents of one segment, as far as they are intact.
struct SegmentSalvage {
  /// What is damaged.
  private(set) var list = FaultList()
  /// The identifiers of documents that can't be read.
  private(set) var lost: [String] = []
  /// The number of those whose identifiers can't be read either.
  private(set) var lostWithoutName = 0

  private let entry: Manifest.Entry
  private let file: SegmentFile?
  private var deletions: Deletions

  /// Opens what is needed of a segment.
  init(_ entry: Manifest.Entry, in storage: any Storage) {
    self.entry = entry
    file = list.attempt(holds: entry.holds) { () throws(IndexError) in
      let file = try SegmentFile(salvaging: storage.open(entry.fileName))
      guard file.documents == entry.documents else {
        throw .corrupt(path: file.region.path, expected: "\(entry.documents) documents", found: "\(file.documents)")
      }
      return file
    }
    deletions = Deletions(documents: file?.documents ?? 0)
    guard file != nil, let name = entry.deletionsFileName else { return }
    let count = entry.documents - entry.liveDocuments
    let holds = "which \(count) of \(entry.documents) records are deleted, which come back"
    let read = list.attempt(holds: holds) { () throws(IndexError) in
      try Deletions(salvaging: storage.open(name), documents: entry.documents, count: count)
    }
    if let read { deletions = read }
  }

  /// Calls `body` with what each document was stored with that is not deleted and intact.
  mutating func visit(_ body: (_ stored: [UInt8]) throws -> Void) throws {
    guard let file else {
      lostWithoutName += entry.liveDocuments
      return
    }
    list.attempt(holds: "where the parts of the file are", in: file) { () throws(FormatError) in try file.checkTable() }
    for section in [Section.stored, .storedPages, .storedDictionary, .identifiers] {
      list.attempt(holds: Structure(section).holds, in: file) { () throws(FormatError) in try file.check(section) }
    }
    let areNamed = file.isSound(.identifiers)
    let stored = StoredSalvage(file)
    for page in 0..<stored.pageCount {
      for (place, content) in stored.contents(ofPage: page).enumerated() {
        let document = StoredDocuments.pageSize * page + place
        if deletions.contains(document) { continue }
        if let content { try body(content) } else { lose(document, file, areNamed) }
      }
    }
  }

  /// Notes that a document is lost, by its identifier where that can be believed.
  private mutating func lose(_ document: Int, _ file: SegmentFile, _ isNamed: Bool) {
    if isNamed, let id = try? Identifiers(file).identifier(of: document) {
      lost.append(String(decoding: id, as: UTF8.self))
    } else {
      lostWithoutName += 1
    }
  }
}
