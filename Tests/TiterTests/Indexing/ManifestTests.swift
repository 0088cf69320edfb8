import TestSupport
import Testing
import Titer

@Suite struct ManifestTests {
  private let folder = TemporaryFolder()

  private func reread(_ bytes: [UInt8]) throws -> Manifest {
    try folder.write("manifest", bytes)
    return try Manifest(FileRegion(path: folder.file("manifest")))
  }

  private static func manifest(_ segments: [Manifest.Entry]) -> Manifest {
    var manifest = Manifest(chain: .english)
    manifest.commit = 300
    manifest.nextSegment = 12
    manifest.segments = segments
    return manifest
  }

  private static func entry(documents: Int = 70_000, live: Int = 69_999, tokens: Int = 1 << 40) -> Manifest.Entry {
    Manifest.Entry(number: 3, documents: documents, liveDocuments: live, liveTokens: tokens, deletionsCommit: 299)
  }

  @Test(arguments: [0, 1, 200]) func manifestsRoundTrip(segments: Int) throws {
    let manifest = Self.manifest(Array(repeating: Self.entry(), count: segments))
    #expect(try reread(manifest.fileBytes) == manifest)
  }

  @Test func thatThereAreNoPositionsIsKept() throws {
    var manifest = Self.manifest([Self.entry()])
    manifest.hasPositions = false
    #expect(try reread(manifest.fileBytes) == manifest)
  }

  @Test(arguments: ["english/1", "klingon/7"]) func anUnknownChainIsNamed(name: String) throws {
    var payload = ByteWriter()
    payload.string(Array(name.utf8))
    for number in [1, 1, 0] { payload.varint(number) }
    let expected = IndexError.unknownAnalysis(
      path: folder.file("manifest"), found: name, known: ["biomedical/2", "english/2", "plain/1"])
    #expect(throws: expected) { try reread(FileEnvelope.wrap(payload.bytes, magic: "TITERMAN")) }
    #expect(expected.description.contains("“\(name)”"))
    #expect(expected.description.contains("`titer rebuild`"))
  }

  @Test func numbersWhoseSumsMightOverflowAreReported() {
    #expect(throws: IndexError.self) { try reread(Self.manifest([Self.entry(tokens: .max)]).fileBytes) }
    #expect(throws: IndexError.self) {
      try reread(Self.manifest([Self.entry(documents: .max, live: .max)]).fileBytes)
    }
    var manifest = Self.manifest([])
    manifest.commit = .max
    #expect(throws: IndexError.self) { try reread(manifest.fileBytes) }
  }

  @Test func moreLiveDocumentsThanDocumentsAreReported() {
    #expect(throws: IndexError.self) { try reread(Self.manifest([Self.entry(documents: 5, live: 6)]).fileBytes) }
  }

  @Test func moreSegmentsThanTheManifestHoldsAreReported() {
    var payload = ByteWriter()
    payload.string(AnalysisChain.english.name.utf8)
    for number in [1, 1, Int.max] { payload.varint(number) }
    #expect(throws: IndexError.self) { try reread(FileEnvelope.wrap(payload.bytes, magic: "TITERMAN")) }
  }

  @Test func bytesBehindTheLastSegmentAreReported() throws {
    let bytes = Self.manifest([Self.entry()]).fileBytes
    #expect(throws: IndexError.self) { try reread(FileEnvelope.wrap(Array(bytes[16...]) + [0], magic: "TITERMAN")) }
  }
}
