import Foundation
import Testing

/// A record as JSON Lines tell it.
struct RecordValues: Decodable, Equatable {
  struct Author: Decodable, Equatable {
    var family: String?
    var organisation: String?
  }

  var id: String
  var title: String?
  var text: String?
  var authors: [Author]?
  var year: Int?
  var doi: String?

  private enum CodingKeys: String, CodingKey {
    case title, text, authors, year, doi
    case id = "_id"
  }

  static func lines(_ text: String) throws -> [RecordValues] {
    try text.split(separator: "\n").map { try JSONDecoder().decode(Self.self, from: Data($0.utf8)) }
  }
}

/// The tags and values of a RIS file; lines without a tag go on with the value before them.
func fieldsOfRIS(_ text: String) -> [[String]] {
  var fields: [[String]] = []
  for line in text.split(whereSeparator: \.isNewline) {
    if let match = line.wholeMatch(of: /([A-Z][A-Z0-9]) {1,2}-(?: (.*))?/) {
      fields.append([String(match.1), String(match.2 ?? "")])
    } else if let last = fields.indices.last {
      fields[last][1] += "\n" + line
    }
  }
  return fields
}
