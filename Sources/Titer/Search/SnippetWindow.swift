/// The part of a text that a snippet shows.
struct SnippetWindow {
  /// Its bytes in the text, from the start of a word or of the text to the end of a word or of the text.
  let range: Range<Int>

  /// The window of at most `width` characters with the most different terms, then the most matches, then the earliest.
  init(of text: Span<UInt8>, matches: [QueryTerms.Match], width: Int) {
    let ruler = Ruler(text)
    let run = SnippetWindow.bestRun(of: matches, width: width, ruler)
    let core =
      run.isEmpty ? 0..<0 : matches[run.lowerBound].source.lowerBound..<matches[run.upperBound - 1].source.upperBound
    range = SnippetWindow.widen(core, to: width, ruler)
  }

  /// The neighbouring matches that fit into `width` characters, and are the best that do.
  ///
  /// Two ends move through the matches; each match enters and leaves once.
  private static func bestRun(of matches: [QueryTerms.Match], width: Int, _ ruler: Ruler) -> Range<Int> {
    var best = (run: 0..<0, terms: 0)
    var counts: [Int: Int] = [:]
    var end = 0
    for start in matches.indices {
      end = max(start, end)
      while end < matches.count,
        ruler.characters(matches[start].source.lowerBound..<matches[end].source.upperBound) <= width
      {
        counts[matches[end].term, default: 0] += 1
        end += 1
      }
      if (counts.count, end - start) > (best.terms, best.run.count) { best = (start..<end, counts.count) }
      guard end > start else { continue }
      let count = counts[matches[start].term, default: 1]
      counts[matches[start].term] = count > 1 ? count - 1 : nil
    }
    return best.run
  }

  /// `core` with the words around it, about as much before as after, up to `width` characters.
  private static func widen(_ core: Range<Int>, to width: Int, _ ruler: Ruler) -> Range<Int> {
    let half = (width - ruler.characters(core)) / 2
    let before = ruler.earliestStart(before: core.lowerBound) { ruler.characters($0..<core.lowerBound) <= half }
    let upper = ruler.latestEnd(after: core.upperBound) { ruler.characters(before..<$0) <= width }
    let lower = ruler.earliestStart(before: before) { ruler.characters($0..<upper) <= width }
    return lower..<upper
  }
}

/// Measures a text in characters, and knows where it may be cut.
private struct Ruler {
  /// For each byte, and the end, how many characters begin before it.
  private let charactersBefore: [Int]
  private let words: [Range<Int>]

  init(_ text: Span<UInt8>) {
    var charactersBefore = [0]
    charactersBefore.reserveCapacity(text.count + 1)
    var count = 0
    for index in text.indices {
      if text[index] & 0xC0 != 0x80 { count += 1 }
      charactersBefore.append(count)
    }
    self.charactersBefore = charactersBefore
    words = WordScanner().words(in: text)
  }

  func characters(_ range: Range<Int>) -> Int {
    charactersBefore[range.upperBound] - charactersBefore[range.lowerBound]
  }

  /// The first place at or before `index` where a window may begin, and for which `fits` holds; else `index`.
  func earliestStart(before index: Int, where fits: (Int) -> Bool) -> Int {
    if fits(0) { return 0 }
    return words.lazy.map(\.lowerBound).prefix { $0 < index }.first(where: fits) ?? index
  }

  /// The last place at or after `index` where a window may end, and for which `fits` holds; else `index`.
  func latestEnd(after index: Int, where fits: (Int) -> Bool) -> Int {
    let end = charactersBefore.count - 1
    if fits(end) { return end }
    return words.reversed().lazy.map(\.upperBound).prefix { $0 > index }.first(where: fits) ?? index
  }
}
