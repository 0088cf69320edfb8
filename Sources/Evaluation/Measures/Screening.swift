/// A ranking as the order in which somebody reads a whole collection, until enough has been found.
///
/// Documents that weren't returned are read after those that were, in the worst order: the relevant ones last. So the figures
/// of screening are the least that the ranking warrants, and a run that isn't of the whole collection is neither refused nor
/// flattered. How large the collection is says ``JudgedRanking/collection``.
struct Screening {
  /// N, the documents to be read.
  let collection: Int
  let relevant: RelevantRanks

  init(_ ranking: JudgedRanking, _ level: Int?) {
    collection = ranking.collection
    relevant = ranking.relevantRanks(level)
  }

  /// The rank at which a share of the relevant documents has been read; `nil` where nothing is relevant.
  func rank(ofPercent recall: Double) -> Int? {
    guard relevant.total > 0 else { return nil }
    let needed = leastCount(recall, of: relevant.total)
    guard needed > 0 else { return 0 }
    return needed <= relevant.found ? relevant.ranks[needed - 1] : collection - (relevant.total - needed)
  }

  /// How many documents are a share of the collection, rounded up.
  func depth(ofPercent percent: Double) -> Int { leastCount(percent, of: collection) }

  /// How many relevant documents are among the first `depth` that are read.
  func found(first depth: Int) -> Int {
    let unreturned = relevant.total - relevant.found
    return relevant.count(first: depth) + max(0, unreturned - (collection - depth))
  }
}
