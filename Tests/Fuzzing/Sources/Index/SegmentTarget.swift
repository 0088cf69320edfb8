import Titer

/// Makes changes to a sound segment and reads all of it.
///
/// The first byte chooses the segment, and whether it is merged too. Each change names a section, and the checksums are made anew, so that what is read is what
/// a file may hold that was made to harm.
func readSegment(_ bytes: [UInt8]) {
  var feed = ByteFeed(bytes)
  let choice = feed.byte()
  let sample = SegmentSample.all[choice % SegmentSample.all.count]
  var sections = sample.sections
  var isTableChanged = false
  for _ in 0..<32 where !feed.isEmpty {
    let number = feed.byte() % (sections.count + 1)
    if number < sections.count { change(&sections[number], &feed) } else { isTableChanged = true }
    if isTableChanged { break }
  }
  sample.write(sections)
  if isTableChanged { sample.changeTable { change(&$0, &feed) } }
  readAll(sample)
  if choice & 8 != 0 { merge(sample) }
}

/// Puts some bytes in the place of others, in front of others, or cuts the end off.
private func change(_ bytes: inout [UInt8], _ feed: inout ByteFeed) {
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
private func readAll(_ sample: SegmentSample) {
  guard let index = try? Index(path: sample.folder) else { return }
  try? index.check()
  _ = index.statistics
  for query in SegmentSample.queries {
    if let count = try? index.count(query) { demand(0...sample.documents ~= count, "\(count) documents of \(query)") }
    guard let hits = try? index.search(query, limit: 5) else { continue }
    demand(hits.count <= 5 && zip(hits, hits.dropFirst()).allSatisfy { !($0.score < $1.score) }, "the best come first")
    _ = try? index.documents(query)
  }
  for facet in Facet.allCases { _ = try? index.facet(facet, of: SegmentSample.queries[0], limit: 3) }
  for id in ["id0", "id7", "id9999"] {
    _ = try? index.stored(id: id)
    _ = try? index.explanation(of: SegmentSample.queries[1], id: id)
  }
}

/// Copies what is there into another segment, as a writer does that merges; in vain or not.
private func merge(_ sample: SegmentSample) {
  guard var writer = try? IndexWriter(path: sample.folder, memoryBudget: 1 << 20, threads: 1) else { return }
  try? writer.add(Document(id: "id3", title: "new"))
  writer.merge()
  guard (try? writer.commit()) != nil else { return }
  sample.restore()
}
