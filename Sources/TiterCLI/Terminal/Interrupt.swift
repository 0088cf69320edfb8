import Glibc

/// Has Ctrl-C take the line of progress away before it ends the process.
///
/// Where a parent had the signal ignored, it stays ignored.
func eraseLineAtInterrupt() {
  var current = sigaction()
  guard unsafe sigaction(SIGINT, nil, &current) == 0, unsafe current.__sigaction_handler.sa_handler == nil else {
    return
  }
  // Only what signal-safety(7) allows may be called here: no allocation, no `String`.
  _ = signal(SIGINT) { number in
    let erasure: StaticString = "\r\u{1B}[K"
    _ = unsafe write(STDERR_FILENO, erasure.utf8Start, erasure.utf8CodeUnitCount)
    _ = signal(number, SIG_DFL)
    raise(number)
  }
}
