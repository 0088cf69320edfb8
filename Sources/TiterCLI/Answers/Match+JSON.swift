import Records
import Titer

extension Match {
  /// The match as a JSON object; fields that the record doesn't have are left out.
  func json(_ highlighter: inout Highlighter) -> JSON {
    let texts = [
      ("title", record.title), ("journal", record.journal), ("doi", record.doi), ("pmid", record.pmid),
      ("snippet", snippet(&highlighter).withEllipses.text),
    ]
    var members: [(name: String, value: JSON)] = [
      ("rank", .integer(rank)), ("id", .string(record.id)), ("score", .number(score)),
    ]
    if let year = record.year { members.append(("year", .integer(year))) }
    if !record.authors.isEmpty {
      members.append(("authors", .array(record.authors.map { .string($0.invertedName) })))
    }
    members += texts.filter { !$0.1.isEmpty }.map { ($0.0, .string($0.1)) }
    return .object(members)
  }
}
