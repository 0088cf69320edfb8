/// Some consecutive documents, analysed: an ``OccurrenceList`` and where each document's part of it is.
@safe final class AnalysedBatch: Sendable {
  /// One document.
  struct Entry: Sendable {
    /// Where its occurrences begin among the words.
    var start: UInt32
    /// The number of its occurrences.
    var occurrences: UInt32
    /// The number of its words.
    var length: UInt32
    /// The position at which its abstract begins.
    var abstract: UInt32
    /// The position at which its keywords begin.
    var keywords: UInt32
  }

  /// The documents.
  let entries: [Entry]
  /// The occurrences of all.
  let occurrences: Int
  private let count: Int
  // Written by init alone and freed by deinit, so that threads may share it.
  nonisolated(unsafe) private let words: UnsafeMutablePointer<UInt32>

  /// Analysed documents whose occurrences are `list`.
  init(_ entries: [Entry], _ list: borrowing OccurrenceList) {
    self.entries = entries
    occurrences = entries.reduce(0) { $0 + Int($1.occurrences) }
    count = list.words.count
    unsafe words = .allocate(capacity: count)
    unsafe list.words.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { unsafe words.initialize(from: start, count: buffer.count) }
    }
  }

  deinit { unsafe words.deallocate() }

  /// The words of a document, which the batch must outlive.
  @unsafe func words(of document: Int) -> UnsafePointer<UInt32> {
    unsafe UnsafePointer(words + Int(entries[document].start))
  }
}
