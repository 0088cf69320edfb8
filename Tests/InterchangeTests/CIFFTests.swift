import Interchange
import TestSupport
import Testing
import Titer

@Suite struct CIFFTests {
  private let folder = TemporaryFolder()

  /// Three documents, “heart attack aspirin”, “aspirin trial” and “heart trial trial”, whose terms are in the order in which they
  /// came; written by the Python package ciff-toolkit 0.2.2.
  private static let foreign: [UInt8] = [
    0x1C, 0x08, 0x01, 0x10, 0x04, 0x18, 0x03, 0x20, 0x04, 0x28, 0x03, 0x30, 0x08, 0x39, 0x55, 0x55, 0x55, 0x55, 0x55,
    0x55, 0x05, 0x40, 0x42, 0x05, 0x63, 0x68, 0x65, 0x63, 0x6B, 0x15, 0x0A, 0x05, 0x68, 0x65, 0x61, 0x72, 0x74, 0x10,
    0x02, 0x18, 0x02, 0x22, 0x02, 0x10, 0x01, 0x22, 0x04, 0x08, 0x02, 0x10, 0x01, 0x10, 0x0A, 0x06, 0x61, 0x74, 0x74,
    0x61, 0x63, 0x6B, 0x10, 0x01, 0x18, 0x01, 0x22, 0x02, 0x10, 0x01, 0x17, 0x0A, 0x07, 0x61, 0x73, 0x70, 0x69, 0x72,
    0x69, 0x6E, 0x10, 0x02, 0x18, 0x02, 0x22, 0x02, 0x10, 0x01, 0x22, 0x04, 0x08, 0x01, 0x10, 0x01, 0x17, 0x0A, 0x05,
    0x74, 0x72, 0x69, 0x61, 0x6C, 0x10, 0x02, 0x18, 0x03, 0x22, 0x04, 0x08, 0x01, 0x10, 0x01, 0x22, 0x04, 0x08, 0x01,
    0x10, 0x02, 0x06, 0x12, 0x02, 0x64, 0x30, 0x18, 0x03, 0x08, 0x08, 0x01, 0x12, 0x02, 0x64, 0x31, 0x18, 0x02, 0x08,
    0x08, 0x02, 0x12, 0x02, 0x64, 0x32, 0x18, 0x03,
  ]

  private func open(_ bytes: [UInt8]) throws -> CIFFFile {
    try folder.write("x.ciff", bytes)
    return try CIFFFile(path: folder.file("x.ciff"))
  }

  /// The index of a file, in a folder of its own.
  private func index(_ file: CIFFFile, _ chain: AnalysisChain) throws -> (index: Index, folder: TemporaryFolder) {
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path, chain: chain)
    try file.add(to: &writer)
    try writer.commit()
    return (try Index(path: folder.path), folder)
  }

  private func export(_ index: Index) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try CIFFExport(index).write { bytes += $0 }
    return bytes
  }

  @Test func aFileOfOthersRanksAsItsTextsDo() throws {
    let file = try open(Self.foreign)
    #expect(file.description == "check" && file.chain == nil && file.notes == [])
    let imported = try index(file, .plain)
    try imported.index.check()
    let texts = TemporaryFolder()
    var writer = try IndexWriter(path: texts.path, chain: .plain)
    for (number, text) in ["heart attack aspirin", "aspirin trial", "heart trial trial"].enumerated() {
      try writer.add(Document(id: "d\(number)", title: text))
    }
    try writer.commit()
    for words in ["heart", "trial", "aspirin attack", "heart trial aspirin attack"] {
      let query = Query([.words(words)])
      let expected = try Index(path: texts.path).ranking(query, limit: 9)
      let found = try imported.index.ranking(query, limit: 9)
      #expect(found.map(\.id) == expected.map(\.id) && found.map(\.score) == expected.map(\.score), "\(words)")
    }
  }

  @Test(arguments: 0..<9) func whatIsExportedComesBackByteForByte(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let source = TemporaryFolder()
    let chain = AnalysisChain.builtIn[Int(seed % 3)]
    for _ in 0..<2 {
      var writer = try IndexWriter(path: source.path, chain: chain)
      for _ in 0..<30 { try writer.add(corpus.document()) }
      try writer.delete(id: corpus.id())
      try writer.commit()
    }
    let original = try Index(path: source.path)
    let bytes = try export(original)
    let file = try open(bytes)
    #expect(file.chain == chain && file.notes == [], "seed \(seed)")
    let imported = try index(file, chain)
    #expect(try export(imported.index) == bytes, "seed \(seed)")
    for _ in 0..<30 {
      let query = Query([.words(corpus.text(upTo: 5))])
      let (expected, found) = (try original.ranking(query, limit: 50), try imported.index.ranking(query, limit: 50))
      #expect(found.map(\.score) == expected.map(\.score), "seed \(seed), \(query)")
      #expect(found.map { Array($0.id.utf8) } == expected.map { Array($0.id.utf8) }, "seed \(seed), \(query)")
    }
  }

  /// A copy of the file with other bytes at a place.
  private static func changed(_ place: Int, _ bytes: UInt8...) -> [UInt8] {
    var copy = foreign
    copy.replaceSubrange(place..<place + bytes.count, with: bytes)
    return copy
  }

  @Test(arguments: [
    ([], "the header", "a message at 0", "the end of the file"),
    (changed(0, 0x80), "the header", "1024 bytes at 2", "the end of the file after 139"),
    (changed(2, 2), "the header", "version 1", "2"),
    (changed(6, 0x7F), "the header", "documents for the 25 bytes behind the lists", "127"),
    (changed(31, 0x7F), "postings list 0", "a message of CIFF in 21 bytes at 30, with 127 more bytes", "19"),
    (foreign + [0], "the end", "no more than 141 bytes", "142"),
    (Array(foreign.dropLast()), "document record 2", "8 bytes at 133", "the end of the file after 7"),
    (changed(134, 1), "document record 2", "a number below 3 that no other has, and a length", "1 and 3"),
  ])
  func filesThatCannotBeAreRefused(bytes: [UInt8], place: String, expected: String, found: String) throws {
    let refused = #expect(throws: CIFFError.self) { try open(bytes) }
    let error = try #require(refused)
    #expect("\(error.place): \(error.expected), \(error.found)" == "\(place): \(expected), \(found)")
    #expect(error.description.hasPrefix("\(folder.file("x.ciff")): \(place): expected"))
  }

  @Test(arguments: [
    (changed(38, 3), "df 2 and cf 2, as its postings have", "3 and 2"),
    (changed(44, 0), "documents and frequencies from 1 on, of 32 bits", "document 0, frequency 0"),
  ])
  func listsThatCannotBeAreRefused(bytes: [UInt8], expected: String, found: String) throws {
    let file = try open(bytes)
    let refused = #expect(throws: CIFFError.self) { try index(file, .plain) }
    let error = try #require(refused)
    #expect(error.place == "the postings list of “heart”")
    #expect("\(error.expected), \(error.found)" == "\(expected), \(found)")
  }

  /// Whatever is damaged, there is an index that is sound, or an error.
  @Test func damagedFilesNeverTrap() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<TestCases.count(usual: 3000) {
      var bytes = Self.foreign
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      do {
        let imported = try index(try open(bytes), .plain)
        try imported.index.check()
      } catch is CIFFError {
      } catch is IndexError {
      }
    }
  }

  @Test func whatIsParticularAboutAFileIsNoted() throws {
    // The average in the header, and how many documents and terms there are in all.
    var bytes = Self.changed(20, 0x15)
    bytes[8] = 9
    bytes[10] = 7
    let notes = try open(bytes).notes
    #expect(notes.count == 3)
    #expect(notes[0] == "the file has 3 of the collection's 7 documents: ranked is by those")
    #expect(notes[1] == "the file has 4 of the collection's 9 terms")
    #expect(notes[2].hasPrefix("the header has an average length of 5.3"))
  }
}
