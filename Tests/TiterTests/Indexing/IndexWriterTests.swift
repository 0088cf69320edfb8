import TestSupport
import Testing
import Titer

@Suite struct IndexWriterTests {
  private let folder = TemporaryFolder()

  private func commit(_ documents: Document...) throws {
    var writer = try IndexWriter(path: folder.path)
    for document in documents { try writer.add(document) }
    try writer.commit()
  }

  @Test func aSecondWriterIsLockedOutUntilTheFirstIsGone() throws {
    do {
      var first = try IndexWriter(path: folder.path)
      try first.add(Document(id: "1"))
      let refused = #expect(throws: IndexError.self) { _ = try IndexWriter(path: folder.path) }
      #expect(refused?.description.contains("is writing to this index; wait for it to end and try again") == true)
      try first.commit()
    }
    try commit(Document(id: "2"))
    #expect(try Index(path: folder.path).statistics.documents == 2)
  }

  @Test func aFolderWithoutACommitIsNoIndex() throws {
    #expect(throws: IndexError.missing(path: folder.path)) { try Index(path: folder.path) }
    do {
      var writer = try IndexWriter(path: folder.path, memoryBudget: 0)
      try writer.add(Document(id: "1"))
    }
    #expect(throws: IndexError.missing(path: folder.path)) { try Index(path: folder.path) }
  }

  /// The text of the first document used to become the next one's, and so on.
  @Test func documentsThatAreGoneBeforeTheCommitLeaveNothing() throws {
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    try writer.add(Document(id: "1", title: "cells"))
    try writer.delete(id: "1")
    try writer.commit()
    for (id, title) in [("2", "lupus"), ("3", "trial")] { try writer.add(Document(id: id, title: title)) }
    try writer.commit()
    let index = try Index(path: folder.path)
    let found = try ["cells", "lupus", "trial"].map { try index.ranking(Query([.words($0)]), limit: 9).map(\.id) }
    #expect(found == [[], ["2"], ["3"]])
  }

  @Test func aMissingFolderIsAMissingIndex() {
    let path = folder.file("absent")
    #expect(throws: IndexError.missing(path: path)) { try Index(path: path) }
  }

  @Test func aFileInPlaceOfTheFolderIsTheSystemsError() throws {
    try folder.write("file", [1])
    let path = folder.file("file")
    let expected = IndexError.system(operation: "list", path: path, reason: "Not a directory")
    #expect(throws: expected) { try Index(path: path) }
  }

  @Test func straysAreRemovedAndForeignFilesAreNot() throws {
    try commit(Document(id: "1", title: "cells"))
    let foreign = [
      "segment-notes.txt", "segment-", "segment-1-2", "segment-01", "segment-+1", "deletions-1", "deletions-1-x",
      "deletions-", "manifest.bak", "segments", ".hidden", "notes",
    ]
    let strays = ["segment-99", "deletions-1-7", "manifest.next"]
    for name in foreign + strays { try folder.write(name, [1]) }
    let before = try folder.contents()
    try commit(Document(id: "2", title: "cells"))
    let after = try folder.contents()
    for name in foreign { #expect(after[name] == before[name], "\(name)") }
    for name in strays { #expect(after[name] == nil, "\(name)") }
  }

  @Test func filesOfEarlierCommitsAreRemoved() throws {
    try commit(Document(id: "1"), Document(id: "2"))
    for _ in 0..<3 { try commit(Document(id: "1")) }
    #expect(folder.names == ["deletions-1-2", "lock", "manifest", "segment-1", "segment-4"])
  }

  @Test func canonicallyEqualIdentifiersAreDifferent() throws {
    try commit(Document(id: "é", stored: [1]), Document(id: "e\u{301}", stored: [2]))
    let index = try Index(path: folder.path)
    #expect(try index.stored(id: "é") == [1])
    #expect(try index.stored(id: "e\u{301}") == [2])
  }
}
