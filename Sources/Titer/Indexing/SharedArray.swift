/// Memory of a fixed size that threads share, each writing to elements of its own.
///
/// It is freed by whoever made it, after the last use. Indices are checked in debug builds only: it is for loops in which
/// the checks of `Array`, and its search for other owners at each write, would be most of the work.
@safe struct SharedArray<Element: BitwiseCopyable>: @unchecked Sendable {
  // Threads that write keep to elements that no other touches, as the type's contract says.
  private let base: UnsafeMutablePointer<Element>
  /// The number of elements.
  let count: Int

  /// Memory for `count` elements, all `value`.
  init(repeating value: Element, count: Int) {
    unsafe base = .allocate(capacity: count)
    unsafe base.initialize(repeating: value, count: count)
    self.count = count
  }

  /// Memory for `count` elements, each of which must be set before it is read.
  init(uninitialized count: Int) {
    unsafe base = .allocate(capacity: count)
    self.count = count
  }

  /// Gives the memory back; no copy may be used afterwards.
  func free() {
    unsafe base.deallocate()
  }

  /// An element.
  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return unsafe base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      unsafe base[index] = newValue
    }
  }

  /// Sets the first `length` elements.
  func fill(first length: Int, with value: Element) {
    assert(length <= count)
    unsafe base.update(repeating: value, count: length)
  }
}
