@_spi(Benchmarks) import Material
@_spi(Benchmarks) import Titer

extension Checks {
  /// What runs per block or pair of a query.
  mutating func checkKernels(_ query: Query, _ segment: MeasuredSegment) throws {
    let passes = try KernelPasses(segment.query(query))
    let work = {
      use(passes.addBounds() + passes.filter() + passes.findMasks() + passes.expand() + passes.readPositions())
    }
    let name = "kernels on the blocks of \(passes.terms) terms"
    expect("\(name), \(KernelPasses.areWide ? "AVX2" : "portable")", work)
    if KernelPasses.areWide { expect("\(name), portable") { KernelPasses.withPortableKernels(work) } }
  }

  /// What runs per document that may be of use.
  mutating func checkSets() {
    let keys = Queries.keys(300_000)
    for limit in [10, 1_000, 100_000] {
      var top = MeasuredTopKeys(limit: limit)
      expect("\(keys.count) keys offered, the greatest \(limit) wanted") { top.offer(keys) }
    }
    var masks = MeasuredMasks([UInt64](repeating: 0x0F0F, count: 256))
    let others = MeasuredMasks([UInt64](repeating: 0xFF00, count: 256))
    expect("union, intersection and count of masks") {
      masks.formUnion(others)
      masks.formIntersection(others)
      use(masks.count)
    }
  }

  /// What runs per term.
  mutating func checkTerms(_ segment: MeasuredSegment) throws {
    let terms = try segment.terms()
    let absent = terms.map { $0 + [UInt8(ascii: "~")] }
    try expect("look-up of \(terms.count) terms") { use(try segment.lookUp(terms)) }
    try expect("look-up of \(absent.count) terms that there aren't") { use(try segment.lookUp(absent)) }
  }

  /// What runs per word.
  mutating func checkAnalysis() throws {
    var corpus = try GeneratedCorpus()
    let text = corpus.text(10_000...10_000)
    var analyzer = EnglishAnalyzer()
    var tokens = TokenBuffer()
    expect("analysis of 10,000 known words") { analyzer.analyze(text.utf8.span, into: &tokens) }
  }
}
