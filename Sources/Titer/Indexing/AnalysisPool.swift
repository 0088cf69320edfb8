internal import Dispatch
internal import Synchronization

/// Analyses batches of documents on several threads at once.
///
/// Batches are handed over in order and their results kept in that order, whoever made them. With one thread everything
/// is done at once by the caller.
final class AnalysisPool: Sendable {
  private struct State: Sendable {
    /// Batches that nobody has begun, the last first.
    var waiting: [(number: Int, documents: [Document])] = []
    var results: [AnalysedBatch?] = []
    var idle: [AnalysisWorker]
  }

  private let workers: [AnalysisWorker]
  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "titer.analysis", attributes: .concurrent)
  private let group = DispatchGroup()
  /// How many more batches may be handed over before one must be finished.
  private let room: DispatchSemaphore

  /// A pool of `threads` threads, each with an analyzer of `chain` that remembers at most `cacheLimit` words.
  init(_ chain: AnalysisChain, threads: Int, cacheLimit: Int) {
    let workers = (0..<threads).map { _ in AnalysisWorker(chain.makeIndexingAnalyzer(cacheLimit: cacheLimit)) }
    self.workers = workers
    state = Mutex(State(idle: workers))
    room = DispatchSemaphore(value: 2 * threads)
  }

  /// Hands documents over; waits while too many others are waiting.
  func submit(_ documents: [Document], _ terms: SharedTerms) {
    guard workers.count > 1 else {
      let batch = workers[0].analyse(documents, terms)
      return state.withLock { $0.results.append(batch) }
    }
    room.wait()
    let worker = state.withLock { state in
      state.waiting.insert((state.results.count, documents), at: 0)
      state.results.append(nil)
      return state.idle.popLast()
    }
    if let worker { queue.async(group: group) { self.work(worker, terms) } }
  }

  /// Waits for all batches, and returns the results so far in order.
  func finish() -> [AnalysedBatch] {
    group.wait()
    return state.withLock { $0.results.compactMap { $0 } }
  }

  /// Forgets all results, and the numbers that terms had; everything must be finished.
  func removeAll() {
    state.withLock { $0.results = [] }
    for worker in workers { worker.forgetNumbers() }
  }

  /// Analyses batches till none is waiting.
  private func work(_ worker: AnalysisWorker, _ terms: SharedTerms) {
    while let (number, documents) = next(worker) {
      let batch = worker.analyse(documents, terms)
      state.withLock { $0.results[number] = batch }
      room.signal()
    }
  }

  /// The next batch that nobody has begun; if there is none, the worker is idle.
  private func next(_ worker: AnalysisWorker) -> (number: Int, documents: [Document])? {
    state.withLock { state in
      if let batch = state.waiting.popLast() { return batch }
      state.idle.append(worker)
      return nil
    }
  }
}
