import Records

/// A whole record as people read it.
struct RecordText {
  let page: Page

  func text(of record: Record) -> String {
    [heading(record), facts(record), abstract(record), subjects(record)]
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func heading(_ record: Record) -> String {
    let authors = record.authors.map(\.invertedName).joined(separator: "; ")
    return page.paragraph(record.title.isEmpty ? "(no title)" : record.title, ink: .title)
      + page.paragraph(authors) + page.paragraph(record.reference, ink: .faint)
  }

  private func facts(_ record: Record) -> String {
    let facts =
      [
        ("id", record.id), ("PMID", record.pmid), ("PMCID", record.pmcid), ("DOI", record.doi),
        ("accession", record.accession), ("type", record.types.joined(separator: "; ")),
        ("language", record.language),
      ] + record.urls.map { ("URL", $0) }
    return table(facts.filter { !$0.1.isEmpty }.map { [$0.0, shown($0.1)] })
  }

  private func abstract(_ record: Record) -> String {
    record.abstract.map { section in
      (section.label.isEmpty ? "" : page.paint(shown(section.label), .title) + "\n") + page.paragraph(section.text)
    }.joined(separator: "\n")
  }

  private func subjects(_ record: Record) -> String {
    list("Keywords", record.keywords) + list("MeSH", record.mesh)
  }

  private func list(_ name: String, _ values: [String]) -> String {
    values.isEmpty ? "" : page.paragraph("\(name): \(values.joined(separator: "; "))")
  }
}
