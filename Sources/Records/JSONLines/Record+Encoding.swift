extension Record {
  /// The record as Titer keeps it in an index and writes it in JSON Lines: one JSON object without line breaks.
  ///
  /// The keys `_id`, `title` and `text` are those of BEIR, and always there; `text` is the abstract as one text. The
  /// others stand only when they hold something. `Record(storedBytes:)` gives back an equal record.
  public var storedBytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.write("_id", id)
      json.write("title", title)
      json.write("text", flatAbstract)
      writeStructure(to: &json)
      writeCitation(to: &json)
      writeLists(to: &json)
      writeOrigin(to: &json)
    }
    return json.bytes
  }

  /// Whether `text` alone gives back the sections.
  private var isFlat: Bool {
    abstract.isEmpty || abstract.count == 1 && abstract[0].label.isEmpty && !abstract[0].text.isEmpty
  }

  private func writeStructure(to json: inout JSONWriter) {
    if !isFlat {
      json.key("abstract")
      json.array(abstract) { json, section in
        json.object { json in
          json.writeUnlessEmpty("label", section.label)
          json.write("text", section.text)
        }
      }
    }
    guard !authors.isEmpty else { return }
    json.key("authors")
    json.array(authors) { json, author in
      json.object { json in
        json.write(author.isOrganisation ? "organisation" : "family", author.family)
        json.writeUnlessEmpty("given", author.given)
      }
    }
  }

  private func writeCitation(to json: inout JSONWriter) {
    if let year {
      json.key("year")
      json.integer(year)
    }
    for (key, value) in [
      ("journal", journal), ("volume", volume), ("issue", issue), ("pages", pages), ("doi", doi), ("pmid", pmid),
      ("pmcid", pmcid), ("accession", accession), ("language", language),
    ] {
      json.writeUnlessEmpty(key, value)
    }
  }

  private func writeLists(to json: inout JSONWriter) {
    for (key, list) in [("types", types), ("keywords", keywords), ("mesh", mesh), ("urls", urls)] where !list.isEmpty {
      json.key(key)
      json.array(list) { $0.string($1) }
    }
  }

  private func writeOrigin(to json: inout JSONWriter) {
    json.write("format", format.rawValue)
    guard !source.isEmpty else { return }
    json.key("source")
    json.array(source) { json, field in
      json.array([field.tag, field.value]) { $0.string($1) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ key: String, _ text: String) {
    self.key(key)
    string(text)
  }

  fileprivate mutating func writeUnlessEmpty(_ key: String, _ text: String) {
    if !text.isEmpty { write(key, text) }
  }
}
