import Records
import TestSupport

/// All that a reader gives for a text, in order.
func events(_ reader: some RecordReader) throws -> [ReadEvent] {
  var reader = reader
  var events: [ReadEvent] = []
  while let event = try reader.next() { events.append(event) }
  return events
}

/// The records that a reader gives.
func records(_ reader: some RecordReader) throws -> [Record] {
  try events(reader).compactMap { if case .record(let record) = $0 { record } else { nil } }
}

/// The reports of stretches that a reader passed over.
func skipped(_ reader: some RecordReader) throws -> [Diagnostic] {
  try events(reader).compactMap { if case .skipped(let diagnostic) = $0 { diagnostic } else { nil } }
}

/// The warnings that a reader gives.
func warnings(_ reader: some RecordReader) throws -> [Diagnostic] {
  try events(reader).compactMap { if case .warning(let diagnostic) = $0 { diagnostic } else { nil } }
}

/// A text as the input of a reader.
func input(_ text: String) -> Input {
  Input(name: "sample", bytes: Array(text.utf8))
}

/// Reads every prefix of a sample, then many random mutations of it, and returns how many records came of them all.
///
/// That it returns at all is the test: nothing may trap, throw or run on for ever.
func readDamaged<Reader: RecordReader>(
  _ sample: String, seed: UInt64, reader: (Input) throws(ReadError) -> Reader
) throws -> Int {
  let bytes = Array(sample.utf8)
  var count = 0
  for end in 0...bytes.count {
    count += try records(reader(Input(name: "prefix", bytes: Array(bytes[..<end])))).count
  }
  var random = SeededGenerator(seed: seed)
  for _ in 0..<2_000 {
    let mutated = Input(name: "mutation", bytes: mutate(bytes, using: &random))
    count += try records(reader(mutated)).count
  }
  return count
}

private func mutate(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
    let place = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &random)], at: place)
    default: bytes.swapAt(place, Int.random(in: bytes.indices, using: &random))
    }
  }
  // Readers are promised valid UTF-8.
  return Array(String(decoding: bytes, as: UTF8.self).utf8)
}
