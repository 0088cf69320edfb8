import ArgumentParser
import Records

/// The formats that records are written in.
enum WrittenFormat: String, CaseIterable, ExpressibleByArgument {
  case ris
  case csv
  case jsonl
  case bibtex
  case nbib

  /// The writer of the format.
  var writer: any RecordWriter {
    switch self {
    case .ris: RISWriter()
    case .csv: CSVWriter()
    case .jsonl: JSONLinesWriter()
    case .bibtex: BibTeXWriter()
    case .nbib: MEDLINEWriter()
    }
  }
}
