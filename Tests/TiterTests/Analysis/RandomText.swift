import TestSupport

/// Texts that hold what word breaks, folding and highlighting turn on.
enum RandomText {
  /// Pieces of text: words, joiners, spaces, other scripts, marks, and ill-formed bytes.
  private static let pieces: [[UInt8]] =
    [
      "the", "of", "cells", "Therapy", "studies", "IL", "6", "19", "a", "s", "S", "can't", "’s", "'s", "'", "’", ".",
      ",", ":",
      ";", "_", "__", "-", "\"", " ", " ", " ", "\n", "é", "e\u{301}", "\u{301}", "\u{AD}", "\u{200D}", "ß", "α", "µ",
      "²",
      "ﬁ", "ｔｈｅ", "漢", "字", "か", "が", "カタ", "한국", "ไทย", "א", "ב", "123", "3.14", "🙂", "\u{FDFA}", "\u{115F}", "𝕜", "Å",
    ].map { Array($0.utf8) } + [[0x80], [0xC3], [0xE2, 0x80], [0xFF], [0xF0, 0x9F], [0xED, 0xA0, 0x80]]

  /// Random bytes, mostly well-formed.
  static func bytes(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    (0..<count).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
  }

  /// Random ASCII, with letters, digits and joiners over-represented.
  static func ascii(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let common = Array("abS019_.,:;'\" -".utf8)
    return (0..<count).map { _ in
      Bool.random(using: &random)
        ? common.randomElement(using: &random) ?? 0x20 : UInt8.random(in: 0..<128, using: &random)
    }
  }
}
