import Records
import Titer

/// A record that was found.
struct Match {
  /// The columns of text that a snippet of an abstract may take.
  static let snippetWidth = 240

  /// Its place among the answers, from 1.
  let rank: Int
  /// The BM25 score.
  let score: Float
  /// The record.
  let record: Record

  init(rank: Int, hit: Index.Hit) throws {
    self.rank = rank
    score = hit.score
    record = try readBack(hit.stored, id: hit.id)
  }

  /// The part of the abstract that answers best.
  func snippet(_ highlighter: inout Highlighter) -> Highlighter.Snippet {
    highlighter.snippet(of: record.abstractText, width: Self.snippetWidth)
  }
}

/// A record out of the bytes that an index kept of it.
func readBack(_ stored: [UInt8], id: String) throws -> Record {
  do {
    return try Record(storedBytes: stored)
  } catch {
    throw Failure("record “\(shown(id))”: can't be read back from the index: \(error); make the index again")
  }
}

extension Record {
  /// The texts that are searched, as one.
  var searchedText: String { ([title, abstractText] + keywords).joined(separator: "\n") }

  /// The sections of the abstract with their labels, as one text.
  var abstractText: String {
    abstract.map { $0.label.isEmpty ? $0.text : "\($0.label): \($0.text)" }.joined(separator: " ")
  }

  /// Where it was published: `"The Lancet Rheumatology 2025;7(4):e221-e230"`, as much of it as is known.
  var reference: String {
    var place = volume
    if !issue.isEmpty { place += "(\(issue))" }
    if !pages.isEmpty { place += place.isEmpty ? pages : ":\(pages)" }
    let date = year.map(String.init) ?? ""
    let end = date.isEmpty || place.isEmpty ? date + place : "\(date);\(place)"
    return [journal, end].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
