/// What each code of counts comes to under the weights of the fields: one look-up a posting.
struct FrequencyTable: Sendable {
  /// The texts that count.
  let fields: FieldSet
  private let scoring: BM25
  private let frequencies: [Float]

  /// The table for some texts under `scoring`.
  init(_ fields: FieldSet, _ scoring: BM25) {
    self.fields = fields
    self.scoring = scoring
    frequencies = (0...255).map { scoring.frequency(FieldCounts(code: $0), in: fields) }
  }

  /// The weighted frequency of a code other than 0.
  subscript(code: UInt8) -> Float { frequencies[Int(code)] }

  /// The weighted frequency of any counts.
  func frequency(_ counts: FieldCounts) -> Float { scoring.frequency(counts, in: fields) }

  /// Whether counts have an occurrence in the texts.
  func holds(_ counts: FieldCounts) -> Bool {
    (fields.contains(.title) && counts.title > 0) || (fields.contains(.abstract) && counts.abstract > 0)
      || (fields.contains(.keywords) && counts.keywords > 0)
  }
}
