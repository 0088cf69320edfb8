/// How a writer shares out the memory that it may hold.
///
/// Five eighths are for the documents that are being gathered and what writing them as a segment takes in proportion, an
/// eighth is for what analyzers remember, an eighth for lists that are being sorted, and an eighth for what comes between
/// two measurements.
package struct MemoryPlan: Sendable {
  /// Bytes in all.
  let budget: Int
  /// Threads that work at a time.
  let threads: Int
  /// The order of documents in a segment.
  let order: IndexWriter.Order
  /// The fewest documents of a segment that are worth to be ordered: by default those of a superblock.
  let fewestOrdered: Int

  /// A plan.
  package init(
    budget: Int, threads: Int, order: IndexWriter.Order, fewestOrdered: Int = PostingsFormat.documents
  ) {
    self.budget = budget
    self.threads = threads
    self.order = order
    self.fewestOrdered = fewestOrdered
  }

  /// Whether a segment of so many documents gets an order of its own.
  func orders(_ documents: Int) -> Bool { order == .bisected && documents >= fewestOrdered }

  /// Whether a merge of so many documents of `tokens` terms in all orders them anew: not when their lists of terms, and a copy of
  /// them, take more than a gathered segment's.
  package func ordersMerged(_ documents: Int, tokens: Int) -> Bool {
    orders(documents) && 8 * tokens + 50 * documents <= gathered
  }

  /// The bytes that the gathered documents may come to.
  package var gathered: Int { budget / 8 * 5 }

  /// The words that each thread's analyzer may remember, of up to ``TermCache/bytesPerWord`` bytes each.
  package var cacheLimit: Int { min(max(budget / 8 / threads / TermCache.bytesPerWord, 1 << 10), 1_000_000) }

  /// The bytes of documents after which memory is looked at; they may take 8 times as much.
  package var interval: Int { min(budget / 64, 8 << 20) }

  /// The bytes of text that are analysed together.
  package var batch: Int { min(max(interval / 8 / threads, 1 << 12), 64 << 10) }

  /// The occurrences that one thread sorts at a time, of 8 bytes each.
  package var sortedOccurrences: Int { max(budget / 64 / threads, 1 << 12) }

  /// The bytes that an occurrence takes till its segment is written: 4 in the buffer, and its share of the postings;
  /// for bisection the lists of each document's terms besides, and a copy of them.
  package var occurrenceBytes: Int { order == .bisected ? 12 : 6 }
}
