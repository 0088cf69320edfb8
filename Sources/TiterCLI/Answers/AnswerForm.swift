import ArgumentParser

/// The forms that answers are printed in, other than for reading.
enum AnswerForm: String, EnumerableFlag {
  case json
  case ndjson
  case csv
  case ris
  case bibtex
  case nbib
  case trec

  static func help(for value: AnswerForm) -> ArgumentHelp? {
    switch value {
    case .json: "One JSON object: query, total, hits."
    case .ndjson: "One JSON object a hit and line."
    case .csv: "The records as CSV."
    case .ris: "The records as RIS."
    case .bibtex: "The records as BibTeX."
    case .nbib: "The records as MEDLINE text, for reference managers."
    case .trec: "Lines of a TREC run: topic Q0 id rank score tag."
    }
  }
}
