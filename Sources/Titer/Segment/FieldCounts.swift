/// How often a document holds a term in each of its searched texts.
///
/// Most counts are small, so that they fit a byte, the posting's *code*:
///
///     bits 6–7   in the title, 0 to 3
///     bits 2–5   in the abstract, 0 to 15
///     bits 0–1   in the keywords, 0 to 2
///
/// The code 0 stands for counts that don't fit. Three codes need no byte at all in a posting, see ``shortCodes``.
package struct FieldCounts: Sendable, Equatable {
  /// Occurrences in the title.
  package var title: UInt32
  /// Occurrences in the abstract.
  package var abstract: UInt32
  /// Occurrences in the keywords.
  package var keywords: UInt32

  /// Counts by text.
  package init(title: UInt32 = 0, abstract: UInt32 = 0, keywords: UInt32 = 0) {
    self.title = title
    self.abstract = abstract
    self.keywords = keywords
  }

  /// Once in the abstract, once in the title, twice in the abstract: three quarters of all postings.
  package static let shortCodes: [UInt8] = [1 << 2, 1 << 6, 2 << 2]

  /// The place of a code among ``shortCodes``, 3 for all others.
  @inline(__always)
  static func shortCode(of code: UInt8) -> UInt8 {
    switch code {
    case 1 << 2: 0
    case 1 << 6: 1
    case 2 << 2: 2
    default: 3
    }
  }

  /// The bits of a code that hold the counts in some texts.
  package static func bits(of fields: FieldSet) -> UInt8 {
    (fields.contains(.title) ? 3 << 6 : 0) | (fields.contains(.abstract) ? 15 << 2 : 0)
      | (fields.contains(.keywords) ? 3 : 0)
  }

  /// The counts as a byte, 0 when they don't fit.
  package var code: UInt8 {
    guard title <= 3, abstract <= 15, keywords <= 2 else { return 0 }
    return UInt8(title << 6 | abstract << 2 | keywords)
  }

  /// The counts of a code other than 0.
  package init(code: UInt8) {
    self.init(title: UInt32(code >> 6), abstract: UInt32(code >> 2 & 15), keywords: UInt32(code & 3))
  }

  /// Whether there is an occurrence in some texts.
  func stands(in fields: FieldSet) -> Bool {
    (fields.contains(.title) && title > 0) || (fields.contains(.abstract) && abstract > 0)
      || (fields.contains(.keywords) && keywords > 0)
  }

  /// Which of a document's positions, all texts' in order, lie in some texts that follow each other.
  func places(in fields: FieldSet) -> Range<Int> {
    let (ofTitle, ofBoth) = (Int(title), Int(title) + Int(abstract))
    let first = fields.contains(.title) ? 0 : fields.contains(.abstract) ? ofTitle : ofBoth
    let end = fields.contains(.keywords) ? ofBoth + Int(keywords) : fields.contains(.abstract) ? ofBoth : ofTitle
    return first..<max(first, end)
  }

  /// All occurrences.
  package var total: UInt32 { title &+ abstract &+ keywords }
}
