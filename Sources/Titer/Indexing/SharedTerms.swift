internal import Synchronization

/// The terms of a segment that is being gathered, which all analysing threads number together.
///
/// Which number a term gets depends on who comes first; nothing that is written does.
final class SharedTerms: Sendable {
  private let table = Mutex(TermTable())

  /// The number of a term, a new one when it is seen for the first time.
  func number(of term: ArraySlice<UInt8>) -> UInt32 {
    table.withLock { UInt32(truncatingIfNeeded: $0.number(of: term)) }
  }

  /// The number of different terms.
  var count: Int { table.withLock { $0.count } }

  /// An upper bound of the bytes held, the same for the same terms in any order.
  var memory: Int { table.withLock { $0.memoryBound } }

  /// The terms as they are now.
  var terms: TermTable { table.withLock { $0 } }
}
