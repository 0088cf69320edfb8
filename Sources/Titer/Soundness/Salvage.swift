/// The stored documents of an index, read as far as they are intact, to make another index of them.
///
/// It needs no more than what is stored: the index may be damaged, of an older version of the format, or of an analysis that this
/// program doesn't have.
///
///     var salvage = try Salvage(path: "car.idx")
///     try salvage.visit { stored in … }
///     print(salvage.faults, salvage.lost)
public struct Salvage {
  /// What is damaged, and what that holds; complete after ``visit(_:)``.
  public private(set) var faults: [Fault]
  /// The identifiers of documents that can't be read, where these are intact; complete after ``visit(_:)``.
  public private(set) var lost: [String] = []
  /// The number of documents that can't be read, nor their identifiers; complete after ``visit(_:)``.
  public private(set) var lostWithoutName = 0
  /// The name of the analysis chain, where the manifest is intact.
  public var chain: String? { survey.isWritten ? survey.manifest.chain.name : nil }
  /// Whether the index knows where words stand, and so was made of texts; of an inverted collection only identifiers are stored.
  public var hasPositions: Bool { survey.manifest.hasPositions }
  /// The documents that are not deleted, as the manifest says.
  public var documents: Int { survey.manifest.segments.reduce(0) { $0 + $1.liveDocuments } }

  private let survey: Survey

  /// Looks at the index in the folder `path`.
  ///
  /// - Throws: ``IndexError`` when there is none, or one of a version whose stored documents can't be read.
  public init(path: String) throws(IndexError) {
    try self.init(storage: DiskStorage(path: path))
  }

  package init(storage: any Storage) throws(IndexError) {
    survey = try Survey(salvaging: storage)
    faults = survey.list.faults
  }

  /// Calls `body` with what each document was stored with that is not deleted and intact, the oldest segment's first.
  ///
  /// Where it is damaged which ones are deleted, those come too.
  ///
  /// - Throws: what `body` throws.
  /// - Complexity: O(stored bytes), about 300 MB/s.
  public mutating func visit(_ body: (_ stored: [UInt8]) throws -> Void) throws {
    (faults, lost, lostWithoutName) = (survey.list.faults, [], 0)
    for entry in survey.manifest.segments {
      var segment = SegmentSalvage(entry, in: survey.storage)
      try segment.visit(body)
      faults += segment.list.faults
      lost += segment.lost
      lostWithoutName += segment.lostWithoutName
    }
  }
}
