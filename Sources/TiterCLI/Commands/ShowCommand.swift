import ArgumentParser
import Glibc
import Records
import Titer

/// `titer show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print whole records by their identifiers.",
    discussion: """
      Identifiers are those that `titer search` prints.

      Examples:
        titer show 38000000
        titer show SCOPUS:105001524292 --ris

      Exit codes: 0 all found; 1 an identifier is unknown; 2 an error.
      """)

  /// The forms that a record is printed in, other than for reading.
  enum Form: String, EnumerableFlag {
    case json
    case csv
    case ris
    case bibtex
    case nbib

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .json: "One JSON object a record and line."
      case .csv: "CSV."
      case .ris: "RIS."
      case .bibtex: "BibTeX."
      case .nbib: "MEDLINE text."
      }
    }

    var format: WrittenFormat {
      switch self {
      case .json: .jsonl
      case .csv: .csv
      case .ris: .ris
      case .bibtex: .bibtex
      case .nbib: .nbib
      }
    }
  }

  @Argument(help: ArgumentHelp("Identifiers of records.", valueName: "id"))
  var ids: [String]

  @OptionGroup var index: IndexOption

  @Flag var form: Form?

  func run() throws {
    let path = try index.path()
    let index = try Index(path: path)
    var output = Output.standard()
    var records: [Record] = []
    for id in ids {
      if let stored = try index.stored(id: id) {
        records.append(try readBack(stored, id: id))
      } else {
        StandardError.write("\(shown(path)): no record “\(shown(id))”\n")
      }
    }
    try print(records, to: &output)
    try output.flush()
    if records.count < ids.count { throw ExitCode.nothingFound }
  }

  private func print(_ records: [Record], to output: inout Output) throws {
    guard let writer = form?.format.writer else {
      let text = RecordText(page: Page(descriptor: STDOUT_FILENO))
      return try output.write(records.map(text.text).joined(separator: "\n\n"))
    }
    guard !records.isEmpty else { return }
    try output.write(writer.preamble)
    for record in records { try output.write { writer.write(record, to: &$0) } }
  }
}
