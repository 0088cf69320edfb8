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
  /// How soon more occurrences stop to count (k1), and how much length counts (b).
  ///
  /// The values are those of Anserini's baselines, for comparison.
  private static let k1 = 0.9
  private static let b = 0.4

  private let documents: Double
  private let averageLength: Double

  /// The function for a collection of `documents` documents with `tokens` terms in all.
  package init(documents: Int, tokens: Int) {
    self.documents = Double(documents)
    averageLength = Double(tokens) / Double(max(documents, 1))
  }

  /// The weight of a term that `count` words of the query give and `documentFrequency` documents hold.
  package func weight(documentFrequency: Int, count: Int) -> Float {
    let frequency = Double(documentFrequency)
    return Float(Double(count) * log(1 + (documents - frequency + 0.5) / (frequency + 0.5)))
  }

  /// What a term of `weight` adds to the score of a document of `length` terms that holds it `frequency` times.
  package func part(weight: Float, frequency: Int, length: UInt32) -> Float {
    let norm = Float(Self.k1 * (1 - Self.b + Self.b * Double(length) / averageLength))
    return weight * (Float(frequency) / (Float(frequency) + norm))
  }
}
