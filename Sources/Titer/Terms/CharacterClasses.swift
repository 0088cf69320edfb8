/// Which characters a pattern doesn't tell apart: they form classes, each a range.
struct CharacterClasses {
  // Where classes begin, ascending from 0.
  private let starts: [UInt32]

  /// The classes of the sets that `states` read.
  init(_ states: PatternStates) {
    var starts: Set<UInt32> = [0]
    for case .character(let set, _) in states.states {
      for range in set.ranges { starts.formUnion([range.lowerBound, range.upperBound + 1]) }
    }
    self.starts = starts.sorted()
  }

  /// A character of the class that all of `characters` are in; `nil` if they are in several.
  ///
  /// - Complexity: O(log(number of classes))
  func example(_ characters: PossibleCharacters) -> UInt32? {
    let start = self.start(of: characters.first)
    return start == self.start(of: characters.last) ? start : nil
  }

  /// The first character of the class that `character` is in.
  private func start(of character: UInt32) -> UInt32 {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= character { low = middle } else { high = middle }
    }
    return starts[low]
  }
}
