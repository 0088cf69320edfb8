import Records
import TestSupport
import Testing

/// No bytes crash a reader or keep it from its end.
struct DamageTests {
  static let samples = [
    RecordFormat.ris:
      "1.\nTY  - JOUR\r\nTI - Title é\nAB  - Text\n wrapped\nAU  - Doe, J\nDO  - 10.1/x%20\nKW  - a;b\nER  - \n",
    .medline: "PMID- 1\nTI  - T\n      é\nAB  - AIM: a. END: b.\nFAU - D, J\nAU  - D J\nLID - 10.1/x [doi]\n\n",
    .webOfScience: "FN Clarivate\nVR 1.0\nPT J\nAU D, J (a@b)\n   é\nTI T\nAB a &lt; b\nUT WOS:1\nER\n\nEF",
  ]

  @Test(arguments: samples.keys)
  func everyPrefixIsRead(_ format: RecordFormat) throws {
    for bytes in Damage.prefixes(of: Self.samples[format, default: ""]) {
      let reading = try Reading(bytes, as: format)
      #expect(reading.records.count + reading.skipped.count <= 1)
      #expect(reading.records.allSatisfy { !$0.id.isEmpty })
    }
  }

  @Test(arguments: samples.keys)
  func everyMutationIsRead(_ format: RecordFormat) throws {
    let seed: UInt64 = 99
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
      let bytes = Damage.mutation(of: Self.samples[format, default: ""], using: &generator)
      let reading = try Reading(bytes, as: format)
      #expect(reading.records.allSatisfy { !$0.id.isEmpty }, "seed \(seed)")
      _ = RecordFormat.detect(bytes)
    }
  }
}
