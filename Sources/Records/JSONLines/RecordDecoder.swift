extension Record {
  /// The record that `storedBytes` wrote.
  ///
  /// - Throws: A `JSONError` when the bytes are not a JSON object.
  public init(storedBytes: some Collection<UInt8>) throws(JSONError) {
    self = try RecordDecoder.record(in: Array(storedBytes).span)
  }
}

/// One JSON object into one record.
///
/// A value that a field of the record holds as it is goes there and nowhere else. All other values, known or not, are kept
/// in `source` under the path of their keys; what stands in `metadata` is always kept there too.
struct RecordDecoder {
  private var record = Record(format: .jsonLines)
  private var id = Choice()
  private var text = Choice()

  private init() {}

  /// The record in one object.
  static func record(in line: Span<UInt8>) throws(JSONError) -> Record {
    var decoder = RecordDecoder()
    var json = JSONReader(line)
    try decoder.readMembers(of: &json, path: "")
    try json.end()
    return decoder.finished()
  }

  private mutating func readMembers(of json: inout JSONReader, path: String) throws(JSONError) {
    try json.beginObject()
    while let key = try json.nextKey() {
      if path.isEmpty, key == "metadata", json.peek() == UInt8(ascii: "{") {
        try readMembers(of: &json, path: "metadata.")
      } else {
        try readMember(key, of: &json, path: path)
      }
    }
  }

  private mutating func readMember(_ key: String, of json: inout JSONReader, path: String) throws(JSONError) {
    _ = json.peek()
    let start = json.offset
    let value = try json.readValue()
    let isHeld = value == .null || take(value, as: key, path: path + key)
    if isHeld && path.isEmpty { return }
    if case .string(let text) = value {
      record.source.append(SourceField(tag: path + key, value: text))
    } else {
      record.source.append(SourceField(tag: path + key, value: json.text(start..<json.offset)))
    }
  }

  private mutating func finished() -> Record {
    record.id = id.value
    if record.abstract.isEmpty {
      record.abstract = text.value.isEmpty ? [] : [AbstractSection(text: text.value)]
    } else if !text.value.isEmpty, text.value != record.flatAbstract, !text.path.hasPrefix("metadata.") {
      record.source.append(SourceField(tag: text.path, value: text.value))
    }
    return record
  }
}

/// The best of the values that several keys offer for one field.
private struct Choice {
  var rank = Int.max
  var path = ""
  var value = ""

  /// Takes the value when its key ranks higher; returns the loser, if any.
  mutating func offer(_ value: String, path: String, rank: Int) -> SourceField? {
    guard rank < self.rank else { return SourceField(tag: path, value: value) }
    defer { self = Choice(rank: rank, path: path, value: value) }
    return self.rank == .max ? nil : SourceField(tag: self.path, value: self.value)
  }
}

// MARK: - Fields

extension RecordDecoder {
  /// Whether the record now holds the value as it is.
  private mutating func take(_ value: JSONValue, as key: String, path: String) -> Bool {
    switch key {
    case "_id", "id", "docid":
      return Self.offer(
        value, path: path, rank: ["_id", "id"].firstIndex(of: key) ?? 2, to: &id, losers: &record.source)
    case "title": return Self.hold(value, in: &record.title)
    case "text", "contents", "abstract":
      return key == "abstract" && takeSections(value)
        || Self.offer(
          value, path: path, rank: ["text", "contents"].firstIndex(of: key) ?? 2, to: &text, losers: &record.source)
    case "authors", "author": return takeAuthors(value)
    case "year", "publication_year", "date": return takeYear(value)
    case "source": return takeSource(value)
    case "format": return takeFormat(value)
    default: return takeCitation(value, as: key) || takeList(value, as: key)
    }
  }

  private static func offer(
    _ value: JSONValue, path: String, rank: Int, to choice: inout Choice, losers: inout [SourceField]
  ) -> Bool {
    guard let text = value.text else { return false }
    if text.isEmpty { return true }
    let isMetadata = path.hasPrefix("metadata.")
    let loser = choice.offer(text, path: path, rank: isMetadata ? rank + 3 : rank)
    if let loser, !loser.tag.hasPrefix("metadata.") { losers.append(loser) }
    return true
  }

  private mutating func takeCitation(_ value: JSONValue, as key: String) -> Bool {
    switch key {
    case "journal", "venue": Self.hold(value, in: &record.journal)
    case "volume": Self.hold(value, in: &record.volume)
    case "issue": Self.hold(value, in: &record.issue)
    case "pages": Self.hold(value, in: &record.pages)
    case "doi": Self.hold(value, in: &record.doi)
    case "pmid", "pubmed_id": Self.hold(value, in: &record.pmid)
    case "pmcid": Self.hold(value, in: &record.pmcid)
    case "accession": Self.hold(value, in: &record.accession)
    case "language": Self.hold(value, in: &record.language)
    default: false
    }
  }

  private mutating func takeList(_ value: JSONValue, as key: String) -> Bool {
    switch key {
    case "types", "type": Self.hold(value, in: &record.types)
    case "keywords", "kw": Self.hold(value, in: &record.keywords)
    case "mesh": Self.hold(value, in: &record.mesh)
    case "urls", "url": Self.hold(value, in: &record.urls)
    default: false
    }
  }

  private static func hold(_ value: JSONValue, in field: inout String) -> Bool {
    guard field.isEmpty, let text = value.text else { return false }
    field = text
    return true
  }

  private static func hold(_ value: JSONValue, in list: inout [String]) -> Bool {
    guard list.isEmpty else { return false }
    if case .array(let elements) = value {
      let texts = elements.compactMap(\.text)
      guard texts.count == elements.count else { return false }
      list = texts
      return true
    }
    list = value.text.map(\.listItems) ?? []
    return false
  }

  private mutating func takeYear(_ value: JSONValue) -> Bool {
    guard record.year == nil else { return false }
    if let year = value.integer {
      record.year = year
      return true
    }
    record.year = value.text.flatMap { Year.first(in: $0) }
    return false
  }

  private mutating func takeFormat(_ value: JSONValue) -> Bool {
    guard case .string(let name) = value, let format = RecordFormat(rawValue: name) else { return false }
    record.format = format
    return true
  }

  private mutating func takeSource(_ value: JSONValue) -> Bool {
    guard case .array(let elements) = value else { return false }
    let fields = elements.compactMap { element -> SourceField? in
      guard case .array(let pair) = element, pair.count == 2, case .string(let tag) = pair[0],
        case .string(let value) = pair[1]
      else { return nil }
      return SourceField(tag: tag, value: value)
    }
    guard fields.count == elements.count else { return false }
    record.source = fields + record.source
    return true
  }

  private static let sectionKeys = ["label", "text"]

  private mutating func takeSections(_ value: JSONValue) -> Bool {
    guard case .array(let elements) = value, record.abstract.isEmpty else { return false }
    let sections = elements.compactMap { element -> AbstractSection? in
      guard let members = element.texts(of: Self.sectionKeys), let text = members["text"] else { return nil }
      return AbstractSection(label: members["label"] ?? "", text: text)
    }
    guard sections.count == elements.count else { return false }
    record.abstract = sections
    return true
  }

  private mutating func takeAuthors(_ value: JSONValue) -> Bool {
    guard record.authors.isEmpty else { return false }
    guard case .array(let elements) = value else {
      record.authors = value.text.map(Author.list) ?? []
      return false
    }
    let authors = elements.compactMap(\.author)
    record.authors = authors.isEmpty ? elements.compactMap(\.namedAuthor) : authors
    return authors.count == elements.count
  }
}

extension JSONValue {
  /// The members of an object of strings that has no other keys than these, and none twice.
  fileprivate func texts(of keys: [String]) -> [String: String]? {
    guard case .object(let members) = self else { return nil }
    var texts: [String: String] = [:]
    for member in members {
      guard keys.contains(member.key), case .string(let text) = member.value,
        texts.updateValue(text, forKey: member.key) == nil
      else { return nil }
    }
    return texts
  }

  private static let authorKeys = ["family", "given", "organisation"]

  /// An author as Titer writes one.
  fileprivate var author: Author? {
    guard let texts = texts(of: Self.authorKeys) else { return nil }
    let given = texts["given"] ?? ""
    switch (texts["family"], texts["organisation"]) {
    case (let family?, nil): return Author(family: family, given: given)
    case (nil, let name?): return Author(family: name, given: given, isOrganisation: true)
    default: return nil
    }
  }

  /// An author as others write one: a name, or an object with a `name`.
  fileprivate var namedAuthor: Author? {
    if case .object(let members) = self {
      return members.first { $0.key == "name" }?.value.text.flatMap(Author.init(printed:))
    }
    return text.flatMap(Author.init(printed:))
  }
}
