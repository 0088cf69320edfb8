/// Whether terms stand as a phrase asks, given where each of them stands in a document.
struct PhraseMatcher {
  private let phrase: QueryPlan.Phrase
  /// Per term of the phrase its positions in the text that is looked at, ascending.
  var places: [[UInt32]]

  /// A matcher of `phrase`.
  init(_ phrase: QueryPlan.Phrase) {
    self.phrase = phrase
    places = Array(repeating: [], count: phrase.terms.count)
  }

  /// Whether the phrase stands in the text of which `places` were set.
  var matches: Bool {
    guard let gap = phrase.gap else { return standsAtOffsets }
    let span = phrase.terms.count - 1 + gap
    return phrase.isOrdered ? standsInOrder(within: span) : standsTogether(within: span)
  }

  /// Whether all terms stand at their offsets from some place of the first.
  private var standsAtOffsets: Bool {
    let rarest = places.indices.min { places[$0].count < places[$1].count } ?? 0
    let base = phrase.terms[rarest].offset
    return places[rarest].contains { place in
      let start = Int(place) - base
      return places.indices.allSatisfy { index in
        let wanted = start + phrase.terms[index].offset
        return index == rarest || UInt32(exactly: wanted).map { Self.contains(places[index], $0) } ?? false
      }
    }
  }

  private static func contains(_ places: [UInt32], _ wanted: UInt32) -> Bool {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == wanted
  }

  /// Whether the terms stand one after the other from some place of the first, the last at most `span` after it: from each
  /// start the earliest next place is the best.
  private func standsInOrder(within span: Int) -> Bool {
    places[0].contains { start in
      var last = start
      for next in places.dropFirst() {
        guard let place = next.first(where: { $0 > last }) else { return false }
        last = place
      }
      return Int(last - start) <= span
    }
  }

  /// Whether the terms stand in any order, each at a place of its own, within `span` of each other: a window over all places.
  private func standsTogether(within span: Int) -> Bool {
    var needed: [Int: Int] = [:]
    var events: [(place: UInt32, term: Int)] = []
    for (index, term) in phrase.terms.enumerated() {
      needed[term.number, default: 0] += 1
      if needed[term.number] == 1 { events += places[index].map { ($0, term.number) } }
    }
    events.sort { $0.place < $1.place }
    var (missing, start) = (phrase.terms.count, 0)
    for event in events {
      if needed[event.term, default: 0] > 0 { missing -= 1 }
      needed[event.term, default: 0] -= 1
      while needed[events[start].term, default: 0] < 0 {
        needed[events[start].term, default: 0] += 1
        start += 1
      }
      if missing == 0, Int(event.place - events[start].place) <= span { return true }
    }
    return false
  }
}
