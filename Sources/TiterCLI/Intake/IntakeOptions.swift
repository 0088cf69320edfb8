public import ArgumentParser
public import Records

/// Which files of records a command reads.
struct IntakeFiles: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files of records, folders of them (hidden files left out), or - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String]
}

/// How a command reads files of records.
struct IntakeOptions: ParsableArguments {
  @Option(help: "The format of the files, where it can't be told from their first bytes.")
  var format: RecordFormat?

  @Flag(
    help: "Stop at the first malformed record or unreadable file; the index, or the file of -o, stays as it was.")
  var strict = false

  @Flag(
    name: .shortAndLong,
    help: "No progress bar, no warnings, no summary; records that are skipped are still reported.")
  var quiet = false
}

extension RecordFormat: ExpressibleByArgument {}
