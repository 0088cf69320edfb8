/// The different terms of a query, numbered in the order that they first came.
struct TermNumbers {
  // Up to so many terms are compared faster than looked up.
  private static let few = 48

  private(set) var terms: [QueryPlan.Term] = []
  private var hashes: [UInt64] = []
  /// By hash, the last term's number, once there are many.
  private var lastOfHash: [UInt64: Int] = [:]

  /// A term's place, for adding to what it counts.
  subscript(number: Int) -> QueryPlan.Term {
    get { terms[number] }
    set { terms[number] = newValue }
  }

  /// The number of a term in some texts, which counts so many times more.
  mutating func number(of bytes: Span<UInt8>, _ fields: FieldSet, adding count: Double = 0) -> Int {
    let number = number(of: bytes, fields)
    terms[number].count += count
    return number
  }

  private mutating func number(of bytes: Span<UInt8>, _ fields: FieldSet) -> Int {
    let hash = ByteHash.hash(bytes) &+ UInt64(fields.rawValue)
    if let known = known(bytes, fields, hash) { return known }
    hashes.append(hash)
    unsafe terms.append(
      QueryPlan.Term(bytes: bytes.withUnsafeBufferPointer { unsafe Array($0) }, fields: fields, count: 0))
    let number = terms.count - 1
    if terms.count > Self.few {
      if lastOfHash.isEmpty { for number in hashes.indices { lastOfHash[hashes[number]] = number } }
      lastOfHash[hash] = number
    }
    return number
  }

  private func known(_ bytes: Span<UInt8>, _ fields: FieldSet, _ hash: UInt64) -> Int? {
    if terms.count > Self.few {
      guard let last = lastOfHash[hash] else { return nil }
      if isEqual(last, bytes, fields) { return last }
    }
    return hashes.indices.first { hashes[$0] == hash && isEqual($0, bytes, fields) }
  }

  private func isEqual(_ number: Int, _ bytes: Span<UInt8>, _ fields: FieldSet) -> Bool {
    let term = terms[number]
    return term.fields == fields && term.bytes.count == bytes.count && ByteHash.matches(bytes, term.bytes, at: 0)
  }
}
