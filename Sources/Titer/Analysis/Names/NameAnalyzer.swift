/// Words and names of biomedical text: names are found however they are written.
///
/// 1. ``NameScanner`` parts the text into atoms, which take positions: `CAR T-cell` is car, t, cell.
/// 2. An atom may have aliases at its position: 2 for II in `type II`, mueller for `Müller`.
/// 3. Names have keys, all their parts as one word, which say how many positions they span: cart over two, tcell over two.
/// 4. What ranks has terms of its own: words without their endings, names as one word.
///
/// Every word is indexed as it is, folded; for ranking stop words are left out. What stands between two spaces is read once and
/// remembered, see ``NameTable``.
public struct NameAnalyzer: Analyzer {
  var table: NameTable

  /// A new analyzer.
  public init() {
    self.init(cacheLimit: 1_000_000)
  }

  /// An analyzer that remembers what takes as much memory as `cacheLimit` words of a ``TermCache``.
  package init(cacheLimit: Int) {
    table = NameTable(memory: cacheLimit * TermCache.bytesPerWord)
  }

  /// Appends the tokens of `text` to an emptied `tokens`.
  public mutating func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) {
    tokens.removeAll()
    var cursor = NameCursor(text, &table)
    while let run = cursor.next(in: text, &table) {
      for index in run.tokens {
        let token = table.read.tokens[index]
        tokens.append(
          table.read.bytes[token.termRange], position: run.position + Int(token.position), length: Int(token.length),
          source: run.start + token.source.lowerBound..<run.start + token.source.upperBound, rule: token.rule,
          layer: token.layer)
      }
    }
    tokens.positionCount = cursor.position
  }
}
