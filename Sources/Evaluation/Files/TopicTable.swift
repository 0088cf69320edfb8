/// A value for each document of each topic: what judgements and runs have in common.
struct TopicTable<Value: Sendable>: Sendable {
  /// A document of a topic, and where it was read.
  struct Row {
    var document: Int32
    var line: Int32
    var value: Value
  }

  private(set) var topics = NameTable()
  private(set) var documents = NameTable()
  /// The rows of each topic, by the topic's number.
  var rows: [[Row]] = []
  /// The topics' numbers in the order of their names' bytes.
  private(set) var order: [Int] = []
  /// The numbers of topics whose names are no UTF-8, by their names mended.
  private var mended: [String: Int] = [:]

  /// Takes in one row.
  mutating func add(topic: Span<UInt8>, document: Span<UInt8>, value: Value, line: Int) {
    let topic = topics.number(of: topic)
    if topic == rows.count { rows.append([]) }
    let row = Row(
      document: Int32(documents.number(of: document)), line: Int32(clamping: line), value: value)
    rows[topic].append(row)
  }

  /// Ends the taking in: puts topics into order, and makes sure that each names a document once.
  ///
  /// - Throws: ``TRECError`` at the first line that doesn't, naming the line before it.
  mutating func finish(_ expected: String) throws(TRECError) {
    order = rows.indices.sorted { topics.precedes($0, $1) }
    for topic in order where (try? UTF8Span(validating: topics[topic])) == nil { mended[topics.name(topic)] = topic }
    guard let (topic, first, second) = duplicate() else { return }
    let document = shown(documents[Int(second.document)])
    throw TRECError(
      line: Int(second.line), expected: expected,
      found: "“\(document)” again for topic “\(shown(topics[topic]))”, as in line \(first.line)",
      remedy: "remove one of the two")
  }

  /// The earliest row that names a document of its topic again, with the row that named it first.
  private func duplicate() -> (topic: Int, first: Row, second: Row)? {
    var firsts = [Int32](repeating: -1, count: documents.count)
    var found: (topic: Int, first: Row, second: Row)?
    for topic in rows.indices {
      for (place, row) in rows[topic].enumerated() {
        // A place that an earlier topic left may be of any document.
        let first = Int(firsts[Int(row.document)])
        let isSeen = first >= 0 && first < place && rows[topic][first].document == row.document
        if isSeen && row.line < found?.second.line ?? .max {
          found = (topic, rows[topic][first], row)
        } else if !isSeen {
          firsts[Int(row.document)] = Int32(place)
        }
      }
    }
    return found
  }

  /// The number of a topic by its name, mended where its bytes are no UTF-8.
  func topic(_ name: String) -> Int? {
    topics.find([UInt8](name.utf8).span) ?? mended[name]
  }

  /// The topics' names, in the order of their bytes.
  var topicNames: [String] { order.map { topics.name($0) } }

  /// All values by names; of names that are the same string but not the same bytes, one.
  var dictionary: [String: [String: Value]] {
    let topics = order.map { topic in
      let documents = rows[topic].map { (self.documents.name(Int($0.document)), $0.value) }
      return (self.topics.name(topic), Dictionary(documents) { first, _ in first })
    }
    return Dictionary(topics) { first, _ in first }
  }

  /// The table of values by names.
  init(_ values: [String: [String: Value]]) {
    var line = 0
    for (topic, documents) in values.sorted(by: { $0.key < $1.key }) {
      let name = [UInt8](topic.utf8)
      for (document, value) in documents.sorted(by: { $0.key < $1.key }) {
        line += 1
        add(topic: name.span, document: [UInt8](document.utf8).span, value: value, line: line)
      }
    }
    order = rows.indices.sorted { topics.precedes($0, $1) }
  }

  init() {}
}
