import Titer

extension Target {
  /// Each chain.
  static let analysis = AnalysisChain.builtIn.map { chain in
    let used = UsedAnalyzer(chain)
    return Target(name: "analysis-\(chain.family)") { used.analyse($0) }
  }
}

/// An analyzer for all inputs: what was analysed before must not matter, and making one takes longer than using it.
private final class UsedAnalyzer: @unchecked Sendable {
  // libFuzzer has one thread.
  private var analyzer: any Analyzer

  init(_ chain: AnalysisChain) {
    analyzer = chain.makeAnalyzer()
  }

  /// Analyses any bytes, and holds what comes of them to the laws of ``Analyzer``.
  func analyse(_ bytes: [UInt8]) {
    let (tokens, again) = (tokens(of: bytes), tokens(of: bytes))
    demand(again.tokens == tokens.tokens && again.bytes == tokens.bytes, "a text has the same tokens again")
    var last = 0
    for token in tokens.tokens {
      demand(!token.term.isEmpty && token.term.upperBound <= tokens.bytes.count, "a term isn't empty: \(token)")
      demand(token.position >= last && token.position < tokens.positionCount, "positions don't decrease: \(token)")
      demand(token.length >= 1, "a token spans a position: \(token)")
      demand(token.source.upperBound <= bytes.count, "a token stands for a part of the text: \(token)")
      last = token.position
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.utf8.elementsEqual(bytes) { demand(hasWholeCharacters(tokens, bytes), "a token doesn't cut a character") }
  }

  private func tokens(of bytes: [UInt8]) -> TokenBuffer {
    var tokens = TokenBuffer()
    analyzer.analyze(bytes.span, into: &tokens)
    return tokens
  }

  private func hasWholeCharacters(_ tokens: TokenBuffer, _ bytes: [UInt8]) -> Bool {
    tokens.tokens.allSatisfy { token in
      [token.source.lowerBound, token.source.upperBound].allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
    }
  }
}
