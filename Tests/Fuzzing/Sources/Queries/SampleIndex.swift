import Titer

/// A small index with something of all that queries ask for, made once.
enum SampleIndex {
  /// How many documents it has.
  static let documents = 24
  /// Some of their identifiers.
  static let probes = ["id0", "id5"]
  /// A text of words that are in it.
  static let text = texts.joined(separator: " ")

  /// The index, of two segments, with a document that was replaced.
  static let index: Index = demandNoError("an index can be made") { () throws(IndexError) in
    let folder = Scratch.folder("sample")
    try write(to: folder, count: documents, commits: 2)
    return try Index(path: folder)
  }

  /// Writes an index of the same kind.
  static func write(to folder: String, count: Int, commits: Int) throws(IndexError) {
    var writer = try IndexWriter(path: folder, memoryBudget: 1 << 20, threads: 1)
    for number in 0..<count {
      try writer.add(document(number))
      if number == count / 2, commits > 1 { try writer.commit() }
    }
    try writer.add(document(1))
    try writer.commit()
  }

  private static let texts = [
    "Lupus nephritis treated with CAR T-cells", "IL-6 and TNF-α in the renal tumour", "A randomised trial of aspirin",
    "Chimeric antigen receptor (CAR) therapy", "nephritis, nephropathies; kidney diseases",
    "cells of mice, not of humans",
  ]

  private static func document(_ number: Int) -> Document {
    let (title, other) = (texts[number % 6], texts[number / 2 % 6])
    return Document(
      id: "id\(number)", title: title, abstract: "\(other). \(title) case\(number % 7) \(other)",
      keywords: [["lupus"], ["Humans", "kidney"], []][number % 3], year: number % 4 == 0 ? nil : 2000 + number % 30,
      journal: ["BMJ", "Lancet", ""][number % 3],
      types: [["Review"], ["Clinical Trial", "Journal Article"], []][number % 3],
      language: ["eng", "fre", ""][number % 3], source: ["PubMed", "Embase"][number % 2],
      values: [
        .init(.heading, ["Lupus Nephritis/*drug therapy", "Humans", "Kidney"][number % 3]),
        .init(.author, ["Smith JA", "de la Cruz M", "Wu"][number % 3]), .init(.journal, "BMJ"),
        .init(.identifier, "10.1/\(number)"),
      ], stored: [UInt8]("stored \(number)".utf8))
  }
}
