import Records
import Titer

/// The records of several files, one after another, with progress and reports on standard error.
struct Intake {
  /// What a record's source asks for.
  enum Change {
    case record(Record)
    case deletion(id: String)
  }

  private var files: ArraySlice<InputFile>
  private let format: RecordFormat?
  private let isStrict: Bool
  private var current: RecordFile?
  private var currentFile: InputFile?
  private var finishedBytes = 0
  private var progress: Progress
  /// What was wrong with the files.
  private(set) var log: DiagnosticLog
  /// The records handed out.
  private(set) var records = 0
  /// The files that were opened.
  private(set) var opened = 0

  /// - Throws: ``Failure`` with every path that isn't there.
  init(_ sources: IntakeFiles, _ options: IntakeOptions, showsProgress: Bool) throws {
    let files = try InputFile.resolve(sources.files)
    self.files = files[...]
    format = options.format
    isStrict = options.strict
    log = DiagnosticLog(isQuiet: options.quiet)
    let sizes = files.compactMap(\.size)
    progress = Progress(
      total: sizes.count == files.count ? sizes.reduce(0, +) : nil, isWanted: showsProgress && !options.quiet)
  }

  /// The seconds since the work began.
  var seconds: Double { progress.seconds }

  /// The next record or deletion, or `nil` after the last file.
  ///
  /// - Throws: ``Failure`` at the first malformed record or unreadable file where the options are strict.
  mutating func next() throws -> Change? {
    while let event = try nextEvent() {
      progress.update(bytes: finishedBytes + (current?.bytesRead ?? 0), records: records)
      switch event {
      case .record(let record):
        records += 1
        return .record(record)
      case .deletion(let id): return .deletion(id: id)
      case .warning(let diagnostic): warn(diagnostic)
      case .skipped(let diagnostic): try skip(diagnostic)
      }
    }
    progress.erase()
    return nil
  }

  /// Hands each record and deletion to `body`; a record that can't be indexed is reported and skipped.
  ///
  /// - Throws: ``Failure`` when there was no file of records, and what ``next()`` and `body` throw.
  mutating func forEachChange(_ body: (Change) throws -> Void) throws {
    while let change = try next() { try apply(change, body) }
    guard opened > 0 else { throw Failure("expected a file of records, found none; nothing was indexed") }
  }

  /// Makes sure that all files could be read to their ends.
  ///
  /// - Throws: ``Failure`` with the number of those that couldn't.
  func checkFiles() throws {
    guard log.unreadable > 0 else { return }
    throw Failure("\(Figures.count(log.unreadable, "file")) could not be read, or not to the end")
  }

  private mutating func apply(_ change: Change, _ body: (Change) throws -> Void) throws {
    do {
      try body(change)
    } catch let error as IndexError {
      guard case .invalidDocument = error else { throw error }
      try reject(error)
    }
  }

  /// Reports a record that was handed out and can't be indexed after all.
  private mutating func reject(_ error: IndexError) throws {
    records -= 1
    try skip(
      Diagnostic(file: currentFile?.path ?? "", line: 0, expected: "a record that can be indexed", found: "\(error)"))
  }

  private mutating func nextEvent() throws -> ReadEvent? {
    repeat {
      do throws(ReadError) {
        if let event = try current?.next() { return event }
      } catch {
        try fail(error)
      }
    } while try openNext()
    return nil
  }

  /// Goes on to the next file that can be opened; `false` after the last one.
  private mutating func openNext() throws -> Bool {
    closeCurrent()
    while let file = files.popFirst() {
      currentFile = file
      do throws(ReadError) {
        current = try RecordFile(path: file.path, format: format)
        opened += 1
        return true
      } catch .unknownFormat(let name, let beginning) where file.isFromFolder {
        progress.erase()
        log.passOver(.unknownFormat(file: name, beginning: beginning))
      } catch {
        try fail(error)
      }
      closeCurrent()
    }
    return false
  }

  private mutating func closeCurrent() {
    guard let file = currentFile else { return }
    progress.erase()
    log.endFile(file.path)
    finishedBytes += file.size ?? current?.bytesRead ?? 0
    current = nil
    currentFile = nil
  }

  private mutating func warn(_ diagnostic: Diagnostic) {
    progress.erase()
    log.warn(diagnostic)
  }

  private mutating func skip(_ diagnostic: Diagnostic) throws {
    progress.erase()
    guard !isStrict else { throw Failure(shown("\(diagnostic)")) }
    log.skip(diagnostic)
  }

  private mutating func fail(_ error: ReadError) throws {
    progress.erase()
    guard !isStrict else { throw Failure(shown("\(error)")) }
    log.fail(error)
  }
}
