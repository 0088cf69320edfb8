import ArgumentParser
import Records
import Titer

/// `titer rebuild`.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Make a new index of the records that another stores.",
    discussion: """
      For an index of an older titer, which this one can't search, or to have
      another analyzer: the sources aren't needed. The old index stays as it is.

      Examples:
        titer rebuild --index old.idx -o new.idx
        titer rebuild --index review.idx -o english.idx --analyzer english

      Exit codes: 0 done; 2 an error: also when the old index is damaged, which
      titer repair is for.
      """)

  @OptionGroup var source: IndexOption

  @OptionGroup var target: NewIndexOptions

  func run() throws {
    let path = try source.path()
    var rebuilding = try Rebuilding(of: path, to: target)
    try rebuilding.addRecords()
    let salvage = rebuilding.salvage
    guard salvage.faults.isEmpty, salvage.lost.isEmpty, salvage.lostWithoutName == 0 else {
      let fault = salvage.faults.first.map { "\($0)" } ?? "\(path): some records can't be read"
      throw Failure("\(shown(fault)); nothing was made: titer repair makes an index of what is intact")
    }
    try rebuilding.commit()
    try Output.print(try IndexSize.text(target.output))
  }
}

/// `titer repair`.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Make a new index of what is intact of a damaged one.",
    discussion: """
      Every record is kept whose bytes are as they were written, and indexed anew.
      Records that are lost are listed by their identifiers, to be indexed again
      from their sources. The damaged index stays as it is.

      Example:
        titer repair --index damaged.idx -o repaired.idx

      Exit codes: 0 nothing is lost; 1 some records are; 2 an error.
      """)

  @OptionGroup var source: IndexOption

  @OptionGroup var target: NewIndexOptions

  func run() throws {
    var rebuilding = try Rebuilding(of: source.path(), to: target)
    try rebuilding.addRecords()
    try rebuilding.commit()
    let salvage = rebuilding.salvage
    for fault in salvage.faults { StandardError.write("damaged: \(shown("\(fault)"))\n") }
    var lines = salvage.lost.map { "lost: \(shown($0))" }
    if salvage.lostWithoutName > 0 {
      lines.append("lost: \(Figures.count(salvage.lostWithoutName, "record")), their identifiers too")
    }
    try Output.print(lines.map { "\($0)\n" }.joined() + IndexSize.text(target.output))
    if !lines.isEmpty { throw ExitCode(1) }
  }
}

/// Where a new index goes, and how it analyses.
struct NewIndexOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The new index's folder.", valueName: "folder"), completion: .directory)
  var output: String

  @Option(help: "The analyzer of the new index (default: that of the old one).")
  var analyzer: AnalyzerName?
}

/// An index that is being made of the records that another stores.
private struct Rebuilding: ~Copyable {
  /// The other index.
  private(set) var salvage: Salvage
  private var writer: IndexWriter

  /// Begins a new index.
  ///
  /// - Throws: ``Failure`` when there is one already, or no records to make it of.
  init(of path: String, to target: NewIndexOptions) throws {
    let salvage = try Salvage(path: path)
    guard salvage.hasPositions else {
      throw Failure(
        "\(shown(path)): expected an index of records, found one of an inverted collection, which stores no texts; import its "
          + "file again with titer ciff import")
    }
    guard Self.isFree(target.output) else {
      throw Failure(
        "\(shown(target.output)): expected a folder without an index, found one; name another for the new index")
    }
    let chain = try Self.chain(target.analyzer, salvage, path)
    let writer = try IndexWriter(path: target.output, chain: chain)
    self.writer = writer
    self.salvage = salvage
  }

  /// Whether a folder has no index, nor what is left of one: a writer would remove that.
  private static func isFree(_ path: String) -> Bool {
    do {
      _ = try Salvage(path: path)
      return false
    } catch IndexError.missing {
      return true
    } catch {
      return false
    }
  }

  /// The chain asked for, or else the latest version of the old index's.
  private static func chain(_ analyzer: AnalyzerName?, _ salvage: Salvage, _ path: String) throws -> AnalysisChain {
    if let analyzer { return analyzer.chain }
    guard let name = salvage.chain else {
      StandardError.write(
        "note: \(shown(path)): the manifest, which names the analyzer, is damaged; the new index has biomedical\n")
      return .biomedical
    }
    let family = name.prefix { $0 != "/" }
    guard let chain = AnalysisChain.builtIn.first(where: { $0.family == family }) else {
      throw Failure(
        "\(shown(path)): a program's own chain “\(shown(name))” made the index; name another with --analyzer")
    }
    return chain
  }

  /// Adds all records that can be read.
  mutating func addRecords() throws {
    var progress = Progress(total: nil, isWanted: true)
    var (records, bytes) = (0, 0)
    try salvage.visit { stored in
      try writer.add(Self.document(stored))
      records += 1
      bytes += stored.count
      progress.update(bytes: bytes, records: records)
    }
    progress.erase()
  }

  private static func document(_ stored: [UInt8]) throws -> Document {
    do throws(JSONError) {
      return Document(try Record(storedBytes: stored), stored: stored)
    } catch {
      throw Failure(
        "expected records that titer index stored, found other bytes (\(error)); have the program that made the index make it "
          + "again")
    }
  }

  /// Makes the new index visible.
  mutating func commit() throws { try writer.commit() }
}
