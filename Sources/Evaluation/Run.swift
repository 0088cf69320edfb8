/// The documents that a system returned for each topic.
///
/// TREC's form, a line a document: `topic Q0 document rank score tag`, parted by white space.
public struct Run: Sendable, Equatable {
  /// The scores by topic and document.
  public private(set) var scores: [String: [String: Float]] = [:]

  /// Reads a run.
  ///
  /// - Throws: ``TRECError`` at the first line that belongs to none, or that returns a document again.
  public init(_ text: String) throws(TRECError) {
    for line in TRECLine.lines(of: text) {
      try line.expect(6, "topic, Q0, document, rank, score and tag")
      guard let score = Float(line.fields[4]) else { throw line.error("a number as score", line.fields[4]) }
      let (topic, document) = (line.fields[0], line.fields[2])
      guard scores[topic, default: [:]].updateValue(score, forKey: document) == nil else {
        throw line.error("a document once a topic", "a second \(document) for topic \(topic)")
      }
    }
  }

  /// The documents of a topic in trec_eval's order: by score as a 32-bit float, descending, ties by name, descending.
  ///
  /// The rank column doesn't count, as it doesn't to trec_eval (`form_res_rels.c`).
  public func ranking(of topic: String) -> [String] {
    let documents = scores[topic, default: [:]].sorted { left, right in
      left.value == right.value
        ? right.key.utf8.lexicographicallyPrecedes(left.key.utf8) : left.value > right.value
    }
    return documents.map(\.key)
  }
}
