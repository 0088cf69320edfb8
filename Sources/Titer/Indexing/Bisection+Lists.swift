extension Bisection {
  /// Copies a part's halves, each together and with its terms renumbered, to the level below.
  func separate(_ part: Part, _ middle: Int, _ tables: BisectionTables) -> (left: Part, right: Part) {
    let leftPostings = (0..<part.terms).reduce(0) { $0 + Int(tables.left[$1]) }
    let left = Part(
      documents: part.documents.lowerBound..<middle, postings: part.postings,
      terms: Self.renumber(part.terms, tables.left, tables.leftNumbers), depth: part.depth + 1)
    // As far from the left half's as if that kept all postings: each half is at most as long as before, and where it is
    // full, no posting is left out and nothing written behind it.
    let right = Part(
      documents: middle..<part.documents.upperBound, postings: part.postings + leftPostings,
      terms: Self.renumber(part.terms, tables.right, tables.rightNumbers), depth: part.depth + 1)
    copy(part, left, right, tables)
    return (left, right)
  }

  /// Numbers the terms that two documents of a half hold from 0; returns how many these are.
  ///
  /// A term in one document costs the same wherever that lies.
  private static func renumber(_ terms: Int, _ counts: SharedArray<Int32>, _ numbers: SharedArray<UInt16>) -> Int {
    var next = 0
    for term in 0..<terms {
      let stays = counts[term] > 1
      numbers[term] = stays ? UInt16(truncatingIfNeeded: next) : .max
      next += stays ? 1 : 0
    }
    return next
  }

  private func copy(_ part: Part, _ left: Part, _ right: Part, _ tables: BisectionTables) {
    let (from, to) = (levels[part.depth & 1], levels[left.depth & 1])
    let (leftNumbers, rightNumbers) = (tables.leftNumbers, tables.rightNumbers)
    let sides = sides
    var leftEnd = ListEnd(left)
    var rightEnd = ListEnd(right)
    var posting = part.postings
    for position in part.documents {
      let isLeft = sides[position] == 0
      let list = posting..<posting &+ Int(from.lengths[position])
      var end = isLeft ? leftEnd : rightEnd
      end.append(position, list, of: from, isLeft ? leftNumbers : rightNumbers, to: to)
      if isLeft { leftEnd = end } else { rightEnd = end }
      posting = list.upperBound
    }
  }

  /// Where the next document of a part goes.
  private struct ListEnd {
    private var position: Int
    private var posting: Int

    init(_ part: Part) {
      position = part.documents.lowerBound
      posting = part.postings
    }

    /// Appends a document; terms whose number is `UInt16.max` are left out.
    @inline(__always) mutating func append(
      _ document: Int, _ list: Range<Int>, of from: Lists, _ numbers: SharedArray<UInt16>, to: Lists
    ) {
      var next = posting
      var source = list.lowerBound
      while source < list.upperBound {
        let number = numbers[Int(from.terms[source])]
        to.terms[next] = number
        next &+= number == .max ? 0 : 1
        source &+= 1
      }
      to.documents[position] = from.documents[document]
      to.lengths[position] = UInt32(truncatingIfNeeded: next &- posting)
      position &+= 1
      posting = next
    }
  }
}
