/// What is asked: words that rank, and what a document must hold.
///
///     Query([.words("lupus nephritis"), .phrase("CAR T"), .not(.words("mice"))])
///
/// Words alone make every document that holds one of them an answer. Beside a clause that a document must hold they only add to
/// the score.
public struct Query: Sendable, Hashable {
  /// A part of a query, as the user wrote it; the index's own chain analyses it.
  public indirect enum Clause: Sendable, Hashable {
    /// Words: each adds to the score.
    case words(String)
    /// A phrase: a document must hold its words next to each other and in order; its words add to the score too.
    case phrase(String)
    /// A phrase without any other forms of its words and names; a word in capitals must stand in capitals.
    case exact(String)
    /// A phrase in some of whose words `*` stands for any characters or none, `?` for one or none, and `#` for one.
    case pattern(String)
    /// A word with at most so many typing errors (1 or 2).
    case fuzzy(String, distance: Int)
    /// Words that match a regular expression from end to end.
    case regex(String)
    /// A document must hold these near each other in one stretch of text.
    ///
    /// Words, phrases, patterns, and what is made of them by `any`, `field` and `near`, have places in a text; other clauses stand
    /// nowhere.
    case near([Clause], Proximity)
    /// A document must hold all of these; the words of `words` each.
    case all([Clause])
    /// A document must hold at least one of these.
    case any([Clause])
    /// A document must not hold this; its words don't add to the score.
    case not(Clause)
    /// A document need not hold this, which adds to the score.
    case optional(Clause)
    /// Only what stands in these texts counts.
    case field(FieldSet, Clause)
    /// What is written, in the whole document, at least so many times.
    case frequency(Clause, atLeast: Int)
    /// What is written counts so many times as much for the score; more than 0.
    case boost(Clause, by: Float)
    /// A heading of a controlled vocabulary.
    case heading(Heading)
    /// A whole value, in which `*`, `?` and `#` mean what they do in a pattern.
    case value(Attribute, String)
    /// The documents that a filter lets through; it doesn't add to the score.
    case filter(Filter)
    /// The answers to another line of a strategy, counted from 1.
    case line(Int)
    /// Every document.
    case everything
  }

  /// How near words must be to each other.
  public struct Proximity: Sendable, Hashable {
    /// What counts as the order of the query.
    public enum Order: Sendable, Hashable {
      /// One behind the other as written, with at most ``Proximity/gap`` other words among them in all.
      case asWritten
      /// In any order, with at most ``Proximity/gap`` other words among them in all.
      case any
      /// Moved by at most ``Proximity/gap`` places in all from where a phrase would have them (Lucene's slop).
      case moved
    }

    /// How many other words, or moves; at least 0.
    public var gap: Int
    /// In which order.
    public var order: Order

    /// At most `gap` other words among them, in an order.
    public init(gap: Int, order: Order) {
      self.gap = max(gap, 0)
      self.order = order
    }
  }

  /// A heading of a controlled vocabulary such as MeSH, by which documents were indexed by hand.
  public struct Heading: Sendable, Hashable {
    /// The heading (`Lupus Nephritis`); `""` for any, where only the qualifier counts; wildcards as in a pattern.
    public var name: String
    /// The qualifier (`drug therapy`), or `""` for any or none.
    public var qualifier: String
    /// Whether the narrower headings count too.
    public var isExploded: Bool
    /// Whether it must be what the document is mainly about.
    public var isMajor: Bool

    /// A heading.
    public init(_ name: String, qualifier: String = "", isExploded: Bool = false, isMajor: Bool = false) {
      self.name = name
      self.qualifier = qualifier
      self.isExploded = isExploded
      self.isMajor = isMajor
    }
  }

  /// Other forms in which words and names are looked for, as far as the index's chain knows any.
  public struct Variants: OptionSet, Sendable, Hashable {
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
