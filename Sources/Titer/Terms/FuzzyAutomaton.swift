/// Finds the terms that a few typing errors turn into a given word.
///
/// An error is a character too many, one missing, another in its place, or two neighbours in the wrong order, where no
/// character takes part in two errors (the *restricted* Damerau–Levenshtein distance, also called optimal string
/// alignment; F. J. Damerau, CACM 7(3), 1964).
///
/// The machine is the non-deterministic one of positions and errors, simulated with a bit a position (after S. Wu and
/// U. Manber, CACM 35(10), 1992). With at most 2 errors a term of d characters can only have got as far as positions
/// d - 2 to d + 2 of the word, so that 5 bits an error count suffice for words of any length (after K. U. Schulz and
/// S. Mihov, IJDAR 5, 2002): bit j stands for position d - 2 + j.
package struct FuzzyAutomaton: TermAutomaton {
  /// Where in the word the characters read may have led, by the number of errors.
  package struct State: BitwiseCopyable, Sendable {
    fileprivate var read: Int32 = 0
    fileprivate var exact: UInt8 = 0
    fileprivate var one: UInt8 = 0
    fileprivate var two: UInt8 = 0
    // Positions whose second neighbour was read and whose first must follow.
    fileprivate var turnedOne: UInt8 = 0
    fileprivate var turnedTwo: UInt8 = 0
    // What was read of the next character.
    fileprivate var next = PossibleCharacters.between
  }

  private static let window = 2
  private static let noCharacter = UInt32.max

  private let count: Int
  // With no characters around it, so that a window reaches past no end.
  private let padded: [UInt32]
  private let exactPrefix: Int
  private let oneAllowed: UInt8
  private let twoAllowed: UInt8

  /// A machine for the terms within `distance` errors of `word`.
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - distance: from 0 to 2.
  ///   - exactPrefix: the number of characters at the word's beginning that must be the term's too.
  package init(_ word: String, distance: Int, exactPrefix: Int = 0) {
    precondition((0...2).contains(distance), "a distance of at most 2")
    let characters = word.unicodeScalars.map(\.value)
    count = characters.count
    let before = [UInt32](repeating: Self.noCharacter, count: Self.window)
    padded = before + characters + Array(repeating: Self.noCharacter, count: 8)
    self.exactPrefix = min(exactPrefix, count)
    oneAllowed = distance >= 1 ? 0x1F : 0
    twoAllowed = distance >= 2 ? 0x1F : 0
  }

  /// At the word's first position, and past as many characters as may be missing.
  package var start: State {
    var state = State(exact: 1 << 2)
    if exactPrefix == 0 { addMissing(&state) }
    return state
  }

  /// Reads one more byte, and the character that it ends.
  package func step(_ state: State, _ byte: UInt8) -> State {
    if byte < 0x80, state.next == .between { return step(state, character: UInt32(byte)) }
    var state = state
    state.next.read(byte)
    return state.next.missing == 0 ? step(state, character: state.next.first) : state
  }

  private func step(_ state: State, character: UInt32) -> State {
    let read = Int(state.read)
    var next = State(read: state.read + 1)
    let equal = self.equal(character, read)
    next.exact = state.exact & equal
    if read < exactPrefix {
      if read + 1 == exactPrefix { addMissing(&next) }
      return next
    }
    // A position stays, and loses a bit, where a character is too many; it moves, and keeps its bit, past one read.
    next.one = (state.one & equal) | (state.exact >> 1) | state.exact | (state.turnedOne & equal) << 1
    next.two = (state.two & equal) | (state.one >> 1) | state.one | (state.turnedTwo & equal) << 1
    next.turnedOne = (state.exact & equal >> 1) >> 1 & oneAllowed
    next.turnedTwo = (state.one & equal >> 1) >> 1 & twoAllowed
    addMissing(&next)
    return next
  }

  /// The positions of the window whose character is `character`, after `read` characters.
  private func equal(_ character: UInt32, _ read: Int) -> UInt8 {
    var bits: UInt8 = 0
    for place in 0..<5 where padded[read + place] == character { bits |= 1 << UInt8(place) }
    return bits
  }

  /// Adds the positions past missing characters, and takes away those past the word's end and with too many errors.
  private func addMissing(_ state: inout State) {
    let last = count - Int(state.read) + Self.window
    let positions: UInt8 = last >= 4 ? 0x1F : last < 0 ? 0 : 0x1F >> UInt8(4 - last)
    state.one = (state.one | state.exact << 1) & positions & oneAllowed
    state.two = (state.two | state.one << 1) & positions & twoAllowed
  }

  /// Whether any position is left.
  package func canMatch(_ state: State) -> Bool {
    state.next.missing >= 0 && state.exact | state.one | state.two | state.turnedOne | state.turnedTwo != 0
  }

  /// The fewest errors that lead to the word's end; `nil` within a character.
  package func distance(at state: State) -> Int? {
    let last = count - Int(state.read) + Self.window
    guard (0...4).contains(last), state.next == .between else { return nil }
    let end: UInt8 = 1 << UInt8(last)
    if state.exact & end != 0 { return 0 }
    if state.one & end != 0 { return 1 }
    return state.two & end != 0 ? 2 : nil
  }
}
