import Foundation
import Records
import Titer

/// As many documents as are wanted, of stretches of the sample corpus's words: their words are as frequent as there, and
/// phrases come back.
///
/// A few words are two of the sample's as one, so that there are many rare terms as well.
public struct GeneratedCorpus {
  private var random = SplitMix64(state: 20_260_101)
  private let words: [String]

  /// A corpus that is the same each time, whose words are read from the folder `corpus` of the repository.
  public init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "corpus")
    var words: [String] = []
    for name in ["records.ris", "pubmed.xml"] {
      var file = try RecordFile(path: folder.appending(path: name).path)
      while let event = try file.next() {
        guard case .record(let record) = event else { continue }
        let document = Document(record, stored: [])
        words += "\(document.title) \(document.abstract)".split(separator: " ").map(String.init)
      }
    }
    self.words = words
  }

  /// The next document, of about 70 words.
  public mutating func document(_ number: Int) -> Document {
    Document(id: "d\(number)", title: text(6...14), abstract: text(20...100))
  }

  /// Text of some words.
  public mutating func text(_ length: ClosedRange<Int>) -> String {
    let count = Int.random(in: length, using: &random)
    var text: [String] = []
    while text.count < count {
      let start = Int.random(in: 0..<words.count - 6, using: &random)
      text += words[start..<start + Int.random(in: 1...6, using: &random)]
      if Int.random(in: 0..<8, using: &random) == 0 { text.append(rareWord()) }
    }
    return text.joined(separator: " ")
  }

  private mutating func rareWord() -> String {
    let letters = (0..<2).map { _ in words[Int.random(in: 0..<words.count, using: &random)].filter(\.isLetter) }
    return letters.joined().lowercased()
  }

  /// Makes the index of the first `documents` documents in the new folder `path`, in one segment.
  public static func makeIndex(documents: Int, path: String) throws {
    var corpus = try GeneratedCorpus()
    try? FileManager.default.removeItem(atPath: path)
    var writer = try IndexWriter(path: path, chain: .english, memoryBudget: 4 << 30)
    for number in 0..<documents { try writer.add(corpus.document(number)) }
    try writer.commit()
  }
}

/// A random generator that repeats itself from its state (Steele, Lea and Flood, OOPSLA 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
