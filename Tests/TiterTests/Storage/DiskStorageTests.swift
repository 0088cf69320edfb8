import TestSupport
import Testing
import Titer

@Suite struct DiskStorageTests {
  private let folder = TemporaryFolder()
  private var storage: DiskStorage { DiskStorage(path: folder.path) }

  // As many entries as fill the system's buffer more than once, the longest names among them.
  @Test func allNamesAreListed() throws {
    let names = (0..<1500).map { "\($0)" } + ["é", String(repeating: "n", count: 255)]
    for name in names { try folder.write(name, []) }
    #expect(try storage.list().sorted() == names.sorted())
  }

  @Test func aRegionOutlivesTheFileThatItMaps() throws {
    try folder.write("old", [1, 2, 3])
    try folder.write("new", [4])
    let region = try storage.open("old")
    try storage.rename("new", to: "old")
    #expect(try folder.read("old") == [4])
    try storage.remove("old")
    let bytes = (0..<region.count).map { region.bytes[$0] }
    #expect(bytes == [1, 2, 3])
    #expect(folder.names == [])
  }

  @Test func anEmptyFileHasAnEmptyRegion() throws {
    try folder.write("empty", [])
    #expect(try storage.open("empty").count == 0)
  }

  // The output's buffer holds 1 MiB.
  @Test func manyWritesMakeOneFile() throws {
    let piece = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let file = try storage.create("large")
    for _ in 0..<25 { try file.write(piece.span) }
    try file.finish()
    #expect(file.count == 2_500_000)
    let found = try folder.read("large")
    #expect(found == Array((0..<25).map { _ in piece }.joined()))
  }

  @Test func failuresAreTheSystems() {
    let expected = IndexError.system(
      operation: "open", path: folder.file("absent"), reason: "No such file or directory")
    #expect(throws: expected) { try storage.open("absent") }
    #expect(throws: IndexError.self) { try storage.remove("absent") }
    #expect(throws: IndexError.self) { try storage.rename("absent", to: "other") }
  }
}
