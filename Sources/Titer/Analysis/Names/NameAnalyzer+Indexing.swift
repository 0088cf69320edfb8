extension NameAnalyzer: IndexingAnalyzer {
  mutating func analyze(
    _ text: Span<UInt8>, into occurrences: inout OccurrenceList, numberedBy terms: SharedTerms
  ) {
    let start = occurrences.position
    var cursor = NameCursor(text, &table)
    while let run = cursor.next(in: text, &table) {
      for index in run.tokens {
        let token = table.read.tokens[index]
        let number = token.number == NameTokens.unnumbered ? number(of: index, terms) : token.number
        occurrences.position = start + run.position + Int(token.position)
        occurrences.append(number, counts: token.counts)
      }
    }
    occurrences.position = start + cursor.position
  }

  mutating func forgetNumbers() { table.forgetNumbers() }

  /// Numbers a token of the table.
  @inline(never)
  private mutating func number(of index: Int, _ terms: SharedTerms) -> UInt32 {
    let number = terms.number(of: table.read.bytes[table.read.tokens[index].termRange])
    table.read.tokens[index].number = number
    return number
  }
}
