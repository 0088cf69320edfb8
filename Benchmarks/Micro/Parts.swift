import Material
@_spi(Benchmarks) import Titer

/// Adds the algebra of masks and the selection of the greatest keys.
func addSets() {
  var masks = MeasuredMasks((0..<256).map { 0x0123_4567_89AB_CDEF &* ($0 | 1) })
  let others = MeasuredMasks((0..<256).map { 0x0F1E_2D3C_4B5A_6978 &* ($0 | 1) })
  let times = 1_000
  add("union of masks", "", 256 * times, "blocks") {
    for _ in 0..<times { masks.formUnion(others) }
    return masks.count
  }
  add("intersection of masks", "", 256 * times, "blocks") {
    for _ in 0..<times { masks.formIntersection(others) }
    return masks.count
  }
  // Without a change in between the count would be taken once.
  add("union and count of masks", "", 256 * times, "blocks") {
    var total = 0
    for _ in 0..<times {
      masks.formUnion(others)
      total &+= masks.count
    }
    return total
  }

  let keys = Queries.keys(1_000_000)
  for limit in [10, 1_000, 100_000] {
    add("top keys", "k = \(limit)", keys.count, "keys") {
      var top = MeasuredTopKeys(limit: limit)
      top.offer(keys)
      return Int(top.threshold >> 32)
    }
  }
}

/// Adds look-ups in the dictionary and walks over it.
func addTerms(_ segment: MeasuredSegment) throws {
  let terms = try segment.terms()
  let some = stride(from: 0, to: terms.count, by: max(terms.count / 10_000, 1)).map { terms[$0 * 7919 % terms.count] }
  let absent = some.map { $0 + [UInt8(ascii: "~")] }
  add("look-up of a term", "present", some.count, "terms") { try segment.lookUp(some) }
  add("look-up of a term", "absent", absent.count, "terms") { try segment.lookUp(absent) }
  add("walk over the dictionary", "all", terms.count, "terms") { try segment.enumerate() }
  add("walk over the dictionary", "*itis", terms.count, "terms") { try segment.find(wildcards: "*itis") }
  add("walk over the dictionary", "lupus~1", terms.count, "terms") { try segment.find(like: "lupus", distance: 1) }
}

/// Adds the analysis of documents, all of whose words are known, into numbers of terms: what indexing does with text.
func addAnalysis() throws {
  var corpus = try GeneratedCorpus()
  let texts = (0..<5_000).map { _ in corpus.text(150...250) }
  let bytes = texts.reduce(0) { $0 + $1.utf8.count }
  for chain in [AnalysisChain.english, .biomedical] {
    var analysis = MeasuredAnalysis(chain)
    add("analysis", chain.name, bytes, "bytes") { analysis.analyze(texts) }
  }
}
