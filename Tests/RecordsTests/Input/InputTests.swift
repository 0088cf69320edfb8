import Glibc
import Records
import TestSupport
import Testing

struct InputTests {
  private static let text = [UInt8](String(repeating: "TY  - JOUR\nTI  - A line of text\nER  - \n", count: 20_000).utf8)

  @Test func memoryComesBackWhole() throws {
    let input = Input(name: "memory", bytes: Self.text)
    #expect(try input.peek().elementsEqual(Self.text.prefix(65_536)))
    #expect(try input.readAll() == Self.text)
    #expect(input.bytesRead == Self.text.count)
    #expect(input.totalBytes == Self.text.count)
    #expect(input.takeWarnings().isEmpty)
    #expect(try input.next().isEmpty)
  }

  @Test func emptyInputsAreEmpty() throws {
    let input = Input(name: "memory", bytes: [])
    #expect(try input.peek().isEmpty)
    #expect(try input.next().isEmpty)
    #expect(input.takeWarnings().isEmpty)
  }

  @Test func chunksAreBounded() throws {
    let input = Input(name: "memory", bytes: Self.text)
    _ = try input.peek()
    while case let chunk = try input.next(), !chunk.isEmpty { #expect(chunk.count <= 256 << 10) }
  }

  @Test(arguments: [Compression.gzip, .zstandard])
  func compressionIsToldByContent(_ compression: Compression) throws {
    let input = Input(name: "plain.ris", bytes: compression.compress(Self.text))
    #expect(try input.readAll() == Self.text)
    #expect(input.takeWarnings().isEmpty)
  }

  @Test(arguments: [Compression.gzip, .zstandard])
  func membersFollowEachOther(_ compression: Compression) throws {
    let members = (0..<50).map { compression.compress([UInt8]("member \($0)\n".utf8)) }
    let input = Input(name: "members", bytes: Array(members.joined()))
    let expected = (0..<50).map { "member \($0)\n" }.joined()
    #expect(try String(decoding: input.readAll(), as: UTF8.self) == expected)
    #expect(input.takeWarnings().isEmpty)
  }

  @Test func zeroPaddingAfterGzipIsNothing() throws {
    let input = Input(name: "padded", bytes: Compression.gzip.compress(Self.text) + [UInt8](repeating: 0, count: 512))
    #expect(try input.readAll() == Self.text)
    #expect(input.takeWarnings().isEmpty)
  }

  @Test(arguments: [Compression.gzip, .zstandard])
  func everyCutKeepsWhatStandsBeforeIt(_ compression: Compression) throws {
    let text = [UInt8]("TI  - Interleukin-6 in septic shock, a short sample\n".utf8)
    let bytes = compression.compress(text)
    for length in 4..<bytes.count {
      let input = Input(name: "cut", bytes: [UInt8](bytes.prefix(length)))
      #expect(try text.starts(with: input.readAll()), "cut at \(length)")
      let warnings = input.takeWarnings()
      #expect(warnings.count == 1, "cut at \(length)")
      #expect(warnings.first?.found.hasPrefix("its end at about byte \(length)") == true, "\(warnings)")
    }
  }

  @Test func cutGzipGivesTheBytesBeforeTheCut() throws {
    let bytes = Compression.gzip.compress(Self.text)
    let input = Input(name: "cut", bytes: [UInt8](bytes.prefix(bytes.count - 9)))
    #expect(try input.readAll() == Self.text)
    #expect(input.takeWarnings().count == 1)
  }

  @Test(arguments: [Compression.gzip, .zstandard])
  func rubbishAfterTheEndIsReported(_ compression: Compression) throws {
    let input = Input(name: "rubbish", bytes: compression.compress(Self.text) + [UInt8]("rubbish".utf8))
    #expect(try input.readAll() == Self.text)
    #expect(input.takeWarnings().first?.found.hasPrefix("damaged data") == true)
  }

  @Test(arguments: [Compression.gzip, .zstandard])
  func damageNeverCrashes(_ compression: Compression) throws {
    let seed: UInt64 = 20_261_123
    var generator = SeededGenerator(seed: seed)
    let bytes = compression.compress(Self.text)
    for _ in 0..<200 {
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
      let input = Input(name: "damaged", bytes: damaged)
      _ = try input.readAll()
      #expect(input.takeWarnings().count <= 1, "seed \(seed)")
    }
  }

  @Test func filesAreReadAndCounted() throws {
    let file = try TemporaryFile(Self.text)
    let input = try Input(path: file.path)
    #expect(input.totalBytes == Self.text.count)
    #expect(try input.readAll() == Self.text)
    #expect(input.bytesRead == Self.text.count)
  }

  @Test func missingFilesAndFoldersAreSystemErrors() {
    #expect(throws: ReadError.system(file: "/no/such", operation: "open the file", reason: "No such file or directory"))
    {
      try Input(path: "/no/such")
    }
    #expect { try Input(path: "/") } throws: { ($0 as? ReadError)?.description.contains("folder") == true }
  }
}
