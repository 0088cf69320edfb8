import Records
import Titer

extension Match {
  /// The match as a JSON object; fields that the record doesn't have are left out.
  func json(_ highlighter: inout Highlighter) -> JSON {
    var members: [(name: String, value: JSON)] = [
      ("rank", .integer(rank)), ("id", .string(record.id)), ("score", .number(score)),
    ]
    func add(_ name: String, _ text: String) {
      if !text.isEmpty { members.append((name, .string(text))) }
    }
    add("title", record.title)
    if !record.authors.isEmpty { members.append(("authors", .array(record.authors.map { .string($0.invertedName) }))) }
    if let year = record.year { members.append(("year", .integer(year))) }
    add("journal", record.journal)
    add("doi", record.doi)
    add("pmid", record.pmid)
    add("snippet", snippet(&highlighter).withEllipses.text)
    return .object(members)
  }
}
