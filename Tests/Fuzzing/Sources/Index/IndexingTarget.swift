import Titer

private let folder = Scratch.folder("indexing")

/// Makes an index of the lines of a text, a line a document, and finds them again.
///
/// The first byte chooses the chain, and how many documents go into a segment.
func indexDocuments(_ bytes: [UInt8]) {
  var feed = ByteFeed(bytes)
  let choice = feed.byte()
  let chain = AnalysisChain.builtIn[choice % 3]
  let lines = feed.others().split(separator: 0x0A, maxSplits: 20).map { String(decoding: $0, as: UTF8.self) }
  let documents = lines.enumerated().map { document($0.offset, $0.element) }
  demandNoError("any text can be indexed") { () throws(IndexError) in
    let storage = DiskStorage(path: folder)
    for name in try storage.list() { try storage.remove(name) }
    try write(documents, chain, every: choice / 3 % 8 + 1)
    let index = try Index(path: folder)
    try index.check()
    for document in documents { try isFound(document, in: index) }
  }
}

private func document(_ number: Int, _ line: String) -> Document {
  let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
  return Document(
    id: "\(number)", title: part(0), abstract: part(1), keywords: [part(2)], year: Int(part(3)), journal: part(4),
    types: [part(5), part(0)], language: part(6), source: part(7),
    values: Attribute.allCases.map { Document.Value($0, part(8)) }, stored: [UInt8](line.utf8))
}

private func write(_ documents: [Document], _ chain: AnalysisChain, every: Int) throws(IndexError) {
  var writer = try IndexWriter(path: folder, chain: chain, memoryBudget: 1 << 20, threads: 1)
  for (number, document) in documents.enumerated() {
    try writer.add(document)
    if number % every == 0 { try writer.commit() }
  }
  try writer.commit()
}

/// A document is stored as it was, and found by its own title.
private func isFound(_ document: Document, in index: Index) throws(IndexError) {
  let stored = try index.stored(id: document.id)
  demand(stored == document.stored, "a document is stored as it was: \(document)")
  let query = Query([.field(.title, .exact(document.title))], variants: [])
  let parts = try index.explanation(of: query, id: document.id)?.parts ?? []
  guard !parts.isEmpty else { return }
  let answers = try index.answers(query, id: document.id)
  demand(answers == true, "a document is found by its title: \(document)")
}
