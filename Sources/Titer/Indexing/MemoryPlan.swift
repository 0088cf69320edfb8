/// How a writer shares out the memory that it may hold.
///
/// Five eighths are for the documents that are being gathered and what writing them as a segment takes in proportion, an eighth is for what
/// analyzers remember, an eighth for lists that are being sorted, and an eighth for what comes between two looks at the
/// clock.
struct MemoryPlan: Sendable {
  /// Bytes in all.
  let budget: Int
  /// Threads that work at a time.
  let threads: Int
  /// The order of documents in a segment.
  let order: IndexWriter.Order
  /// The fewest documents of a segment that are worth to be ordered: by default those of a superblock.
  var fewestOrdered = PostingsFormat.documents

  /// Whether a segment of so many documents gets an order of its own.
  func orders(_ documents: Int) -> Bool { order == .bisected && documents >= fewestOrdered }

  /// The bytes that the gathered documents may come to.
  var gathered: Int { budget / 8 * 5 }

  /// The words that each thread's analyzer may remember, of up to 130 bytes each.
  var cacheLimit: Int { min(max(budget / 8 / threads / 130, 1 << 10), 1_000_000) }

  /// The bytes of documents after which memory is looked at; they may take 8 times as much.
  var interval: Int { min(budget / 64, 8 << 20) }

  /// The bytes of text that are analysed together.
  var batch: Int { min(max(interval / 8 / threads, 1 << 12), 64 << 10) }

  /// The occurrences that one thread sorts at a time, of 8 bytes each.
  var sortedOccurrences: Int { max(budget / 64 / threads, 1 << 12) }

  /// The bytes that an occurrence takes till its segment is written: 4 in the buffer, and its share of the postings;
  /// for bisection the lists of each document's terms besides, and a copy of them.
  var occurrenceBytes: Int { order == .bisected ? 12 : 6 }
}
