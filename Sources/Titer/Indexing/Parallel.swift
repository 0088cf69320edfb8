internal import Dispatch
internal import Synchronization

/// The same work for many items, on several threads.
enum Parallel {
  /// What `body` gives for 0 to `count` - 1, in order, worked out on up to `threads` threads.
  static func map<Result: Sendable>(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    let results = Mutex([Result?](repeating: nil, count: count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < count {
        let result = body(index)
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
