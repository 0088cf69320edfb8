/// Whether a phrase stands in a text, given where each of its terms does.
struct PhraseMatcher {
  /// Where a unit stands.
  private struct Occurrence {
    var start: UInt32
    var end: UInt32
  }

  private let phrase: QueryPlan.Phrase
  /// Per unit and step of the phrase the positions of its terms in the text that is looked at, ascending.
  var places: [[[UInt32]]]

  /// A matcher of `phrase`.
  init(_ phrase: QueryPlan.Phrase) {
    self.phrase = phrase
    places = phrase.units.map { Array(repeating: [], count: $0.steps.count) }
  }

  /// Whether the phrase stands in the text of which `places` were set.
  var matches: Bool {
    guard let gap = phrase.gap else { return standsExactly }
    return phrase.isOrdered ? standsInOrder(gap) : standsTogether(gap)
  }

  /// Whether its units stand one behind the other.
  private var standsExactly: Bool {
    var ends = ends(ofUnit: 0, from: nil)
    for (index, unit) in phrase.units.enumerated().dropFirst() where !ends.isEmpty {
      ends = self.ends(ofUnit: index, from: ends.map { $0 &+ UInt32(unit.skipped) })
    }
    return !ends.isEmpty
  }

  /// Behind which positions a unit may end, ascending, that begins at one of `starts` or anywhere.
  private func ends(ofUnit number: Int, from starts: [UInt32]?) -> [UInt32] {
    let unit = phrase.units[number]
    var reached = [[UInt32]](repeating: [], count: unit.length + 1)
    for (index, step) in unit.steps.enumerated() {
      let begins = step.range.lowerBound == 0 ? starts : reached[step.range.lowerBound]
      let found = begins.map { Self.common(places[number][index], $0) } ?? places[number][index]
      Self.merge(found, span: UInt32(step.span), into: &reached[step.range.upperBound])
    }
    return reached[unit.length]
  }

  /// What two ascending lists have both.
  private static func common(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return short.filter { contains(long, $0) }
  }

  private static func contains(_ places: [UInt32], _ wanted: UInt32) -> Bool {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == wanted
  }

  private static func merge(_ found: [UInt32], span: UInt32, into reached: inout [UInt32]) {
    guard !found.isEmpty else { return }
    let isAlone = reached.isEmpty
    // Damaged positions may be as large as a number can be.
    reached += found.map { $0 &+ span }
    if !isAlone { reached = Set(reached).sorted() }
  }

  /// Where a unit stands, ascending.
  private func occurrences(ofUnit number: Int) -> [Occurrence] {
    let unit = phrase.units[number]
    var starts: Set<UInt32> = []
    for (index, step) in unit.steps.enumerated() where step.range.lowerBound == 0 {
      starts.formUnion(places[number][index])
    }
    return starts.sorted().flatMap { start in
      ends(ofUnit: number, from: [start]).map { Occurrence(start: start, end: $0) }
    }
  }

  /// Whether the units stand one after the other with at most `gap` other words among them: behind each first one the earliest next
  /// is the best.
  private func standsInOrder(_ gap: Int) -> Bool {
    let units = phrase.units.indices.map { occurrences(ofUnit: $0) }
    return units[0].contains { first in
      var (last, others) = (first, 0)
      for next in units.dropFirst() {
        guard let place = next.first(where: { $0.start >= last.end }) else { return false }
        others += Int(place.start - last.end)
        last = place
      }
      return others <= gap
    }
  }

  /// Whether the units stand in any order, each at a place of its own, with at most `gap` other words among them, names taken to be as
  /// long as in the query: a window over all places.
  private func standsTogether(_ gap: Int) -> Bool {
    // The same unit may be wanted more than once.
    let kinds = phrase.units.map { unit in phrase.units.firstIndex { $0.steps == unit.steps } ?? 0 }
    var needed = [Int](repeating: 0, count: kinds.count)
    for kind in kinds { needed[kind] += 1 }
    var events: [(place: Occurrence, kind: Int)] = []
    for kind in Set(kinds) { events += occurrences(ofUnit: kind).map { ($0, kind) } }
    events.sort { ($0.place.start, $0.kind) < ($1.place.start, $1.kind) }
    let span = phrase.units.reduce(gap) { $0 + $1.length }
    var (missing, start) = (kinds.count, 0)
    for event in events {
      if needed[event.kind] > 0 { missing -= 1 }
      needed[event.kind] -= 1
      while needed[events[start].kind] < 0 {
        needed[events[start].kind] += 1
        start += 1
      }
      if missing == 0, Int(event.place.end) - Int(events[start].place.start) <= span { return true }
    }
    return false
  }
}
