/// Which known word was probably meant.
package enum NearestWord {
  /// The word with the fewest letters changed, added, left out, or swapped with the next one; the first of several such.
  ///
  /// - Returns: `nil` if none is near: within one such slip for up to three letters, within two for more.
  package static func of(_ word: String, among words: some Sequence<String>) -> String? {
    guard word.count <= 40 else { return nil }
    let letters = Array(word.lowercased())
    let most = letters.count > 3 ? 2 : 1
    let near = words.map { (word: $0, distance: distance(letters, Array($0.lowercased()))) }
    return near.filter { $0.distance <= most && $0.distance < $0.word.count }.min { $0.distance < $1.distance }?.word
  }

  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var rows = [Array(0...second.count)]
    for i in first.indices {
      var row = [i + 1]
      for j in second.indices {
        let change = rows[i][j] + (first[i] == second[j] ? 0 : 1)
        var least = min(change, rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[first.count][second.count]
  }
}
