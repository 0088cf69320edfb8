/// The states of a pattern's machine, which may be in several of them at once.
///
/// Made as by K. Thompson, “Regular expression search algorithm”, CACM 11(6), 1968, from the end of the pattern to its
/// beginning: every state but one is made when those behind it are known.
struct PatternStates {
  /// What a state does.
  enum State {
    /// Reads a character of a set and goes on to another state.
    case character(CharacterSet, next: Int)
    /// Is two other states.
    case both(Int, Int)
    /// Has matched.
    case match
  }

  /// The number of the one state that has matched, the lowest.
  static let match = 0

  /// Last bytes that are worth looking for before terms are read.
  private static let fewBytes = 16

  /// The states by their numbers.
  private(set) var states: [State] = [.match]
  /// The number of the first state.
  private(set) var first = 0

  /// The states of a pattern.
  ///
  /// - Complexity: O(`pattern.size`)
  init(_ pattern: TermPattern) { first = add(pattern, before: Self.match) }

  /// Adds what matches `pattern` and goes on to state `next`; returns its first state.
  private mutating func add(_ pattern: TermPattern, before next: Int) -> Int {
    switch pattern {
    case .nothing: next
    case .character(let set): add(.character(set, next: next))
    case .sequence(let parts): parts.reversed().reduce(next) { add($1, before: $0) }
    case .choice(let parts): addChoice(parts, before: next)
    case .repetition(let pattern, let least, let most): addRepetition(pattern, least, most, before: next)
    }
  }

  private mutating func addChoice(_ parts: [TermPattern], before next: Int) -> Int {
    let firsts = parts.map { add($0, before: next) }
    return firsts.dropFirst().reduce(firsts[0]) { add(.both($0, $1)) }
  }

  private mutating func addRepetition(_ pattern: TermPattern, _ least: Int, _ most: Int?, before next: Int) -> Int {
    var first = next
    if let most {
      for _ in least..<most { first = add(.both(add(pattern, before: first), next)) }
    } else {
      first = add(.match)
      states[first] = .both(add(pattern, before: first), next)
    }
    for _ in 0..<least { first = add(pattern, before: first) }
    return first
  }

  private mutating func add(_ state: State) -> Int {
    states.append(state)
    return states.count - 1
  }

  /// The states that read a character or have matched, ascending, that `some` states are.
  ///
  /// - Complexity: O(number of states), whatever loops there are.
  func closure(_ some: some Sequence<Int>) -> [Int] {
    var isKnown = [Bool](repeating: false, count: states.count)
    var open = Array(some)
    var found: [Int] = []
    while let state = open.popLast() {
      if isKnown[state] { continue }
      isKnown[state] = true
      if case .both(let one, let other) = states[state] { open += [one, other] } else { found.append(state) }
    }
    return found.sorted()
  }

  /// The states after a character, `closure` being those before it.
  func after(_ closure: [Int], _ character: UInt32) -> [Int] {
    self.closure(
      closure.lazy.compactMap { state in
        guard case .character(let set, let next) = states[state], set.contains(character) else { return nil }
        return next
      })
  }

  /// The bytes that all matches begin with, as far as one character alone can come next, at least 8 of them if there are so many.
  var prefix: [UInt8] {
    var bytes: [UInt8] = []
    var open = closure(CollectionOfOne(first))
    while bytes.count < 8, open.count == 1, case .character(let set, let next) = states[open[0]],
      let character = set.onlyCharacter
    {
      bytes += Array(String(character).utf8)
      open = closure(CollectionOfOne(next))
    }
    return bytes
  }

  /// The bytes that the last characters of matches end with; `nil` if they are more than a few.
  var lastBytes: ByteSet? {
    var bytes = ByteSet()
    for case .character(let set, let next) in states where closure(CollectionOfOne(next)).first == Self.match {
      for range in set.ranges {
        guard range.count <= Self.fewBytes, range.upperBound < 0x80 else { return nil }
        for character in range { bytes.insert(UInt8(character)) }
      }
    }
    return bytes.count <= Self.fewBytes ? bytes : nil
  }
}
