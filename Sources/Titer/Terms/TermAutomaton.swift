/// A machine that reads a term byte by byte and says whether it is one of those asked for.
///
/// Its laws: a state that a term ends in tells by ``distance(at:)`` whether the term is asked for. Once ``canMatch(_:)``
/// is false no continuation is asked for, and ``step(_:_:)`` isn't called again. A step depends on the state and the byte
/// alone, so that terms which share a prefix share the states of it. Bytes that are no UTF-8 match nothing but themselves.
package protocol TermAutomaton: Sendable {
  /// What the bytes read so far amount to.
  associatedtype State: BitwiseCopyable, Sendable

  /// The state before the first byte.
  var start: State { get }

  /// The state after one more byte. The machine may remember it.
  mutating func step(_ state: State, _ byte: UInt8) -> State

  /// Whether some continuation of the bytes read, or they themselves, may be asked for.
  func canMatch(_ state: State) -> Bool

  /// How far the bytes read are from what is asked for, 0 where the machine knows no degrees; `nil` if they aren't.
  func distance(at state: State) -> Int?

  /// The bytes that all terms that are asked for begin with, as far as they are known; few will do.
  var prefix: [UInt8] { get }

  /// The bytes that a term which is asked for can end with, where they are few; an empty term ends with none.
  var lastBytes: ByteSet? { get }

  /// Whether the machine remembers so much that it wants to forget; asked between terms.
  var isFull: Bool { get }

  /// Forgets all states but the start and `states`, and puts new ones of the same meaning in their places.
  mutating func forget(allBut states: inout [State])
}

extension TermAutomaton {
  /// Any bytes.
  package var prefix: [UInt8] { [] }

  /// Any byte.
  package var lastBytes: ByteSet? { nil }

  /// Most machines remember nothing.
  package var isFull: Bool { false }

  /// Nothing to forget.
  package mutating func forget(allBut states: inout [State]) {}

  /// Reads a whole term; returns its distance, `nil` if it isn't asked for.
  mutating func read(_ term: Span<UInt8>) -> Int? {
    var state = start
    for place in term.indices {
      state = step(state, term[place])
      guard canMatch(state) else { return nil }
    }
    return distance(at: state)
  }
}
