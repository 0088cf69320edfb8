/// What one commit consists of.
///
/// Its file `manifest`, in a ``FileEnvelope`` of the magic “TITERMAN”:
///
///     string     name of the analysis chain
///     varint     number of the commit, from 1
///     varint     number of the next segment
///     varint     number of segments
///     per segment:
///       varint   its number
///       varint   documents, deleted ones included
///       varint   documents that are not deleted
///       varint   sum of the lengths of these
///       varint   the commit that wrote its deletions, 0 for none
///     varint     1, only where segments have no positions
package struct Manifest: Sendable, Equatable {
  /// The file of the last commit.
  package static let fileName = "manifest"
  static let magic = "TITERMAN"
  // Far more than disks hold, and little enough that no sum of a manifest's numbers overflows.
  private static let largestNumber = 1 << 42
  private static let mostSegments = 1 << 20

  /// A segment of the commit.
  package struct Entry: Sendable, Equatable {
    /// Its number, never used again in this index.
    package var number: Int
    /// Documents, deleted ones included.
    package var documents: Int
    /// Documents that are not deleted.
    package var liveDocuments: Int
    /// The sum of their lengths.
    package var liveTokens: Int
    /// The commit that wrote its deletions, 0 for none.
    package var deletionsCommit: Int

    /// A segment as a manifest names it.
    package init(number: Int, documents: Int, liveDocuments: Int, liveTokens: Int, deletionsCommit: Int) {
      self.number = number
      self.documents = documents
      self.liveDocuments = liveDocuments
      self.liveTokens = liveTokens
      self.deletionsCommit = deletionsCommit
    }

    /// A segment that no commit has yet, of no documents.
    init(new number: Int) {
      self.init(number: number, documents: 0, liveDocuments: 0, liveTokens: 0, deletionsCommit: 0)
    }

    /// The segment's file.
    var fileName: String { IndexFile.segment(number).name }
    /// The file of its deletions, if any.
    var deletionsFileName: String? {
      deletionsCommit == 0 ? nil : IndexFile.deletions(segment: number, commit: deletionsCommit).name
    }
  }

  /// The analysis that made the index.
  package var chain: AnalysisChain
  /// The number of the commit; 0 before the first.
  package var commit = 0
  /// The number of the next segment.
  package var nextSegment = 1
  /// The segments, oldest first.
  package var segments: [Entry] = []
  /// Whether the segments know where words stand; those of an inverted collection don't.
  package var hasPositions = true

  /// The manifest of an empty index.
  package init(chain: AnalysisChain) {
    self.chain = chain
  }

  /// All files that the commit needs, the manifest's own left out.
  var fileNames: [String] { segments.flatMap { [$0.fileName] + ($0.deletionsFileName.map { [$0] } ?? []) } }

  /// The file's bytes.
  package var fileBytes: [UInt8] {
    var payload = ByteWriter()
    payload.string(Array(chain.name.utf8))
    payload.varint(commit)
    payload.varint(nextSegment)
    payload.varint(segments.count)
    for entry in segments {
      payload.varint(entry.number)
      payload.varint(entry.documents)
      payload.varint(entry.liveDocuments)
      payload.varint(entry.liveTokens)
      payload.varint(entry.deletionsCommit)
    }
    if !hasPositions { payload.varint(1) }
    return FileEnvelope.wrap(payload.bytes, magic: Self.magic)
  }

  /// The manifest in a file, of an index made by a chain that Titer has or one of `chains`.
  package init(_ file: FileRegion, chains: [AnalysisChain] = []) throws(IndexError) {
    try self.init(anyChain: file)
    let known = AnalysisChain.builtIn + chains
    guard let chain = known.first(where: { $0 == chain }) else {
      throw .unknownAnalysis(path: file.path, found: chain.name, known: Set(known).map(\.name).sorted())
    }
    self.chain = chain
  }

  /// The manifest in a file, whatever chain made the index.
  init(anyChain file: FileRegion) throws(IndexError) {
    try self.init(FileEnvelope.unwrap(file, magic: Self.magic), of: file)
  }

  /// The manifest in a file of which one byte may be damaged, and whatever its version and chain.
  ///
  /// - Throws: ``IndexError`` when more is damaged.
  init(salvaging file: FileRegion) throws(IndexError) {
    try self.init(FileEnvelope.salvage(file, magic: Self.magic), of: file)
  }

  private init(_ payload: [UInt8], of file: FileRegion) throws(IndexError) {
    var reader = ByteReader(payload.span)
    do throws(FormatError) {
      chain = AnalysisChain(unknown: String(decoding: try reader.string(), as: UTF8.self))
      try readSegments(&reader)
    } catch {
      throw error.inFile(file.path)
    }
  }

  private mutating func readSegments(_ reader: inout ByteReader) throws(FormatError) {
    commit = try Self.number(&reader)
    nextSegment = try Self.number(&reader)
    let count = try reader.varint()
    guard count <= Self.mostSegments else {
      throw FormatError(expected: "at most \(Self.mostSegments) segments", found: "\(count)")
    }
    for _ in 0..<count { segments.append(try Self.entry(&reader)) }
    if !reader.isAtEnd {
      try expect(try reader.varint(), toBe: 1, "what says that there are no positions")
      hasPositions = false
    }
    try expect(reader.isAtEnd, toBe: true, "the end of the manifest:")
  }

  private static func entry(_ reader: inout ByteReader) throws(FormatError) -> Entry {
    let entry = Entry(
      number: try number(&reader), documents: try number(&reader), liveDocuments: try number(&reader),
      liveTokens: try number(&reader), deletionsCommit: try number(&reader))
    guard entry.liveDocuments <= entry.documents else {
      throw FormatError(
        expected: "at most \(entry.documents) documents that are not deleted", found: "\(entry.liveDocuments)")
    }
    return entry
  }

  private static func number(_ reader: inout ByteReader) throws(FormatError) -> Int {
    let number = try reader.varint()
    guard number <= largestNumber else {
      throw FormatError(expected: "a number of at most \(largestNumber)", found: "\(number)")
    }
    return number
  }
}
