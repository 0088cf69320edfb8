extension Run {
  /// The run in TREC's form, topics in the order of their bytes, each best first.
  ///
  /// Programs that read it take scores as 32-bit floats, and break ties in ways of their own. So each score is written
  /// strictly below the one before it: lowered to the next float where it isn't, or the documents counted down where there
  /// is none below. White space in names and the tag, which would end the field, becomes `_`.
  public var text: String {
    var text = ""
    for topic in topics { append(topic, to: &text) }
    return text
  }

  private func append(_ topic: String, to text: inout String) {
    let results = results(of: topic)
    let scores = Self.strictlyDecreasing(results.map(\.score))
    let (topic, tag) = (Self.field(topic), Self.field(tag))
    for (index, result) in results.enumerated() {
      text += "\(topic) Q0 \(Self.field(result.document)) \(index + 1) \(scores[index]) \(tag)\n"
    }
  }

  /// Scores in the order of `scores`, which doesn't rise, none of them infinite and no two the same.
  static func strictlyDecreasing(_ scores: [Float]) -> [Float] {
    var last = Float.infinity
    let lowered = scores.map { score in
      last = min(score, last.nextDown)
      return last
    }
    guard let least = lowered.last, !least.isFinite else { return lowered }
    return scores.indices.map { Float(scores.count - $0) }
  }

  private static func field(_ name: String) -> String {
    guard !name.isEmpty else { return "_" }
    return String(decoding: name.utf8.map { FieldScanner.isSpace($0) ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }
}
