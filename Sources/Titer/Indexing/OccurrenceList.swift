// The occurrences of the terms of some documents, in order, 4 bytes each but for rare ones:
//
//     bits 0–23   the term's number
//     bits 24–31  how far its position is from that of the occurrence before, in a document's first from 0
//
// 255 in the upper bits announces two more words: the term's number, and how far it is.

/// Writes occurrences.
struct OccurrenceList {
  static let escape: UInt32 = 255
  static let termMask: UInt32 = 0xFF_FFFF

  /// The words.
  private(set) var words: [UInt32] = []
  /// Occurrences in the document at hand.
  private(set) var occurrences: UInt32 = 0
  /// Those of them that are another form of what stands there, and don't make a document longer.
  private(set) var forms: UInt32 = 0
  /// Where the next occurrence is.
  var position = 0
  private var last = 0

  /// Forgets all and keeps the memory.
  mutating func removeAll() { words.removeAll(keepingCapacity: true) }

  /// Begins a document.
  mutating func beginDocument() {
    position = 0
    last = 0
    occurrences = 0
    forms = 0
  }

  /// Appends an occurrence at ``position`` that makes the document longer, or doesn't.
  @inline(__always)
  mutating func append(_ term: UInt32, counts: Bool) {
    append(term)
    if !counts { forms += 1 }
  }

  /// Appends an occurrence at ``position``, which is not before the last one's.
  @inline(__always)
  mutating func append(_ term: UInt32) {
    let gap = UInt32(truncatingIfNeeded: position - last)
    last = position
    occurrences += 1
    if gap < Self.escape, term <= Self.termMask {
      words.append(gap << 24 | term)
    } else {
      appendLong(term, gap: gap)
    }
  }

  private mutating func appendLong(_ term: UInt32, gap: UInt32) {
    words.append(Self.escape << 24)
    words.append(term)
    words.append(gap)
  }
}

/// Reads the occurrences of one document.
@safe struct OccurrenceReader {
  private var next: UnsafePointer<UInt32>
  /// The term of the occurrence at hand.
  private(set) var term: UInt32 = 0
  /// Its position.
  private(set) var position: UInt32 = 0

  /// A reader of the words at `start`, which must outlive it.
  init(_ start: UnsafePointer<UInt32>) {
    unsafe next = unsafe start
  }

  /// Goes to the next occurrence, of which there must be one.
  @inline(__always)
  mutating func advance() {
    let word = unsafe next.pointee
    let gap = word >> 24
    guard gap != OccurrenceList.escape else { return advanceLong() }
    unsafe next += 1
    term = word & OccurrenceList.termMask
    position &+= gap
  }

  private mutating func advanceLong() {
    term = unsafe next[1]
    position &+= unsafe next[2]
    unsafe next += 3
  }
}
