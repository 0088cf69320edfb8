internal import CLanes

/// The terms of a query that a segment holds, as the kernels read them: a cursor a superblock and term.
///
/// A term that is kept as a plain list is given the form of the others here, in memory, with its parts as bounds.
@safe final class SegmentTerms {
  /// A term of the query that the segment holds.
  struct Term {
    /// Its number in the query.
    let number: Int
    /// Its lists.
    let entry: TermEntry
    /// Its postings.
    let postings: TermPostings
    /// Its weight; 0 for one that doesn't add to the score.
    let weight: Float
    /// What a bound of 1 can add to a score.
    let unit: Float
    /// What its codes come to.
    let table: FrequencyTable
    /// Where it is kept as a list.
    let list: ListedTerm?

    /// The most that it can add to a score.
    var most: Float { unit * Float(list?.best ?? postings.best) }
  }

  /// The terms, the one that can add most first.
  let terms: [Term]
  /// The superblocks of the segment.
  let superblocks: Int
  /// By superblock, the cursors of all terms.
  let cursors: UnsafeMutablePointer<lanes_cursor>
  /// By place among the terms, the number in the query.
  let numbers: UnsafeMutablePointer<Int>

  /// The cursors of `terms` in a segment of `superblocks` superblocks.
  init(_ terms: [Term], superblocks: Int) throws(FormatError) {
    let sorted = terms.sorted { $0.most == $1.most ? $0.number < $1.number : $0.most > $1.most }
    self.terms = sorted
    self.superblocks = superblocks
    let count = superblocks * sorted.count
    unsafe cursors = .allocate(capacity: max(count, 1))
    unsafe cursors.initialize(repeating: lanes_cursor(), count: count)
    unsafe numbers = .allocate(capacity: max(sorted.count, 1))
    for (index, term) in sorted.enumerated() {
      unsafe numbers[index] = term.number
      if let list = term.list {
        unsafe list.fill(cursors + index, stride: sorted.count)
      } else {
        try unsafe term.postings.fill(cursors + index, stride: sorted.count)
      }
    }
  }

  deinit {
    unsafe cursors.deallocate()
    unsafe numbers.deallocate()
  }

  /// The cursor of a term by its place, in a superblock.
  func cursor(_ place: Int, superblock: Int) -> UnsafePointer<lanes_cursor> {
    unsafe UnsafePointer(cursors + (superblock * terms.count + place))
  }
}
