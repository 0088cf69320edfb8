import Titer

/// Makes changes to a sound segment and reads all of it.
///
/// The first byte chooses the segment, what is done with it, and two queries. Each change names a section, and the checksums are
/// made anew, so that what is read is what a file may hold that was made to harm.
func readSegment(_ bytes: [UInt8]) {
  var feed = ByteFeed(bytes)
  let choice = feed.byte()
  let sample = SegmentSample.all[choice & 1]
  var sections = sample.sections
  var isTableChanged = false
  for _ in 0..<32 where !feed.isEmpty && !isTableChanged {
    let number = feed.byte() % (sections.count + 1)
    if number < sections.count { change(&sections[number], &feed) } else { isTableChanged = true }
  }
  sample.write(sections)
  if isTableChanged { sample.changeTable { change(&$0, &feed) } }
  let queries = [SegmentSample.queries[choice >> 4 & 7], SegmentSample.queries[choice >> 5]]
  switch choice >> 1 & 7 {
  case 0: merge(sample)
  case 1: try? Index(path: sample.folder).check()
  default: readAll(sample, queries)
  }
}

/// Puts some bytes in the place of others, in front of others, or cuts the end off.
func change(_ bytes: inout [UInt8], _ feed: inout ByteFeed) {
  let (kind, place) = (feed.byte(), feed.pair())
  let start = kind & 0x80 == 0 ? place % (bytes.count + 1) : max(0, bytes.count - place)
  let others = feed.bytes(kind & 15)
  switch kind >> 4 & 3 {
  case 0, 1: bytes.replaceSubrange(start..<min(start + others.count, bytes.count), with: others)
  case 2: bytes.insert(contentsOf: others, at: start)
  default: bytes.removeSubrange(start...)
  }
}

/// Opens the changed index, and asks for all that it holds: each gives an error or an answer.
private func readAll(_ sample: SegmentSample, _ queries: [Query]) {
  let storage = GuardedStorage(path: sample.folder)
  defer { storage.release() }
  guard let index = try? Index(storage: storage) else { return }
  _ = index.statistics
  for query in queries {
    if let count = try? index.count(query) { demand(0...sample.documents ~= count, "\(count) documents of \(query)") }
    if let hits = try? index.search(query, limit: 5) {
      let isOrdered = zip(hits, hits.dropFirst()).allSatisfy { !($0.score < $1.score) }
      demand(hits.count <= 5 && isOrdered, "the best come first: \(query)")
    }
    for id in ["id0", "id7", "id9999"] { _ = try? index.explanation(of: query, id: id) }
  }
  for facet in Facet.allCases { _ = try? index.facet(facet, of: queries[0], limit: 3) }
  for id in ["id0", "id7", "id9999"] { _ = try? index.stored(id: id) }
}

/// Copies what is there into another segment, as a writer does that merges; in vain or not.
private func merge(_ sample: SegmentSample) {
  guard var writer = try? IndexWriter(path: sample.folder, memoryBudget: 1 << 20, threads: 1) else { return }
  try? writer.add(Document(id: "id3", title: "new"))
  writer.merge()
  if (try? writer.commit()) != nil { sample.restore() }
}
