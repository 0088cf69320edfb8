/// Relevance judgements: how good each judged document is for each topic.
///
/// TREC's form, a line a judgement: `topic iteration document grade`, parted by white space.
public struct Qrels: Sendable, Equatable {
  /// The grades by topic and document; 0 and below is not relevant.
  public private(set) var grades: [String: [String: Int]] = [:]

  /// Reads judgements.
  ///
  /// - Throws: ``TRECError`` at the first line that is none, or that judges a document again.
  public init(_ text: String) throws(TRECError) {
    for line in TRECLine.lines(of: text) {
      try line.expect(4, "topic, iteration, document and grade")
      guard let grade = Int(line.fields[3]) else { throw line.error("a whole number as grade", line.fields[3]) }
      let (topic, document) = (line.fields[0], line.fields[2])
      guard grades[topic, default: [:]].updateValue(grade, forKey: document) == nil else {
        throw line.error("one judgement of a document", "a second one of \(document) for topic \(topic)")
      }
    }
  }
}
