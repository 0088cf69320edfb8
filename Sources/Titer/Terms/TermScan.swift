/// The states of a machine along the term that it reads, so that the next term begins where it departs from this one.
///
/// The buffers are its own memory, not arrays, which would be asked at each term whether they are shared.
@safe struct TermScan<Automaton: TermAutomaton>: ~Copyable {
  /// The bytes read before the machine found that the term can't match, or all.
  private(set) var live = 0

  private typealias State = Automaton.State
  // `states` has room for one more than `bytes`; those up to `live`, and the bytes before it, are those of the term.
  private var states: UnsafeMutablePointer<State>
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  /// A scan before the first term.
  init(_ automaton: Automaton) {
    capacity = 256
    unsafe states = .allocate(capacity: capacity + 1)
    unsafe bytes = .allocate(capacity: capacity)
    unsafe states.initialize(to: automaton.start)
  }

  deinit {
    unsafe states.deallocate()
    unsafe bytes.deallocate()
  }

  /// The state after the last byte read.
  var state: Automaton.State { unsafe states[live] }

  /// The bytes read.
  var term: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let buffer = unsafe UnsafeBufferPointer(start: bytes, count: live)
      return unsafe _overrideLifetime(Span(_unsafeElements: buffer), borrowing: self)
    }
  }

  /// Reads the term that has the first `shared` bytes of the last, at most ``live``, then `byte`, and then `tail`.
  ///
  /// The answer is whether the machine read all of it.
  mutating func read(_ byte: UInt8, _ tail: Span<UInt8>, behind shared: Int, _ automaton: inout Automaton) -> Bool {
    precondition(shared <= live, "states are shared that are known")
    if shared + 1 > capacity { grow(to: shared + 1) }
    let state = unsafe automaton.step(states[shared], byte)
    live = shared
    guard automaton.canMatch(state) else { return false }
    live += 1
    unsafe bytes[shared] = byte
    unsafe states[live] = state
    return read(tail, behind: live, &automaton)
  }

  /// Reads the term that has the first `shared` bytes of the last, at most ``live``, and then `rest`.
  ///
  /// The answer is whether the machine read all of it.
  mutating func read(_ rest: Span<UInt8>, behind shared: Int, _ automaton: inout Automaton) -> Bool {
    precondition(shared <= live, "states are shared that are known")
    if shared + rest.count > capacity { grow(to: shared + rest.count) }
    let states = unsafe states + shared
    let bytes = unsafe bytes + shared
    var state = unsafe states[0]
    var place = 0
    while place < rest.count {
      let byte = unsafe rest[unchecked: place]
      state = automaton.step(state, byte)
      guard automaton.canMatch(state) else { break }
      unsafe bytes[place] = byte
      place += 1
      unsafe states[place] = state
    }
    live = shared + place
    return place == rest.count
  }

  private mutating func grow(to length: Int) {
    let old = unsafe (states, bytes)
    capacity = length + length / 2
    unsafe states = .allocate(capacity: capacity + 1)
    unsafe bytes = .allocate(capacity: capacity)
    unsafe states.initialize(from: old.0, count: live + 1)
    unsafe bytes.initialize(from: old.1, count: live)
    unsafe old.0.deallocate()
    unsafe old.1.deallocate()
  }

  /// Lets the machine forget all but the states along the term.
  mutating func forget(_ automaton: inout Automaton) {
    var kept = unsafe Array(UnsafeBufferPointer(start: states, count: live + 1))
    automaton.forget(allBut: &kept)
    for (place, state) in kept.enumerated() { unsafe states[place] = state }
  }
}
