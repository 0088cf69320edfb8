/// The names and codes of languages, of which records hold now one and now another.
package enum LanguageNames {
  /// For each language its English name, its codes of three letters (ISO 639-2), and its code of two (ISO 639-1).
  private static let rows: [[String]] = [
    ["english", "eng", "en"],
    ["french", "fre", "fra", "fr"],
    ["german", "ger", "deu", "de"],
    ["spanish", "spa", "es"],
    ["italian", "ita", "it"],
    ["portuguese", "por", "pt"],
    ["dutch", "dut", "nld", "nl"],
    ["chinese", "chi", "zho", "zh"],
    ["japanese", "jpn", "ja"],
    ["korean", "kor", "ko"],
    ["russian", "rus", "ru"],
    ["polish", "pol", "pl"],
    ["turkish", "tur", "tr"],
    ["swedish", "swe", "sv"],
    ["danish", "dan", "da"],
    ["norwegian", "nor", "no"],
    ["finnish", "fin", "fi"],
    ["czech", "cze", "ces", "cs"],
    ["hungarian", "hun", "hu"],
    ["persian", "per", "fas", "fa"],
    ["arabic", "ara", "ar"],
    ["hebrew", "heb", "he"],
    ["greek", "gre", "ell", "el"],
    ["ukrainian", "ukr", "uk"],
    ["croatian", "hrv", "hr"],
    ["serbian", "srp", "sr"],
    ["romanian", "rum", "ron", "ro"],
    ["bulgarian", "bul", "bg"],
    ["slovak", "slo", "slk", "sk"],
    ["slovenian", "slv", "sl"],
  ]

  private static let rowOfName: [String: Int] = Dictionary(
    uniqueKeysWithValues: rows.enumerated().flatMap { row, names in names.map { ($0, row) } })

  /// Whether a name or code stands in the table, in any case.
  static func knows(_ language: String) -> Bool { rowOfName[language.lowercased()] != nil }

  /// A language as written but in lower case, and then its other names and codes.
  package static func equivalents(of language: String) -> [String] {
    let name = language.lowercased()
    guard let row = rowOfName[name] else { return [name] }
    return [name] + rows[row].filter { $0 != name }
  }
}
