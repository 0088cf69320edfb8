/// The documents that a system returned for each topic, best first.
///
/// TREC's form, a line a document: `topic Q0 document rank score tag`, parted by white space. The order is trec_eval's
/// (`form_res_rels.c`): by score as a 32-bit float, descending; ties by the bytes of the document's name, descending. The rank
/// column doesn't count. Where a topic names a document twice, trec_eval ends, and so does this reader: whichever of the two
/// places were taken, the figures would be of another run than its author's.
public struct Run: Sendable {
  /// The name of the run: the last line's tag, as trec_eval's `runid` is.
  public let tag: String
  /// Its rows are in the order of the ranking.
  let table: TopicTable<Float>

  /// Reads a run.
  ///
  /// - Throws: ``TRECError`` at the first line that belongs to none; then at the first that returns a document again.
  /// - Complexity: O(bytes), and O(*n* log *n*) for topics whose lines aren't in order.
  public init(_ text: String) throws(TRECError) {
    try self.init(utf8: [UInt8](text.utf8))
  }

  /// Reads a run from the bytes of a file.
  public init(utf8 bytes: [UInt8]) throws(TRECError) {
    let bytes = bytes.span
    var (table, scanner) = (TopicTable<Float>(), FieldScanner(bytes))
    var last: FieldScanner?
    while scanner.next(in: bytes) {
      guard scanner.count == 6 else { throw Self.error(scanner) }
      let field = scanner.field(4, in: bytes)
      guard let score = decimal(field) else {
        throw TRECError(line: scanner.line, expected: "a number as score", found: shown(field))
      }
      let document = scanner.field(2, in: bytes)
      table.add(topic: scanner.field(0, in: bytes), document: document, value: Float(score), line: scanner.line)
      last = scanner
    }
    try table.finish("a document once a topic")
    self.init(tag: last.map { decode($0.field(5, in: bytes)) } ?? "", table)
  }

  /// The run that a dictionary holds as scores by topic and document; a topic without any is left out.
  ///
  /// - Precondition: No score is NaN.
  public init(tag: String = "titer", scores: [String: [String: Float]]) {
    self.init(tag: tag, TopicTable(scores))
  }

  private init(tag: String, _ table: TopicTable<Float>) {
    self.tag = tag
    var table = table
    let names = table.documents
    for topic in table.rows.indices {
      let isOrdered = zip(table.rows[topic], table.rows[topic].dropFirst()).allSatisfy { precedes($0, $1, names) }
      if !isOrdered { table.rows[topic].sort { precedes($0, $1, names) } }
    }
    self.table = table
  }

  /// The topics, in the order of their bytes.
  public var topics: [String] { table.topicNames }

  /// The scores by topic and document.
  ///
  /// - Complexity: O(documents), at each call.
  public var scores: [String: [String: Float]] { table.dictionary }

  /// The documents of a topic, best first.
  public func ranking(of topic: String) -> [String] { results(of: topic).map(\.document) }

  /// The documents of a topic and their scores, best first.
  public func results(of topic: String) -> [(document: String, score: Float)] {
    guard let topic = table.topic(topic) else { return [] }
    return table.rows[topic].map { (table.documents.name(Int($0.document)), $0.value) }
  }

  private static func error(_ scanner: FieldScanner) -> TRECError {
    let remedy =
      switch scanner.count {
      case 3, 4: "lines of \(scanner.count) fields are judgements, which come before the run"
      case 7...: "a document's name and a tag must not hold white space"
      default: String?.none
      }
    return TRECError(
      line: scanner.line, expected: "topic, Q0, document, rank, score and tag",
      found: "\(scanner.count) field\(scanner.count == 1 ? "" : "s")", remedy: remedy)
  }
}

extension Run: Equatable {
  /// Whether tag and scores are the same, in whatever order they were read.
  public static func == (left: Run, right: Run) -> Bool { left.tag == right.tag && left.scores == right.scores }
}

/// Whether a document comes before another of its topic.
private func precedes(_ left: TopicTable<Float>.Row, _ right: TopicTable<Float>.Row, _ names: NameTable) -> Bool {
  left.value == right.value
    ? names.precedes(Int(right.document), Int(left.document)) : left.value > right.value
}
