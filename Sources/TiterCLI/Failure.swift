import ArgumentParser

/// Why a command can't do what it was asked, in words for the user.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension ExitCode {
  /// The command did its work, and nothing was found.
  static let nothingFound = ExitCode(1)
}
