/// Finds the terms that match a word with wildcards or a regular expression.
///
/// The machine is deterministic and made while it runs: a state is a set of the pattern's states, found the first time
/// that a term leads there, and then a row of a table. A pattern that would have exponentially many states has those that
/// the dictionary's terms lead to, at most one a step; when they fill the table, the machine begins a new one.
package struct PatternAutomaton: TermAutomaton {
  /// What a row stands for: the pattern's states after whole characters, and what was read of the next.
  private struct Row: Hashable {
    var states: [Int]
    var next = PossibleCharacters.between
  }

  // A state is the place in the table where its row of 256 begins, and a row has the states by the byte read.
  private static let dead: UInt32 = 0
  private static let unknown: UInt32 = 1

  private let states: PatternStates
  private let classes: CharacterClasses
  private var rows: [Row] = []
  private var matches: [Bool] = []
  private var numbers: [Row: UInt32] = [:]
  private var table: [UInt32] = []
  private let mostRows: Int
  /// The bytes that matches begin with.
  package let prefix: [UInt8]
  /// The bytes that a match can end with, where they are few.
  package let lastBytes: ByteSet?
  /// The state before the first byte.
  package private(set) var start: UInt32 = 0

  /// A machine for the terms that match a word with the wildcards `*` (any characters), `?` (one or none) and `#` (one).
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - mostRows: the states, of 1 KB each, after which the machine forgets.
  /// - Throws: ``QueryError`` when the word is too long.
  package init(wildcards word: String, mostRows: Int = 4096) throws(QueryError) {
    self.init(try WildcardSyntax.parse(word), mostRows: mostRows)
  }

  /// A machine for the terms that match a regular expression from end to end; `RegexSyntax` says what it may hold.
  ///
  /// - Parameters:
  ///   - expression: the expression.
  ///   - mostRows: the states, of 1 KB each, after which the machine forgets.
  /// - Throws: ``QueryError`` with the place of the first fault.
  package init(regex expression: String, mostRows: Int = 4096) throws(QueryError) {
    self.init(try RegexSyntax.parse(expression), mostRows: mostRows)
  }

  private init(_ pattern: TermPattern, mostRows: Int) {
    states = PatternStates(pattern)
    classes = CharacterClasses(states)
    prefix = states.prefix
    lastBytes = states.lastBytes
    self.mostRows = mostRows
    begin()
  }

  /// Makes the table of two rows: the one that is dead, and the start.
  private mutating func begin() {
    (rows, matches, numbers, table) = ([], [], [:], [])
    _ = state(Row(states: []))
    start = state(Row(states: states.closure(CollectionOfOne(states.first))))
  }

  /// The state after one more byte.
  package mutating func step(_ state: UInt32, _ byte: UInt8) -> UInt32 {
    let next = table[Int(state | UInt32(byte))]
    return next == Self.unknown ? find(state, byte) : next
  }

  /// Finds the state after a byte, and enters it in the table.
  @inline(never)
  private mutating func find(_ state: UInt32, _ byte: UInt8) -> UInt32 {
    var row = rows[Int(state >> 8)]
    row.next.read(byte)
    if row.next.missing == 0 {
      row = Row(states: states.after(row.states, row.next.first))
    } else if row.next.missing < 0 {
      row = Row(states: [])
    } else if let example = classes.example(row.next) {
      row.next.settle(on: example)
    }
    let next = self.state(row)
    table[Int(state | UInt32(byte))] = next
    return next
  }

  /// The state that a row stands for, a new one if need be.
  private mutating func state(_ row: Row) -> UInt32 {
    if let state = numbers[row] { return state }
    let state = UInt32(rows.count << 8)
    numbers[row] = state
    rows.append(row)
    matches.append(row.next == .between && row.states.first == PatternStates.match)
    table.append(contentsOf: repeatElement(row.states.isEmpty ? Self.dead : Self.unknown, count: 256))
    return state
  }

  /// Whether any of the pattern's states is left.
  package func canMatch(_ state: UInt32) -> Bool { state != Self.dead }

  /// 0 where the pattern has matched.
  package func distance(at state: UInt32) -> Int? { matches[Int(state >> 8)] ? 0 : nil }

  /// Whether the table has more rows than it should.
  package var isFull: Bool { rows.count > mostRows }

  /// Begins a new table that has the start and `states`.
  package mutating func forget(allBut states: inout [UInt32]) {
    let kept = states.map { rows[Int($0 >> 8)] }
    begin()
    for place in states.indices { states[place] = state(kept[place]) }
  }
}
