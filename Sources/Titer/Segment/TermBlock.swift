/// Walks the terms of one block of a dictionary, comparing them where they lie.
///
/// The bytes are drawn in `TermDictionary.swift`. What a head says is checked against the block's bounds before it is used.
struct TermBlock: ~Escapable {
  /// The current term's number in the block.
  private(set) var place = 0
  /// The bytes that the current term shares with the one before.
  private(set) var shared = 0
  /// The byte that comes next in the current term; of no meaning for the block's first.
  private(set) var byte: UInt8 = 0

  private let bytes: Span<UInt8>
  private let count: Int
  private let firstStart: Int
  private let heads: Int
  private let end: Int
  private var tailStart: Int
  private var tailEnd: Int
  private var length: Int

  /// A walk that stands on the first of `count` terms, at least 1.
  ///
  /// - Throws: ``FormatError`` when the bytes have no room for the first term and the heads.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, count: Int) throws(FormatError) {
    var start = 0
    let size = try bytes.varint(at: &start)
    guard size <= bytes.count - start else {
      throw FormatError(expected: "at most \(bytes.count - start) bytes of terms", found: "\(size)")
    }
    end = start + size
    length = try bytes.varint(at: &start)
    guard length <= end - start, 2 * (count - 1) <= end - start - length else {
      throw FormatError(expected: "\(count) terms in \(end - start) bytes", found: "a first of \(length)")
    }
    self.bytes = bytes
    self.count = count
    firstStart = start
    heads = start + length
    tailStart = heads + 2 * (count - 1)
    tailEnd = tailStart
  }

  /// The block's first term.
  var first: Span<UInt8> {
    @_lifetime(copy self)
    get { unsafe bytes.extracting(unchecked: firstStart..<heads) }
  }

  /// What the current term has behind ``byte``.
  var tail: Span<UInt8> {
    @_lifetime(copy self)
    get { unsafe bytes.extracting(unchecked: tailStart..<tailEnd) }
  }

  /// The last byte of the current term; of no meaning for the block's first.
  var last: UInt8 {
    // Both are read, since a choice of what to read would be a branch that no processor can predict.
    let (lastOfTail, isTail) = unsafe (bytes[unchecked: max(tailEnd, 1) - 1], tailStart < tailEnd)
    return isTail ? lastOfTail : byte
  }

  /// Writes the current term's tail to memory that has room for it and 8 bytes more.
  @unsafe func writeTail(to memory: UnsafeMutablePointer<UInt8>) {
    if tailEnd - tailStart <= 8, tailStart + 8 <= bytes.count {
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: tailStart, as: UInt64.self)
      unsafe UnsafeMutableRawPointer(memory).storeBytes(of: word, as: UInt64.self)
    } else {
      for place in tailStart..<tailEnd { unsafe memory[place - tailStart] = bytes[place] }
    }
  }

  /// The lists of the block's terms, from the first.
  var lists: TermLists {
    @_lifetime(copy self)
    get { TermLists(unsafe bytes.extracting(unchecked: end..<bytes.count), count: count) }
  }

  /// Moves to the next term, if there is one.
  ///
  /// - Throws: ``FormatError`` when it shares more than there is, or reaches past the block.
  @_lifetime(self: copy self)
  mutating func next() throws(FormatError) -> Bool {
    guard place + 1 < count else { return false }
    let size = try readHead(nextHead)
    guard shared <= length, size <= end - tailEnd else { throw faultyHead(size) }
    take(size)
    length = shared + 1 + size
    return true
  }

  /// Moves to the next term that isn't below `byte` at `matched`, by what its head says; ends like ``next()``.
  ///
  /// This is ``next()`` as long as a term shares more than `matched` bytes, or just these and its next byte is below
  /// `byte`. The order of heads makes that one comparison.
  @_lifetime(self: copy self)
  private mutating func next(notBelow byte: UInt8, at matched: Int) throws(FormatError) -> Bool {
    let least = UInt16(max(0, 15 - matched)) << 12 | UInt16(byte) << 4
    while place + 1 < count {
      let head = nextHead
      let size = try readHead(head)
      let isBelow = Self.isLong(head) ? shared > matched || shared == matched && self.byte < byte : head < least
      guard size <= end - tailEnd else { throw faultyHead(size) }
      take(size)
      if !isBelow { return true }
    }
    return false
  }

  /// The number of `term` in the block, or `nil`.
  ///
  /// The walk must stand on the first term, and stays there. No term is put together: as long as the terms are below the
  /// one looked for, `matched` bytes of the last agree with it, so that a term that shares more is below it too, and a
  /// term that shares less is above it.
  func find(_ term: Span<UInt8>) throws(FormatError) -> Int? {
    var matched = 0
    guard let order = Self.compare(first, term, &matched) else { return 0 }
    var isBelow = order
    var walk = self
    while isBelow, try walk.next(notBelow: term[matched], at: matched) {
      guard walk.shared == matched, walk.byte == term[matched] else { return nil }
      matched += 1
      guard let order = Self.compare(walk.tail, term, &matched) else { return walk.place }
      isBelow = order
    }
    return nil
  }

  /// Whether the first term comes after `term`.
  func begins(behind term: Span<UInt8>) -> Bool {
    var matched = 0
    return Self.compare(first, term, &matched) == false
  }

  /// Whether `bytes` come before those of `term` from `matched` on, `nil` if they are these; advances `matched` over equals.
  static func compare(_ bytes: Span<UInt8>, _ term: Span<UInt8>, _ matched: inout Int) -> Bool? {
    var place = 0
    while place < bytes.count, matched < term.count {
      let (one, other) = unsafe (bytes[unchecked: place], term[unchecked: matched])
      if one != other { return one < other }
      place += 1
      matched += 1
    }
    return place < bytes.count ? false : matched < term.count ? true : nil
  }

  /// Checks that terms and lists, walked to their ends, fill the block.
  func checkEnd(_ lists: borrowing TermLists) throws(FormatError) {
    try expect(end - tailEnd, toBe: 0, "bytes behind a block's terms:")
    try expect(lists.unread, toBe: 0, "bytes behind a block's lists:")
  }
}

// Heads.
extension TermBlock {
  /// The head of the next term, which there must be.
  private var nextHead: UInt16 { unsafe bytes.uncheckedFixed16(at: heads + 2 * place) }

  /// Whether a head has a number that didn't fit.
  private static func isLong(_ head: UInt16) -> Bool { head < 0x1000 || head & 15 == 15 }

  /// Reads a head into ``shared`` and ``byte``, and returns the size of the tail.
  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func readHead(_ head: UInt16) throws(FormatError) -> Int {
    shared = 15 - Int(head >> 12)
    byte = UInt8(truncatingIfNeeded: head >> 4)
    var size = Int(head & 15)
    if Self.isLong(head) {
      if shared == 15 { shared = try more() }
      if size == 15 { size = try more() }
    }
    return size
  }

  /// Reads a number that didn't fit a head.
  @_lifetime(self: copy self)
  private mutating func more() throws(FormatError) -> Int {
    guard tailEnd < end else { throw FormatError(expected: "a number within a block", found: "the end of its terms") }
    return min(try bytes.varint(at: &tailEnd), .max - 15) + 15
  }

  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func take(_ size: Int) {
    place += 1
    tailStart = tailEnd
    tailEnd += size
  }

  private func faultyHead(_ size: Int) -> FormatError {
    FormatError(
      expected: "at most \(length) shared and \(end - tailEnd) other bytes of a term", found: "\(shared) and \(size)")
  }
}

extension Span<UInt8> {
  /// The 2 bytes at `offset`, from 0 to `count` - 2, as a number, least significant first; nothing is checked.
  @unsafe func uncheckedFixed16(at offset: Int) -> UInt16 {
    UInt16(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt16.self))
  }
}
