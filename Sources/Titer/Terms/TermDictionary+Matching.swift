extension TermDictionary {
  /// Calls `body` with the terms that a machine asks for, in order, until it returns `false`.
  ///
  /// Terms that share a prefix share the machine's states for it; a term is passed over, its bytes unread, when the
  /// prefix that it shares with the last can't match; and so are blocks, by the prefix that their terms share, or before and behind
  /// those that the machine's own prefix leads to.
  ///
  /// - Parameters:
  ///   - automaton: the machine, which may remember states for the next dictionary.
  ///   - body: what is called with a term, its lists and its distance from what is asked for.
  /// - Throws: ``FormatError`` when the bytes on the way are damaged, and what `body` throws.
  /// - Complexity: O(bytes of the terms that may match), and a head for each of their neighbours in a block.
  package func visit<Automaton: TermAutomaton>(
    matching automaton: inout Automaton,
    _ body: (_ term: Span<UInt8>, _ entry: TermEntry, _ distance: Int) throws(FormatError) -> Bool
  ) throws(FormatError) {
    var scan = TermScan(automaton)
    var text = TermText()
    let blocks = index.blocks(withPrefix: automaton.prefix)
    var number = blocks.lowerBound
    while number < blocks.upperBound {
      let shared = index.sharedPrefix(of: number)
      guard scan.read(index.prefix(of: number, length: shared), behind: 0, &automaton) else {
        number = index.block(after: number, passingPrefixOf: scan.live + 1)
        continue
      }
      let goesOn =
        if let lastBytes = automaton.lastBytes {
          try visit(number, endingIn: lastBytes, &text, &automaton, body)
        } else {
          try visit(number, sharing: shared, &scan, &automaton, body)
        }
      guard goesOn else { return }
      if automaton.isFull { scan.forget(&automaton) }
      number += 1
    }
  }

  /// The terms that a machine asks for, in order, at most `limit` of them; only words if `wordsAlone`.
  ///
  /// - Throws: ``FormatError`` when the bytes on the way are damaged.
  package func matches(
    of automaton: inout some TermAutomaton, limit: Int = .max, wordsAlone: Bool = false
  ) throws(FormatError) -> TermMatches {
    var matches = TermMatches()
    try visit(matching: &automaton) { (term, entry, distance) throws(FormatError) in
      guard !wordsAlone || TermForm.isWord(term) else { return true }
      matches.isCut = matches.terms.count >= limit
      if matches.isCut { return false }
      let bytes = unsafe term.withUnsafeBufferPointer { unsafe Array($0) }
      matches.terms.append(TermMatch(term: bytes, entry: entry, distance: distance))
      return true
    }
    return matches
  }

  /// Visits the terms of a block, the first `shared` bytes of which the machine has read.
  private func visit<Automaton: TermAutomaton>(
    _ number: Int, sharing shared: Int, _ scan: inout TermScan<Automaton>, _ automaton: inout Automaton,
    _ body: (Span<UInt8>, TermEntry, Int) throws(FormatError) -> Bool
  ) throws(FormatError) -> Bool {
    var block = try block(number)
    var lists = block.lists
    guard block.first.count >= shared else {
      throw FormatError(expected: "a first term of \(shared) bytes in a block", found: "\(block.first.count)")
    }
    var isRead = scan.read(block.first.extracting(shared...), behind: shared, &automaton)
    repeat {
      guard isRead, let distance = automaton.distance(at: scan.state) else { continue }
      guard try body(scan.term, lists.entry(at: block.place), distance) else { return false }
      if automaton.isFull { scan.forget(&automaton) }
    } while try next(&block, &isRead, &scan, &automaton)
    return true
  }

  /// Visits the terms of a block, of which the machine reads those alone whose last byte is one of `lastBytes`.
  private func visit<Automaton: TermAutomaton>(
    _ number: Int, endingIn lastBytes: ByteSet, _ text: inout TermText, _ automaton: inout Automaton,
    _ body: (Span<UInt8>, TermEntry, Int) throws(FormatError) -> Bool
  ) throws(FormatError) -> Bool {
    var block = try block(number)
    var lists = block.lists
    text.begin(block.first)
    var mayMatch = true
    repeat {
      guard mayMatch, let distance = automaton.read(text.term) else { continue }
      guard try body(text.term, lists.entry(at: block.place), distance) else { return false }
    } while try next(&block, &mayMatch, &text, lastBytes)
    return true
  }

  /// Moves to a block's next term, and looks at its last byte.
  @inline(__always)
  private func next(
    _ block: inout TermBlock, _ mayMatch: inout Bool, _ text: inout TermText, _ lastBytes: ByteSet
  ) throws(FormatError) -> Bool {
    guard try block.next() else { return false }
    text.follow(block)
    mayMatch = lastBytes.contains(block.last)
    return true
  }

  /// Moves to a block's next term, and has the machine read it unless it can't match.
  @inline(__always)
  private func next<Automaton: TermAutomaton>(
    _ block: inout TermBlock, _ isRead: inout Bool, _ scan: inout TermScan<Automaton>, _ automaton: inout Automaton
  ) throws(FormatError) -> Bool {
    guard try block.next() else { return false }
    isRead = block.shared <= scan.live && scan.read(block.byte, block.tail, behind: block.shared, &automaton)
    return true
  }
}
