/// Relevance judgements: how good each judged document is for each topic.
///
/// Two forms are read, and told apart by the first line:
///
///     TREC   topic iteration document grade     parted by white space
///     BEIR   query-id  corpus-id  score         a header, then lines parted by tabs; names may hold blanks
///
/// Three columns without a header are read too. A grade is a whole number, which may be written `1.0`. What grades mean is
/// trec_eval's: from the level of relevance on (1 unless another is asked for) a document is relevant, from 0 to there it
/// isn't, and below 0 it is in the pool and unjudged.
public struct Qrels: Sendable {
  let table: TopicTable<Int32>

  /// Reads judgements.
  ///
  /// - Throws: ``TRECError`` at the first line that is none; then at the first that judges a document again.
  /// - Complexity: O(bytes).
  public init(_ text: String) throws(TRECError) {
    try self.init(utf8: [UInt8](text.utf8))
  }

  /// Reads judgements from the bytes of a file.
  public init(utf8 bytes: [UInt8]) throws(TRECError) {
    let bytes = bytes.span
    var (table, scanner) = (TopicTable<Int32>(), FieldScanner(bytes))
    scanner.takeHeader(bytes)
    var columns = scanner.separator == .tab ? Columns.beir : nil
    while scanner.next(in: bytes) {
      let here = columns ?? (scanner.count == 3 ? .beir : .trec)
      columns = here
      guard scanner.count == here.count else { throw here.error(scanner) }
      let field = scanner.field(here.grade, in: bytes)
      guard let grade = wholeNumber(field) else {
        throw TRECError(line: scanner.line, expected: "a whole number as grade", found: shown(field))
      }
      let document = scanner.field(here.document, in: bytes)
      table.add(topic: scanner.field(0, in: bytes), document: document, value: grade, line: scanner.line)
    }
    try table.finish("one judgement of a document")
    self.table = table
  }

  /// The judgements that a dictionary holds by topic and document; a topic without any is left out.
  public init(grades: [String: [String: Int]]) {
    table = TopicTable(grades.mapValues { $0.mapValues { Int32(clamping: $0) } })
  }

  /// The topics, in the order of their bytes.
  public var topics: [String] { table.topicNames }

  /// The grades by topic and document.
  ///
  /// - Complexity: O(judgements), at each call.
  public var grades: [String: [String: Int]] { table.dictionary.mapValues { $0.mapValues(Int.init) } }

  /// The judgements of one topic, in the order of the file.
  public func judgements(of topic: String) -> [(document: String, grade: Int)] {
    guard let topic = table.topic(topic) else { return [] }
    return table.rows[topic].map { (table.documents.name(Int($0.document)), Int($0.value)) }
  }
}

extension Qrels: Equatable {
  /// Whether the judgements are the same, in whatever order they were read.
  public static func == (left: Qrels, right: Qrels) -> Bool { left.grades == right.grades }
}

/// What stands where in a line of judgements.
private enum Columns {
  case trec
  case beir

  var count: Int { self == .trec ? 4 : 3 }
  var document: Int { self == .trec ? 2 : 1 }
  var grade: Int { count - 1 }

  func error(_ scanner: FieldScanner) -> TRECError {
    let names = self == .trec ? "topic, iteration, document and grade" : "topic, document and grade, parted by tabs"
    let remedy = scanner.count == 6 ? "lines of six fields are those of a run, which comes after the judgements" : nil
    let fields = "\(scanner.count) field\(scanner.count == 1 ? "" : "s")"
    return TRECError(line: scanner.line, expected: names, found: fields, remedy: remedy)
  }
}
