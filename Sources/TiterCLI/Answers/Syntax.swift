import ArgumentParser
import Records
import Titer

/// How a query is written, and what is made of it before it is asked.
struct QueryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How the query is written: auto, plain, lucene, pubmed or ovid.", valueName: "dialect"))
  var syntax: Syntax = .auto

  @Option(
    help: ArgumentHelp(
      "Other forms to look for: names, plurals, spellings, separated by commas; all or none (default: all, of pubmed and ovid names).",
      valueName: "forms"),
    transform: Self.variants)
  var variants: Query.Variants?

  @Option(
    help: ArgumentHelp(
      "MeSH headings, by which headings are exploded: NLM's XML or ASCII file, or a table with the columns label and tree_numbers.",
      valueName: "file"),
    completion: .file())
  var mesh: String?

  /// Reads a query, and tells on standard error what could be read only in part.
  func read(_ text: String) throws -> ReadQuery {
    let dialect = syntax.dialect ?? Dialect(detecting: text)
    let parsed = try parse(text, dialect)
    if parsed.query.namesLines {
      throw Failure(
        "expected a query of its own, found the number of a line; `titer strategy` and `titer shell` know lines")
    }
    let thesaurus = try thesaurus()
    let notes = parsed.notes.map(\.text) + (thesaurus == nil ? parsed.query.notesOnHeadings : [])
    for note in notes { StandardError.write("note: \(note)\n") }
    return ReadQuery(parsed: parsed, query: made(of: parsed.query, thesaurus))
  }

  private func parse(_ text: String, _ dialect: Dialect) throws -> ParsedQuery {
    do {
      return try ParsedQuery(text, dialect: dialect)
    } catch {
      guard syntax == .auto, dialect != .plain else { throw error }
      throw Failure("\(error)\nIt was read as \(dialect.rawValue); --syntax names another dialect.")
    }
  }

  /// The headings of the file that was named.
  func thesaurus() throws -> Thesaurus? { try mesh.map { try MeSHFile.read(path: $0) } }

  /// A query with headings exploded, and the forms that were asked for.
  private func made(of query: Query, _ thesaurus: Thesaurus?) -> Query {
    var query = thesaurus.map { query.exploded(by: $0) } ?? query
    if let variants { query.variants = variants }
    return query
  }

  private static let named: [String: Query.Variants] = [
    "names": .names, "plurals": .plurals, "spellings": .spellings, "all": .all, "none": [],
  ]

  private static func variants(_ list: String) throws -> Query.Variants {
    try list.split(separator: ",").reduce(into: []) { variants, name in
      guard let one = named[String(name)] else {
        throw ValidationError("expected names, plurals, spellings, all or none, found “\(name)”")
      }
      variants.formUnion(one)
    }
  }
}

/// A query as it was written, and as it is asked.
struct ReadQuery {
  let parsed: ParsedQuery
  var query: Query
}

/// The ways to write a query.
enum Syntax: String, CaseIterable, ExpressibleByArgument {
  case auto
  case plain
  case lucene
  case pubmed
  case ovid

  /// The dialect; `nil` for the one that a query has most signs of.
  var dialect: Dialect? { Dialect(rawValue: rawValue) }
}

extension Query {
  /// Whether it has nothing but words that rank, none of which `chain` keeps.
  func hasOnlyDroppedWords(under chain: AnalysisChain) -> Bool {
    var analyzer = chain.makeAnalyzer()
    return clauses.allSatisfy { clause in
      switch clause {
      case .words(let text), .phrase(let text), .exact(let text):
        analyzer.tokens(of: text).tokens.allSatisfy { $0.layer == .exact }
      default: false
      }
    }
  }
}
