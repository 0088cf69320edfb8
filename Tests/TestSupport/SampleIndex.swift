import Titer

/// A small index of two segments, one with deletions and a dictionary of what is stored.
package enum SampleIndex {
  /// The identifiers of its documents.
  package static let ids: [String] = (0..<240).map { "id\($0)" }

  /// What a document is stored with.
  package static func stored(_ id: String) -> [UInt8] {
    var corpus = RandomCorpus(seed: UInt64(id.utf8.reduce(7) { $0 * 31 + Int($1) }))
    return Array("{\"_id\":\"\(id)\",\"title\":\"treatment of patients with \(corpus.text(upTo: 30))\"}".utf8)
  }

  /// Makes it in a folder.
  package static func write(to folder: TemporaryFolder) throws {
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    for (number, id) in ids.enumerated() {
      try writer.add(document(id, number))
      if number == 219 { try writer.commit() }
    }
    // Those replaced are deleted in the first segment.
    for number in stride(from: 0, to: 200, by: 25) { try writer.add(document(ids[number], number)) }
    try writer.commit()
  }

  private static func document(_ id: String, _ number: Int) -> Document {
    Document(
      id: id, title: ["cells", "lupus cells", "trial of cells in lupus"][number % 3],
      abstract: "case\(number) of cells",
      keywords: ["lupus"], year: 2000 + number % 20, journal: "journal \(number % 5)", types: ["a", "b"], source: "s",
      stored: stored(id))
  }
}
