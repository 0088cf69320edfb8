import Records

/// What was wrong with the inputs: the first reports of each file on standard error, all of them counted.
struct DiagnosticLog {
  /// The reports of one file that are printed; the rest is counted only.
  private static let limit = 20
  private let isQuiet: Bool
  private var printed = 0
  private var withheld = 0
  /// Records that could not be read or indexed.
  private(set) var skipped = 0
  /// Oddities that cost no record.
  private(set) var warnings = 0
  /// Files that could not be read, or not to their end.
  private(set) var unreadable = 0

  /// A log that prints warnings unless `isQuiet`; what was lost is printed in any case.
  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
  }

  mutating func warn(_ diagnostic: Diagnostic) {
    warnings += 1
    if !isQuiet { report("\(diagnostic)") }
  }

  mutating func skip(_ diagnostic: Diagnostic) {
    skipped += 1
    report("\(diagnostic) [record skipped]")
  }

  /// Reports a file of a folder that holds no records.
  mutating func passOver(_ error: ReadError) {
    if !isQuiet { report("\(error) [file passed over]") }
  }

  /// Reports a file that can't be read, or not to its end.
  mutating func fail(_ error: ReadError) {
    unreadable += 1
    StandardError.write("\(shown("\(error)"))\n")
  }

  private mutating func report(_ line: String) {
    guard printed < Self.limit else {
      withheld += 1
      return
    }
    printed += 1
    StandardError.write("\(shown(line))\n")
  }

  /// Says how much was left out of the reports of `file`, and begins anew for the next one.
  mutating func endFile(_ file: String) {
    if withheld > 0 {
      StandardError.write("\(shown(file)): \(Figures.count(withheld, "report")) more like these not shown\n")
    }
    (printed, withheld) = (0, 0)
  }
}
