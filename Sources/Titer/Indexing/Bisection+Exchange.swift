import Glibc

extension Bisection {
  /// The documents that may move in one turn: about half of a part's, in the next turn the others.
  ///
  /// They are taken in runs, at least 64 of them in a part, so that a processor guesses rightly who is skipped; which
  /// runs go together changes from sweep to sweep.
  private struct Turn {
    private let runShift: Int
    private let salt: UInt32
    private let parity: UInt32

    init(_ number: Int, of part: Part) {
      runShift = max(0, Int.bitWidth - 1 - part.documents.count.leadingZeroBitCount - 6)
      salt = UInt32(truncatingIfNeeded: number / 2) &* 0x9E37_79B9
      parity = UInt32(number & 1)
    }

    /// Whether the document at a position has its turn: one bit of a multiplicative hash of its run.
    @inline(__always) func includes(_ position: Int) -> Bool {
      let hash = (UInt32(truncatingIfNeeded: position >> runShift) ^ salt) &* 0x85EB_CA6B
      return ((hash ^ (hash >> 15)) >> 12) & 1 == parity
    }
  }

  /// Exchanges documents of the halves until few want to move.
  func exchange(_ part: Part, _ middle: Int, _ tables: BisectionTables) {
    for position in part.documents { sides[position] = position < middle ? 0 : 1 }
    count(part, tables)
    let halves = (Double(middle - part.documents.lowerBound), Double(part.documents.upperBound - middle))
    let widening = Int32(log2(halves.1 / halves.0) * Self.bit)
    let few = Int(settings.settled * Double(part.documents.count))
    for sweep in 0..<settings.sweeps {
      var moved = 0
      for half in 0..<2 {
        weigh(part.terms, widening, tables)
        moved += take(Turn(2 * sweep + half, of: part), part, tables)
      }
      if moved <= few { return }
    }
  }

  /// Counts the documents of each term on the left and on the right.
  private func count(_ part: Part, _ tables: BisectionTables) {
    let (left, right) = (tables.left, tables.right)
    let (terms, lengths) = (levels[part.depth & 1].terms, levels[part.depth & 1].lengths)
    left.fill(first: part.terms, with: 0)
    right.fill(first: part.terms, with: 0)
    var posting = part.postings
    for position in part.documents {
      let counts = sides[position] == 0 ? left : right
      let end = posting &+ Int(lengths[position])
      while posting < end {
        counts[Int(terms[posting])] &+= 1
        posting &+= 1
      }
    }
  }

  /// Computes how much each term draws a document to the right; `widening` is log2 of how much larger that half is.
  private func weigh(_ terms: Int, _ widening: Int32, _ tables: BisectionTables) {
    let (left, right) = (tables.left, tables.right)
    let (leftLeanings, rightLeanings) = (tables.leftLeanings, tables.rightLeanings)
    let savings = savings
    for term in 0..<terms {
      let onLeft = Int(left[term])
      let onRight = Int(right[term])
      let fromLeft = savings[onRight &+ 1] &- savings[onLeft] &- widening
      let fromRight = savings[onRight] &- savings[onLeft &+ 1] &- widening
      leftLeanings[term] = Int16(truncatingIfNeeded: fromLeft)
      rightLeanings[term] = Int16(truncatingIfNeeded: fromRight)
    }
  }

  /// Exchanges the documents that have their turn; returns how many moved.
  private func take(_ turn: Turn, _ part: Part, _ tables: BisectionTables) -> Int {
    let (count, onLeft) = lean(turn, part, tables)
    guard onLeft > 0, onLeft < count else { return 0 }
    let pivot = pivot(leanings(of: part, count), rank: onLeft, tables)
    return move(turn, part, pivot, tables)
  }

  private func leanings(of part: Part, _ count: Int) -> Range<Int> {
    part.documents.lowerBound..<part.documents.lowerBound + count
  }

  /// Adds up the leanings of the documents that have their turn; returns how many these are, and how many on the left.
  ///
  /// They are stored close together from the part's first position on.
  private func lean(_ turn: Turn, _ part: Part, _ tables: BisectionTables) -> (count: Int, onLeft: Int) {
    let (leftLeanings, rightLeanings) = (tables.leftLeanings, tables.rightLeanings)
    let (terms, lengths) = (levels[part.depth & 1].terms, levels[part.depth & 1].lengths)
    let (sides, leanings) = (sides, leanings)
    var posting = part.postings
    var next = part.documents.lowerBound
    var onLeft = 0
    for position in part.documents {
      let length = Int(lengths[position])
      if turn.includes(position) {
        let isLeft = sides[position] == 0
        leanings[next] = Self.sum(isLeft ? leftLeanings : rightLeanings, terms, posting, posting &+ length)
        onLeft &+= isLeft ? 1 : 0
        next &+= 1
      }
      posting &+= length
    }
    return (next - part.documents.lowerBound, onLeft)
  }

  /// The sum of the terms' leanings, in two sums so that additions needn't wait for each other.
  ///
  /// A document has at most 65,535 terms here, each of 15 bits and a sign: the sum fits.
  @inline(__always) private static func sum(
    _ leanings: SharedArray<Int16>, _ terms: SharedArray<UInt16>, _ start: Int, _ end: Int
  ) -> Int32 {
    var even: Int32 = 0
    var odd: Int32 = 0
    var posting = start
    while posting &+ 3 < end {
      even &+= Int32(leanings[Int(terms[posting])])
      odd &+= Int32(leanings[Int(terms[posting &+ 1])])
      even &+= Int32(leanings[Int(terms[posting &+ 2])])
      odd &+= Int32(leanings[Int(terms[posting &+ 3])])
      posting &+= 4
    }
    while posting < end {
      even &+= Int32(leanings[Int(terms[posting])])
      posting &+= 1
    }
    return even &+ odd
  }

  /// Puts the documents that have their turn on the side of the pivot that they lean to; returns how many moved.
  private func move(_ turn: Turn, _ part: Part, _ pivot: Pivot, _ tables: BisectionTables) -> Int {
    let (left, right) = (tables.left, tables.right)
    let (terms, lengths) = (levels[part.depth & 1].terms, levels[part.depth & 1].lengths)
    let (sides, leanings) = (sides, leanings)
    var room = pivot.equalBefore
    var next = part.documents.lowerBound
    var posting = part.postings
    var moved = 0
    for position in part.documents {
      let end = posting &+ Int(lengths[position])
      if turn.includes(position) {
        let leaning = leanings[next]
        next &+= 1
        let fits = leaning == pivot.leaning && room > 0
        room &-= fits ? 1 : 0
        let side: UInt8 = fits || leaning < pivot.leaning ? 0 : 1
        if side != sides[position] {
          sides[position] = side
          moved &+= 1
          let change: Int32 = side == 0 ? 1 : -1
          while posting < end {
            let term = Int(terms[posting])
            left[term] &+= change
            right[term] &-= change
            posting &+= 1
          }
        }
      }
      posting = end
    }
    return moved
  }
}
