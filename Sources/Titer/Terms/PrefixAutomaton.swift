/// Finds the terms that begin with given bytes.
package struct PrefixAutomaton: TermAutomaton {
  /// The bytes.
  package let prefix: [UInt8]

  /// A machine for the terms that begin with `prefix`; all terms if it is empty.
  package init(_ prefix: [UInt8]) { self.prefix = prefix }

  /// No byte of the prefix read.
  package var start: Int { 0 }

  /// Counts the bytes of the prefix; -1 after a byte that isn't its next.
  package func step(_ state: Int, _ byte: UInt8) -> Int {
    if state == prefix.count { return state }
    return prefix[state] == byte ? state + 1 : -1
  }

  /// Whether the bytes read agree with the prefix.
  package func canMatch(_ state: Int) -> Bool { state >= 0 }

  /// 0 once the whole prefix was read.
  package func distance(at state: Int) -> Int? { state == prefix.count ? 0 : nil }
}
