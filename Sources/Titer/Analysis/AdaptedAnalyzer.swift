/// Any analyzer as one that numbers terms, by a look-up a token.
struct AdaptedAnalyzer: IndexingAnalyzer {
  private var base: any Analyzer
  private var tokens = TokenBuffer()

  init(_ base: any Analyzer) {
    self.base = base
  }

  mutating func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) {
    base.analyze(text, into: &tokens)
  }

  mutating func analyze(
    _ text: Span<UInt8>, into occurrences: inout OccurrenceList, numberedBy terms: SharedTerms
  ) {
    base.analyze(text, into: &tokens)
    let start = occurrences.position
    for token in tokens.tokens {
      precondition(!token.term.isEmpty, "a token has a term")
      precondition(start + token.position >= occurrences.position, "positions don't decrease")
      occurrences.position = start + token.position
      let number = terms.number(of: tokens.bytes[token.term])
      occurrences.append(number, counts: token.counts)
    }
    precondition(start + tokens.positionCount >= occurrences.position, "positions don't decrease")
    occurrences.position = start + tokens.positionCount
  }

  mutating func forgetNumbers() {}
}
