package import CLanes
import Glibc

/// The BM25 scoring function over the collection's statistics (Robertson and Zaragoza 2009, with the idf of Lucene 8).
///
///     idf   = ln(1 + (N − df + 0.5) / (df + 0.5))
///     part  = count · idf · tf / (tf + k1 · (1 − b + b · length / average length))
///
/// A document's score is the sum of the parts of the query's terms, added as 32-bit floats in the order of the query, so
/// that it is the same bit for bit however the documents lie in segments. A term's weight, count · idf, and a document's
/// norm, k1 · (…), are computed in 64 bits and rounded to 32; the part is then weight · (tf / (tf + norm)) in 32 bits.
package struct BM25: Sendable {
  /// What the formula's free numbers are.
  let parameters: Scoring
  private let documents: Double
  let averageLength: Double
  // norm = fixed + perTerm · length, in 64 bits.
  private let fixed: Double

  /// The function for a collection of `documents` documents with `tokens` terms in all.
  package init(documents: Int, tokens: Int, parameters: Scoring = Scoring()) {
    self.init(
      documents: Double(documents), averageLength: Double(tokens) / Double(max(documents, 1)), parameters: parameters)
  }

  /// The function under the default parameters as far as it depends on lengths alone.
  init(averageLength: Double) {
    self.init(documents: 0, averageLength: averageLength, parameters: Scoring())
  }

  private init(documents: Double, averageLength: Double, parameters: Scoring) {
    self.documents = documents
    // Where no document has a word that ranks, all lengths are 0, and so are their ratios to this.
    self.averageLength = max(averageLength, .leastNormalMagnitude)
    self.parameters = parameters
    fixed = 1 - parameters.b
  }

  /// The documents of the collection.
  var documentCount: Int { Int(documents) }

  /// The weight of a term that counts as `count` words of the query, and that `documentFrequency` documents hold, or all that there are.
  package func weight(documentFrequency: Int, count: Double) -> Float {
    let frequency = min(Double(documentFrequency), documents)
    return Float(count * log(1 + (documents - frequency + 0.5) / (frequency + 0.5)))
  }

  /// What a document's length of `length` terms adds to the denominator.
  package func norm(length: UInt32) -> Float {
    Float(parameters.k1 * (fixed + parameters.b * Double(length) / averageLength))
  }

  /// What ``norm(length:)`` is made of, for kernels that compute it as it does.
  package var norm: lanes_norm {
    lanes_norm(k1: parameters.k1, fixed: fixed, b: parameters.b, average: averageLength)
  }

  /// What a term of `weight` adds to the score of a document of `length` terms that holds it `frequency` times.
  package func part(weight: Float, frequency: Float, length: UInt32) -> Float {
    weight * (frequency / (frequency + norm(length: length)))
  }

  /// A factor by which no part exceeds the one that an index keeps: that of the default parameters and an average length of
  /// `reference`.
  ///
  /// A part is tf ÷ (tf + norm). Weights of at most W make of tf at most W · tf; the norm is at least the kept one ÷ r, where r
  /// is the largest ratio of the two over all lengths. Both are linear in the length, so that r is the ratio at
  /// length 0 or that of the slopes. W · r · u ÷ (1 + (W · r − 1) · u) is then the largest part where u was kept, and at
  /// most u times the greater of W · r and 1. No part exceeds 1, and none is kept below 1/255.
  package func widening(reference: Double) -> Float {
    let standard = BM25(averageLength: reference)
    let atZero = Self.ratio(Double(standard.norm(length: 0)), Double(norm(length: 0)))
    let slope = Self.ratio(
      standard.parameters.k1 * standard.parameters.b / max(reference, .leastNormalMagnitude),
      parameters.k1 * parameters.b / max(averageLength, .leastNormalMagnitude))
    return Float(min(255, max(1, parameters.largestWeight * max(atZero, slope)))) * 1.0001
  }

  /// Whether parts are those that an index keeps whose average length is `reference`.
  package func isStandard(_ reference: Double) -> Bool {
    parameters == Scoring() && averageLength == reference
  }

  private static func ratio(_ kept: Double, _ now: Double) -> Double {
    kept == 0 ? 1 : now > 0 ? kept / now : .infinity
  }

  /// What codes of counts in `fields` come to.
  func table(_ fields: FieldSet) -> FrequencyTable {
    let standard = Scoring()
    let isStandard =
      fields == .all && parameters.title == standard.title && parameters.abstract == standard.abstract
      && parameters.keywords == standard.keywords
    return isStandard ? .standard : FrequencyTable(fields, self)
  }

  /// The frequency that counts make, by the weights of the fields, of those that `fields` has.
  package func frequency(_ counts: FieldCounts, in fields: FieldSet) -> Float {
    var frequency: Float = 0
    if fields.contains(.title) { frequency += parameters.title * Float(counts.title) }
    if fields.contains(.abstract) { frequency += parameters.abstract * Float(counts.abstract) }
    if fields.contains(.keywords) { frequency += parameters.keywords * Float(counts.keywords) }
    return frequency
  }
}
