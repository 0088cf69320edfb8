import AllocationCounter

/// Counts allocations of steps and compares them with what they may be.
struct Checks {
  private(set) var failures = 0

  /// Runs `work` until it is warm, and says whether it then allocates at most `most` times.
  mutating func expect(_ name: String, atMost most: Int = 0, _ work: () throws -> Void) rethrows {
    report(name, try Self.allocations(work), atMost: most)
  }

  /// The same for a step on few documents and on many, which may differ by `growth` allocations.
  mutating func expect(
    _ name: String, atMost most: Int, growth: Int, few: () throws -> Void, many: () throws -> Void
  ) rethrows {
    let count = try Self.allocations(few)
    report("\(name), few documents", count, atMost: most)
    report("\(name), many documents", try Self.allocations(many), atMost: min(most, count + growth))
  }

  /// Checks that the counter itself counts.
  mutating func expectCounting() {
    let count = Self.allocations { use([UInt8](repeating: 1, count: 4096)) }
    if count == 0 { fail("an array of 4,096 bytes: expected an allocation, counted none") }
  }

  private mutating func report(_ name: String, _ count: Int, atMost most: Int) {
    guard count > most else { return print("\(name): \(count) allocations, at most \(most)") }
    fail("\(name): expected at most \(most) allocations, counted \(count)")
  }

  private mutating func fail(_ message: String) {
    print("FAILED \(message)")
    failures += 1
  }

  private static func allocations(_ work: () throws -> Void) rethrows -> Int {
    for _ in 0..<2 { try work() }
    let before = allocation_count()
    try work()
    return Int(allocation_count() - before)
  }
}

/// Keeps the compiler from leaving out what is measured.
@inline(never) func use<T>(_ value: T) {}
