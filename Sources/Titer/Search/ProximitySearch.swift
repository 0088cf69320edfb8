/// Where some things are near each other, given where each of them is.
///
/// A place of the answer reaches from the first of them to the last. No two of them share a position. What is itself two things near
/// each other in any order may have another between them: in *a c b*, c is near (a near b).
struct ProximitySearch {
  // How many places between the same ends are told apart.
  private static let mostWays = 64

  private let proximity: Query.Proximity
  /// Where each would begin in a phrase of all.
  private let offsets: [Int]

  /// A search under `proximity`, for things that begin at `offsets` in the query.
  init(_ proximity: Query.Proximity, offsets: [Int]) {
    self.proximity = proximity
    self.offsets = offsets
  }

  /// The places of the answer, in order, each once; `lists` has the places of each thing, in order.
  ///
  /// - Complexity: O(n · w) for two things of n places each, w of which lie within the gap.
  func places(_ lists: [[Place]]) -> [Place] {
    guard lists.count > 1 else { return lists.first ?? [] }
    if case .any = proximity.order, lists.count == 2 { return together(lists[0], lists[1]) }
    let hulls = lists.map { $0.map(\.hull).inOrder }
    let found =
      switch proximity.order {
      case .moved: moved(hulls)
      case .asWritten: inOrder(hulls)
      case .any: together(hulls)
      }
    return found.map { Place(hull: $0) }
  }

  private var gap: Int { proximity.gap }

  /// Two things in any order.
  private func together(_ left: [Place], _ right: [Place]) -> [Place] {
    var found: Set<Place> = []
    // Where a word stands very often, not all ways to choose it are followed.
    var ways: [Interval: Int] = [:]
    for first in left {
      for second in right {
        let (one, other) = (first.hull, second.hull)
        if other.start > one.end, Int(other.start - one.end) > gap { break }
        guard
          one.isNear(other, gap) || other.isNear(one, gap) || first.hasRoom(for: second) || second.hasRoom(for: first)
        else { continue }
        let place = first.joined(with: second)
        guard ways[place.hull, default: 0] < Self.mostWays, found.insert(place).inserted else { continue }
        ways[place.hull, default: 0] += 1
      }
    }
    return found.sorted { ($0.hull.start, $0.hull.end) < ($1.hull.start, $1.hull.end) }
  }

  /// One behind the other: all ways to choose them, by where they begin and end and the gaps left.
  private func inOrder(_ lists: [[Interval]]) -> [Interval] {
    var ways: Set<Way> = Set(lists[0].map { Way(hull: $0, others: 0, used: 0) })
    for list in lists.dropFirst() {
      var longer: Set<Way> = []
      for way in ways {
        for next in list where next.start >= way.hull.end {
          guard let way = way.adding(next, 0, within: gap) else { break }
          longer.insert(way)
        }
      }
      ways = longer
    }
    return ways.map(\.hull).inOrder
  }

  /// Several things in any order, from left to right: all ways to choose some of them.
  private func together(_ lists: [[Interval]]) -> [Interval] {
    // Of things that are the same the first is taken first.
    let twins = lists.indices.map { index in lists[..<index].lastIndex(of: lists[index]) }
    let places = lists.enumerated().flatMap { number, list in list.map { (interval: $0, number: number) } }
      .sorted { ($0.interval.start, $0.number) < ($1.interval.start, $1.number) }
    let all = lists.count == 64 ? ~0 : 1 << UInt64(lists.count) - 1
    var (open, found): (Set<Way>, Set<Interval>) = ([], [])
    for place in places {
      open = open.filter { Int($0.hull.end) + gap - $0.others >= Int(place.interval.start) }
      let bit: UInt64 = 1 << UInt64(place.number)
      var longer: [Way] = twins[place.number] == nil ? [Way(hull: place.interval, others: 0, used: bit)] : []
      for way in open where way.used & bit == 0 && place.interval.start >= way.hull.end {
        if let twin = twins[place.number], way.used >> UInt64(twin) & 1 == 0 { continue }
        if let way = way.adding(place.interval, bit, within: gap) { longer.append(way) }
      }
      for way in longer {
        if way.used == all { found.insert(way.hull) } else { open.insert(way) }
      }
    }
    return Array(found).inOrder
  }

  /// Things that have moved from where the query has them: their places less their offsets differ by the gap at most.
  private func moved(_ lists: [[Interval]]) -> [Interval] {
    let shifts = zip(lists, offsets).map { list, offset in list.map { Int($0.start) - offset } }
    var found: [Interval] = []
    for first in Set(shifts.joined()).sorted() {
      var chosen: [Interval] = []
      if choose(lists, shifts, first...first + gap, &chosen) {
        found.append(chosen.dropFirst().reduce(chosen[0]) { $0.hull($1) })
      }
    }
    return found.inOrder
  }

  /// Chooses an interval of each further list whose shift is in `range`, none of which shares a position with another.
  private func choose(
    _ lists: [[Interval]], _ shifts: [[Int]], _ range: ClosedRange<Int>, _ chosen: inout [Interval]
  ) -> Bool {
    let number = chosen.count
    guard number < lists.count else { return true }
    for (interval, shift) in zip(lists[number], shifts[number])
    where range.contains(shift) && !chosen.contains(where: { $0.overlaps(interval) }) {
      chosen.append(interval)
      if choose(lists, shifts, range, &chosen) { return true }
      chosen.removeLast()
    }
    return false
  }
}

/// Where something stands in a text.
struct Place: Hashable {
  /// From its first position to behind its last.
  var hull: Interval
  /// Of two things near each other, what they are made of; empty for what leaves no room between its ends.
  var parts: [Interval] = []

  fileprivate func joined(with other: Place) -> Place {
    let parts = (parts.isEmpty ? [hull] : parts) + (other.parts.isEmpty ? [other.hull] : other.parts)
    return Place(hull: hull.hull(other.hull), parts: parts.sorted { $0.start < $1.start })
  }

  /// Whether another stands between its parts.
  fileprivate func hasRoom(for other: Place) -> Bool {
    guard !parts.isEmpty, hull.encloses(other.hull) else { return false }
    let others = other.parts.isEmpty ? [other.hull] : other.parts
    return !parts.contains { part in others.contains { part.overlaps($0) } }
  }
}

/// Some of the things, chosen from left to right.
private struct Way: Hashable {
  var hull: Interval
  /// How many other words lie among them.
  var others: Int
  /// Which they are.
  var used: UInt64

  /// With one more behind them; `nil` where that leaves too many other words.
  func adding(_ next: Interval, _ bit: UInt64, within gap: Int) -> Way? {
    let others = others + Int(next.start - hull.end)
    return others <= gap ? Way(hull: Interval(start: hull.start, end: next.end), others: others, used: used | bit) : nil
  }
}

extension Interval {
  /// Whether another begins behind it, with at most `gap` positions between.
  fileprivate func isNear(_ other: Interval, _ gap: Int) -> Bool {
    other.start >= end && Int(other.start - end) <= gap
  }

  fileprivate func encloses(_ other: Interval) -> Bool { start < other.start && other.end < end }

  fileprivate func overlaps(_ other: Interval) -> Bool { start < other.end && other.start < end }

  fileprivate func hull(_ other: Interval) -> Interval {
    Interval(start: min(start, other.start), end: max(end, other.end))
  }
}
