/// The best `limit` of the elements offered, in a heap whose root is the worst of them.
package struct TopK<Element> {
  private let limit: Int
  private let precedes: (Element, Element) -> Bool
  private var heap: [Element] = []

  /// Nothing yet, of at most `limit` elements; `precedes` orders the better first and is a strict total order.
  package init(limit: Int, precedes: @escaping (Element, Element) -> Bool) {
    self.limit = limit
    self.precedes = precedes
  }

  /// The worst of the best once there are `limit` of them.
  package var threshold: Element? { heap.count == limit ? heap.first : nil }

  /// Takes an element if it is among the best.
  ///
  /// - Complexity: O(log `limit`).
  package mutating func offer(_ element: Element) {
    if heap.count < limit {
      heap.append(element)
      siftUp()
    } else if let worst = heap.first, precedes(element, worst) {
      heap[0] = element
      siftDown()
    }
  }

  /// The best, best first.
  package func sorted() -> [Element] { heap.sorted(by: precedes) }

  private mutating func siftUp() {
    var child = heap.count - 1
    while child > 0, precedes(heap[(child - 1) / 2], heap[child]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while 2 * parent + 1 < heap.count {
      var worst = 2 * parent + 1
      if worst + 1 < heap.count, precedes(heap[worst], heap[worst + 1]) { worst += 1 }
      guard precedes(heap[parent], heap[worst]) else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
