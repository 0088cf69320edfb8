/// What each code of counts comes to under the weights of the fields: one look-up a posting.
@safe final class FrequencyTable: Sendable {
  /// The table for all texts, each occurrence counting 1.
  static let standard = FrequencyTable(.all, BM25(averageLength: 1))
  /// The texts that count.
  let fields: FieldSet
  private let scoring: BM25
  /// The weighted frequencies of the codes other than 0; they live as long as the table and don't change.
  nonisolated(unsafe) let start: UnsafePointer<Float>

  /// The table for some texts under `scoring`.
  init(_ fields: FieldSet, _ scoring: BM25) {
    self.fields = fields
    self.scoring = scoring
    let frequencies = UnsafeMutablePointer<Float>.allocate(capacity: 256)
    for code in 0...255 {
      unsafe (frequencies + code).initialize(to: scoring.frequency(FieldCounts(code: UInt8(code)), in: fields))
    }
    unsafe start = UnsafePointer(frequencies)
  }

  deinit { unsafe start.deallocate() }

  /// The weighted frequency of any counts.
  func frequency(_ counts: FieldCounts) -> Float { scoring.frequency(counts, in: fields) }

  /// Whether counts have an occurrence in the texts.
  func holds(_ counts: FieldCounts) -> Bool { counts.stands(in: fields) }
}
