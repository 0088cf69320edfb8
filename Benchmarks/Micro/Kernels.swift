@_spi(Benchmarks) import Material
@_spi(Benchmarks) import Titer

/// Adds the kernels, each in its portable version and, where there is one, in AVX2.
func addKernels(_ segment: MeasuredSegment) throws {
  let narrow = try KernelPasses(segment.query(Queries.union))
  let wide = try KernelPasses(segment.query(Queries.wide))
  add("bounds of \(narrow.terms) terms", narrow.pairCount, "pairs", narrow.addBounds)
  add("lane filter of \(narrow.terms) terms, 8 bits", narrow.blocks, "blocks", narrow.filter)
  add("lane filter of \(wide.terms) terms, 16 bits", wide.blocks, "blocks", wide.filter)
  add("masks", narrow.pairCount, "pairs", narrow.findMasks)
  add("expansion", narrow.pairCount, "pairs", narrow.expand)
  add("positions of a document", narrow.readings, "documents", narrow.readPositions)
}

private func add(_ what: String, _ amount: Int, _ unit: String, _ pass: @escaping () -> Int) {
  add(what, "portable", amount, unit) { KernelPasses.withPortableKernels(pass) }
  if KernelPasses.areWide { add(what, "AVX2", amount, unit, pass) }
}
