/// What is asked: words that rank, and what a document must hold.
///
///     Query([.words("lupus nephritis"), .phrase("CAR T"), .not(.words("mice"))])
///
/// Words alone make every document that holds one of them an answer. Beside a clause that a document must hold they only add to
/// the score.
public struct Query: Sendable, Equatable {
  /// A part of a query, as the user wrote it; the index's own chain analyses it.
  public indirect enum Clause: Sendable, Equatable {
    /// Words: each adds to the score.
    case words(String)
    /// A phrase: a document must hold its words next to each other and in order; its words add to the score too.
    case phrase(String)
    /// A phrase without any other forms of its words and names; a word in capitals must stand in capitals.
    case exact(String)
    /// Words that a document must hold in one stretch of text with at most `gap` other words, in order or not.
    case near(String, gap: Int, ordered: Bool)
    /// A document must hold all of these; the words of `words` each.
    case all([Clause])
    /// A document must hold at least one of these.
    case any([Clause])
    /// A document must not hold this; its words don't add to the score.
    case not(Clause)
    /// Only what stands in these texts counts.
    case field(FieldSet, Clause)
  }

  /// Other forms in which words and names are looked for, as far as the index's chain knows any.
  public struct Variants: OptionSet, Sendable {
    /// A bit a class.
    public let rawValue: UInt8

    /// The classes whose bits are set.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Names however they are written: IL6 and IL 6 for IL-6.
    public static let names = Variants(rawValue: 1)
    /// Plurals and singulars.
    public static let plurals = Variants(rawValue: 2)
    /// British and American spelling.
    public static let spellings = Variants(rawValue: 4)
    /// All of them.
    public static let all: Variants = [.names, .plurals, .spellings]
  }

  /// The parts in the order that they were written.
  public var clauses: [Clause]

  /// Which documents may answer at all; it doesn't change scores.
  public var filter: Filter

  /// In which other forms words and names of phrases, and of what a document must hold, are looked for.
  public var variants: Variants

  /// A query of the given parts; of a filter alone, every document that it lets through is an answer, with a score of 0.
  public init(_ clauses: [Clause], filter: Filter = Filter(), variants: Variants = .all) {
    self.clauses = clauses
    self.filter = filter
    self.variants = variants
  }
}
