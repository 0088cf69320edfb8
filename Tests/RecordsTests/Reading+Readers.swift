import Records
import TestSupport

extension Reading {
  static func pubMed(_ bytes: [UInt8], name: String = "test.xml") throws -> Reading {
    try Reading(PubMedXMLReader(Input(name: name, bytes: bytes)))
  }

  static func jats(_ bytes: [UInt8], name: String = "test.xml") throws -> Reading {
    try Reading(JATSReader(Input(name: name, bytes: bytes)))
  }

  static func endNote(_ bytes: [UInt8], name: String = "test.xml") throws -> Reading {
    try Reading(EndNoteXMLReader(Input(name: name, bytes: bytes)))
  }
}

/// All that a reader gives for a text, in order.
func events(_ reader: some RecordReader) throws -> [ReadEvent] {
  var reader = reader
  var events: [ReadEvent] = []
  while let event = try reader.next() { events.append(event) }
  return events
}

/// The records that a reader gives.
func records(_ reader: some RecordReader) throws -> [Record] { try Reading(reader).records }

/// The reports of stretches that a reader passed over.
func skipped(_ reader: some RecordReader) throws -> [Diagnostic] { try Reading(reader).skipped }

/// The warnings that a reader gives.
func warnings(_ reader: some RecordReader) throws -> [Diagnostic] { try Reading(reader).warnings }

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
  var count = 0
  for prefix in Damage.prefixes(of: sample) {
    count += try records(reader(Input(name: "prefix", bytes: prefix))).count
  }
  var random = SeededGenerator(seed: seed)
  for _ in 0..<2_000 {
    let mutated = Damage.mutation(of: sample, using: &random)
    count += try records(reader(Input(name: "mutation of seed \(seed)", bytes: mutated))).count
  }
  return count
}
