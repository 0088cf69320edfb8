import Records

extension Topic {
  /// TREC's topics: `<top>`, `<num> Number: 301`, `<title> words`, other fields, `</top>`; closing tags may be missing.
  static func trecTopics(_ input: Input) throws -> [Topic] {
    var lines = try LineReader(input)
    var parser = TRECTopicParser()
    while let line = try lines.next() {
      parser.take(String(decoding: line, as: UTF8.self), number: lines.lineNumber)
    }
    parser.endTopic()
    if let line = parser.incomplete {
      throw Failure("\(input.name):\(line): expected a topic with <num> and <title>, found one without")
    }
    return parser.topics
  }
}

/// Gathers the numbers and titles of TREC topics, line by line.
private struct TRECTopicParser {
  private enum Field {
    case number
    case title
    case other
  }

  private(set) var topics: [Topic] = []
  /// The line of the first topic that lacks its number or title.
  private(set) var incomplete: Int?
  private var start: Int?
  private var field = Field.other
  private var id: [Substring] = []
  private var title: [Substring] = []

  mutating func take(_ line: String, number: Int) {
    for (index, part) in line.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
      if index == 0 {
        add(part)
      } else if let end = part.firstIndex(of: ">"), let tag = Tag(part[..<end]) {
        enter(tag, line: number)
        add(part[part.index(after: end)...])
      } else {
        // A “<” that opens no tag is text: "p < 0.05".
        add(part)
      }
    }
  }

  private enum Tag: String {
    case top
    case topEnd = "/top"
    case num
    case title
    case desc
    case narr
    case numEnd = "/num"
    case titleEnd = "/title"
    case descEnd = "/desc"
    case narrEnd = "/narr"

    init?(_ name: Substring) {
      self.init(rawValue: name.lowercased())
    }
  }

  private mutating func enter(_ tag: Tag, line: Int) {
    switch tag {
    case .top:
      endTopic()
      start = line
    case .topEnd: endTopic()
    case .num: field = .number
    case .title: field = .title
    default: field = .other
    }
  }

  private mutating func add(_ text: Substring) {
    let words = text.split(whereSeparator: \.isWhitespace)
    switch field {
    case .number: id += words.filter { $0 != "Number:" }
    case .title: title += words.filter { $0 != "Topic:" }
    case .other: break
    }
  }

  /// Keeps the topic that has been gathered.
  mutating func endTopic() {
    if let start {
      if id.isEmpty || title.isEmpty {
        incomplete = incomplete ?? start
      } else {
        topics.append(Topic(id: id.joined(separator: " "), text: title.joined(separator: " ")))
      }
    }
    (start, field, id, title) = (nil, .other, [], [])
  }
}
