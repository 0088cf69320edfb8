import Records

/// Undoes compression and encoding, at most 64 MiB, in two ways that must agree.
func readInput(_ bytes: [UInt8]) {
  let input = Input(name: "input", bytes: bytes)
  let decoded = demandNoError("bytes in memory can be read") { () throws(ReadError) in
    let beginning = [UInt8](try input.peek())
    let chunks = try take(input)
    demand(chunks.starts(with: beginning), "a peek gives the beginning")
    return chunks
  }
  demand(bytes.count == input.bytesRead || decoded.count >= mostBytes, "all bytes are read")
  readLines(bytes)
}

private let mostBytes = 64 << 20

private func take(_ input: Input) throws(ReadError) -> [UInt8] {
  var all: [UInt8] = []
  while all.count < mostBytes {
    let chunk = try input.next()
    if chunk.isEmpty { break }
    all += chunk
  }
  return all
}

/// Lines are numbered from 1 and of UTF-8, without their ends.
private func readLines(_ bytes: [UInt8]) {
  demandNoError("lines in memory can be read") { () throws(ReadError) in
    var lines = try LineReader(Input(name: "input", bytes: bytes))
    var count = 0
    while count < 100_000, let line = try lines.next() {
      count += 1
      demand(lines.lineNumber == count, "lines are counted")
      demand(!line.contains(0x0A) && !line.contains(0x0D), "a line has no end in it")
      demand((try? UTF8Span(validating: line.span)) != nil, "a line is UTF-8")
    }
  }
}
