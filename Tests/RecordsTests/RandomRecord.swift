import Records
import TestSupport

extension Record {
  /// A record whose every field is random, empty and strange texts among them.
  static func random(using random: inout SeededGenerator) -> Record {
    var record = Record(format: RecordFormat.allCases.randomElement(using: &random) ?? .ris)
    record.id = text(&random)
    record.title = text(&random)
    record.abstract = list(&random) { AbstractSection(label: text(&$0), text: text(&$0)) }
    record.authors = list(&random) {
      Author(family: text(&$0), given: text(&$0), isOrganisation: Bool.random(using: &$0))
    }
    record.year = [nil, 0, 2024, .min, .max].randomElement(using: &random) ?? nil
    record.types = list(&random, text)
    record.keywords = list(&random, text)
    record.mesh = list(&random, text)
    record.urls = list(&random, text)
    record.source = list(&random) { SourceField(tag: text(&$0), value: text(&$0)) }
    for field in [
      \Record.journal, \.volume, \.issue, \.pages, \.doi, \.pmid, \.pmcid, \.accession, \.language,
    ] {
      record[keyPath: field] = text(&random)
    }
    return record
  }

  private static func list<Element>(
    _ random: inout SeededGenerator, _ element: (inout SeededGenerator) -> Element
  ) -> [Element] {
    (0..<Int.random(in: 0..<4, using: &random)).map { _ in element(&random) }
  }

  static func text(_ random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<(Bool.random(using: &random) ? Int.random(in: 0..<12, using: &random) : 0) {
      text.append(scalar(&random))
    }
    return String(text)
  }

  private static func scalar(_ random: inout SeededGenerator) -> Unicode.Scalar {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "\"\\/{}[]:,\u{0}\n\r\t\u{7F}\u{2028}\u{FEFF}".unicodeScalars.randomElement(using: &random) ?? "a"
    case 1: return Unicode.Scalar(UInt8.random(in: 0..<0x80, using: &random))
    default: return Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &random)) ?? "\u{FFFD}"
    }
  }
}
