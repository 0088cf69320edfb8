/// Documents as the lists of their distinct terms, end to end.
///
/// The terms of document d are `terms[starts[d]..<starts[d + 1]]`, each once, in any order.
package struct ForwardIndex: Sendable {
  /// Where each document's terms begin, and behind them where the last ones end: documents + 1 offsets, from 0 ascending.
  package var starts: [Int]
  /// The numbers of the documents' terms.
  package var terms: [UInt32]

  /// The index of no documents.
  package init() {
    starts = [0]
    terms = []
  }

  /// The number of documents.
  package var documents: Int { starts.count - 1 }

  /// Appends a document of distinct terms.
  package mutating func append(_ document: some Sequence<UInt32>) {
    terms.append(contentsOf: document)
    starts.append(terms.count)
  }
}

/// Orders documents so that those which share terms lie together.
///
/// Such an order makes postings smaller and lets a search skip more of them: a term's documents fall into fewer blocks.
package enum DocumentOrder {
  /// What is looked at, and for how long.
  package struct Settings: Sendable {
    /// The fewest documents that a term must be in to count; what is rarer costs time and hardly moves anything.
    package var minimumFrequency = 32
    /// The largest share of the documents that a term may be in to count; what is commoner is in every block anyhow.
    package var maximumShare = 0.1
    /// How often all documents of a part are looked at, at most.
    package var sweeps = 6
    /// A sweep that moved at most this share of a part's documents is the part's last.
    package var settled = 0.02
    /// The documents of a block: parts are divided at multiples of it, and a block keeps the order that it had.
    package var blockSize = 64

    /// The settings that a segment is written with.
    package init() {}
  }

  /// Orders documents by recursive graph bisection.
  ///
  /// The order is the same for any number of threads.
  ///
  /// - Parameters:
  ///   - forward: the documents; an order that is good already makes the result better, and sooner there.
  ///   - termCount: the terms are numbered below it.
  ///   - threads: how many threads work at most, from 1; a power of two uses them all.
  ///   - settings: how much work to do.
  /// - Returns: the document at each new position.
  /// - Complexity: O(postings · log(documents / block) · sweeps), the postings being those of terms that count; holds
  ///   about 4 bytes a posting and 30 a document besides the forward index.
  package static func bisected(
    _ forward: ForwardIndex, termCount: Int, threads: Int, settings: Settings = Settings()
  ) -> [UInt32] {
    Bisection(forward, termCount: termCount, settings: settings).order(threads: threads)
  }
}
