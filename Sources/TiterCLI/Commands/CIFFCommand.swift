import ArgumentParser
import Interchange
import Records
import Titer

/// `titer ciff`.
struct CIFFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ciff",
    abstract: "Exchange an index with other engines, as a CIFF file.",
    discussion: """
      The Common Index File Format is read and written by PISA, Anserini, Terrier,
      JASS and others: terms, how often each document holds them, and lengths.
      Engines that read one file rank alike, if they have the same parameters.
      """,
    subcommands: [ExportCommand.self, ImportCommand.self])

  /// `titer ciff export`.
  struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write an index as a CIFF file.",
      discussion: """
        The same index gives the same bytes. Deleted records are left out, and so is
        what CIFF has no place for: positions, whole values, and the records.

        Examples:
          titer ciff export --index review.idx -o review.ciff
          titer ciff export --index review.idx | gzip > review.ciff.gz

        Exit codes: 0 done; 2 an error.
        """)

    @OptionGroup var index: IndexOption

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The file to write, put in place at the end; else standard output.", valueName: "file"),
      completion: .file())
    var output: String?

    func run() throws {
      let export = CIFFExport(try index.open())
      try Output.to(output) { output in
        try export.write { try output.write(bytes: $0) }
      }
    }
  }

  /// `titer ciff import`.
  struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Make an index of a CIFF file.",
      discussion: """
        The index ranks words as others do that have the file. CIFF doesn't say
        where in a text words stand: phrases and words near each other can't be
        asked for, and records not be added. A document has its identifier and no
        more to show.

        Queries go through an analyzer, which must be the one that made the terms.
        A file that Titer wrote names it.

        Examples:
          titer ciff import robust04.ciff -o robust04.idx --analyzer english
          titer run topics.tsv --index robust04.idx -o bm25.run

        Exit codes: 0 done; 2 an error.
        """)

    @Argument(help: ArgumentHelp("The CIFF file.", valueName: "file"), completion: .file())
    var file: String

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The new index's folder; else the environment's TITER_INDEX.", valueName: "folder"),
      completion: .directory)
    var output: String?

    @Option(help: "The analyzer of queries (default: the one that the file names).")
    var analyzer: AnalyzerName?

    func run() throws {
      let path = try indexPath(output, option: "-o")
      let file = try CIFFFile(path: file)
      guard let chain = analyzer?.chain ?? file.chain else {
        throw Failure(
          "\(self.file): expected the name of an analyzer in the header, found “\(file.description)”; name the one that "
            + "queries are to go through with --analyzer")
      }
      for note in file.notes { StandardError.write("note: \(note)\n") }
      var writer = try IndexWriter(path: path, chain: chain)
      try file.add(to: &writer) { id in
        var record = Record(format: .jsonLines)
        record.id = id
        return record.storedBytes
      }
      try writer.commit()
      try Output.print(try IndexSize.text(path))
    }
  }
}
