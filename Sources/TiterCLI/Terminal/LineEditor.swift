import CEdit
import Glibc

/// Reads lines from the user: with editing and history on a terminal, else as they come.
@safe struct LineEditor {
  private let isTerminal = isatty(STDIN_FILENO) == 1

  /// The next line; `nil` at the end of the input.
  func next(prompt: String) -> String? {
    guard isTerminal else { return readLine() }
    guard let line = unsafe readline(prompt) else { return nil }
    defer { unsafe free(line) }
    unsafe add_history(line)
    return unsafe String(cString: line)
  }
}
