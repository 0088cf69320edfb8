/// Answers as lines of a TREC run: `topic Q0 document rank score tag`.
///
/// Evaluation tools read scores as 32-bit floats, ignore the rank and break ties in ways of their own; so each
/// score is printed strictly below the one before it, lowered to the next float where the engine's isn't.
struct RunLines {
  let tag: String

  func text(topic: String, ranking: [(id: String, score: Float)]) -> String {
    let (topic, tag) = (runField(topic), runField(tag))
    var text = ""
    var last = Float.infinity
    for (index, hit) in ranking.enumerated() {
      last = min(hit.score, last.nextDown)
      text += "\(topic) Q0 \(runField(hit.id)) \(index + 1) \(last) \(tag)\n"
    }
    return text
  }
}

/// A field as a run can hold it: its white space, which would end the field, as `_`.
private func runField(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  return isPlain ? text : String(text.map { $0.isWhitespace ? "_" : $0 })
}
