import Records

/// A question of a test collection.
struct Topic: Equatable {
  /// Its identifier in the judgements.
  var id: String
  /// Its words; quotes in it are characters like others.
  var text: String

  /// Reads a file of topics, whose form is told from its first character.
  ///
  /// - Throws: ``Failure`` at the first thing that isn't a topic, since a run that lacks topics misleads.
  static func read(path: String) throws -> [Topic] {
    let input = try Input(path: path)
    let first = try input.peek().first { $0 > UInt8(ascii: " ") && $0 < 0x80 }
    let topics =
      switch first {
      case UInt8(ascii: "{"): try jsonTopics(input)
      case UInt8(ascii: "<"): try trecTopics(input)
      default: try tabbedTopics(input)
      }
    try check(topics, file: input.name)
    return topics
  }

  private static func check(_ topics: [Topic], file: String) throws {
    var seen: Set<String> = []
    if topics.isEmpty { throw Failure("\(file): expected topics, found none") }
    for topic in topics where !seen.insert(topic.id).inserted {
      throw Failure("\(file): expected each topic once, found “\(shown(topic.id))” again; a topic has one ranking")
    }
  }

  /// BEIR's queries: records of JSON Lines, with `_id` and `text`.
  private static func jsonTopics(_ input: Input) throws -> [Topic] {
    var reader = try JSONLinesReader(input)
    var topics: [Topic] = []
    while let event = try reader.next() {
      switch event {
      case .record(let record):
        let text = [record.title, record.abstractText].filter { !$0.isEmpty }.joined(separator: " ")
        topics.append(Topic(id: record.id, text: text))
      case .skipped(let diagnostic): throw Failure("\(diagnostic)")
      case .warning, .deletion: continue
      }
    }
    return topics
  }

  /// Lines of identifier, tab, query; blank lines are passed over.
  private static func tabbedTopics(_ input: Input) throws -> [Topic] {
    var lines = try LineReader(input)
    var topics: [Topic] = []
    while let line = try lines.next() {
      guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { continue }
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")), tab > line.startIndex else {
        throw Failure(
          "\(input.name):\(lines.lineNumber): expected an identifier, a tab and a query, found “\(shown(line.prefix(40)))”"
        )
      }
      topics.append(
        Topic(
          id: String(decoding: line[..<tab], as: UTF8.self), text: String(decoding: line[(tab + 1)...], as: UTF8.self)))
    }
    return topics
  }
}
