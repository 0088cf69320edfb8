import Testing
import Titer

@Suite struct MemoryPlanTests {
  /// The most that a word in an analyzer's memory takes, an occurrence that is being sorted, and a byte of a document that
  /// was not measured yet.
  private static let (word, sorted, unmeasured) = (160, 8, 8)

  @Test(arguments: [32, 100, 256, 4096], [1, 2, 7, 16]) func sharesFitTheBudget(megabytes: Int, threads: Int) {
    let plan = MemoryPlan(budget: megabytes << 20, threads: threads, order: .added)
    let perThread = Self.word * plan.cacheLimit + Self.sorted * plan.sortedOccurrences
    #expect(plan.gathered + threads * perThread + Self.unmeasured * plan.interval <= megabytes << 20)
  }

  // Where memory is measured decides where segments end, and that must not depend on threads.
  @Test(arguments: [0, 20_000, 1 << 28]) func measurementsDoNotDependOnThreads(budget: Int) {
    let plans = [1, 2, 16].map { MemoryPlan(budget: budget, threads: $0, order: .added) }
    #expect(Set(plans.map(\.interval)).count == 1)
    #expect(Set(plans.map(\.gathered)).count == 1)
  }

  @Test func largeMergesKeepTheOrderOfTheirSegments() {
    let plan = MemoryPlan(budget: 256 << 20, threads: 2, order: .bisected)
    #expect(plan.ordersMerged(200_000, tokens: 18_000_000))
    #expect(!plan.ordersMerged(1_000_000, tokens: 90_000_000))
    #expect(!plan.ordersMerged(1_000, tokens: 90_000))
    #expect(!MemoryPlan(budget: 1 << 30, threads: 2, order: .added).ordersMerged(200_000, tokens: 18_000_000))
  }
}
