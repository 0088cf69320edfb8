import Glibc

/// Ends the process, and so makes libFuzzer keep the input, unless a law holds.
func demand(_ holds: Bool, _ law: @autoclosure () -> String, line: Int = #line, file: String = #fileID) {
  if !holds { broken(law(), line: line, file: file) }
}

/// What `body` returns, which must not throw.
func demandNoError<T, E: Error>(
  _ law: @autoclosure () -> String, line: Int = #line, file: String = #fileID, _ body: () throws(E) -> T
) -> T {
  do { return try body() } catch { broken("\(law()), but \(error)", line: line, file: file) }
}

private func broken(_ law: String, line: Int, file: String) -> Never {
  // What is printed is lost with the process unless it is written at once.
  print("\(file):\(line): broken law: \(law)")
  fflush(nil)
  abort()
}
