import Dispatch
import Synchronization

/// What `body` gives for each element, on all cores, in the order of the elements.
///
/// - Throws: the first error in that order.
func inParallel<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ body: @Sendable (Element) throws -> Result
) throws -> [Result] {
  let results = Mutex<[Swift.Result<Result, any Error>?]>(Array(repeating: nil, count: elements.count))
  DispatchQueue.concurrentPerform(iterations: elements.count) { index in
    let result = Swift.Result { try body(elements[index]) }
    results.withLock { $0[index] = result }
  }
  return try results.withLock { $0 }.map { result in
    guard let result else { preconditionFailure("every element had its turn") }
    return try result.get()
  }
}
