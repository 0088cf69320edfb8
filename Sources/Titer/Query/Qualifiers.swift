/// The qualifiers (subheadings) of MeSH headings, and the two letters by which PubMed and Ovid know them.
package enum Qualifiers {
  /// The name of a code.
  static func name(of code: String) -> String? { names[code.lowercased()] }

  /// The code of a name.
  package static func code(of name: String) -> String? { codes[name.lowercased()] }

  /// The code of a name in lower case, as a query holds it.
  static func code(ofExactly name: String) -> String? { codes[name] }

  /// The name as records hold it, of a code or a name with “and” for “&”; what isn't known stays as written.
  static func spelled(_ qualifier: String) -> String {
    if let name = name(of: qualifier) { return name }
    let name = qualifier.lowercased().replacing(" and ", with: " & ")
    return name.contains("&") && codes[name] != nil ? name : qualifier
  }

  /// All names in the order of the alphabet.
  package static let allNames = codes.keys.sorted()

  private static let codes = Dictionary(uniqueKeysWithValues: names.map { ($0.value, $0.key) })

  /// Also those that MeSH no longer gives, which older records hold: `du`, `ma`, `ra`, `ri`, `se`, `us`, and `ut`.
  private static let names: [String: String] = [
    "aa": "analogs & derivatives", "ab": "abnormalities", "ad": "administration & dosage",
    "ae": "adverse effects", "ag": "agonists", "ah": "anatomy & histology", "ai": "antagonists & inhibitors",
    "an": "analysis", "bi": "biosynthesis", "bl": "blood", "bs": "blood supply", "cf": "cerebrospinal fluid",
    "ch": "chemistry", "ci": "chemically induced", "cl": "classification", "cn": "congenital",
    "co": "complications", "cs": "chemical synthesis", "ct": "contraindications", "cy": "cytology",
    "de": "drug effects", "df": "deficiency", "dg": "diagnostic imaging", "dh": "diet therapy", "di": "diagnosis",
    "dt": "drug therapy", "du": "diagnostic use", "ec": "economics", "ed": "education", "eh": "ethnology",
    "em": "embryology",
    "en": "enzymology", "ep": "epidemiology", "es": "ethics", "et": "etiology", "gd": "growth & development",
    "ge": "genetics", "hi": "history", "im": "immunology", "in": "injuries", "ip": "isolation & purification",
    "ir": "innervation", "is": "instrumentation", "lj": "legislation & jurisprudence", "ma": "manpower",
    "me": "metabolism", "mi": "microbiology", "mo": "mortality", "mt": "methods", "nu": "nursing",
    "og": "organization & administration", "pa": "pathology", "pc": "prevention & control", "pd": "pharmacology",
    "ph": "physiology", "pk": "pharmacokinetics", "po": "poisoning", "pp": "physiopathology", "ps": "parasitology",
    "px": "psychology", "py": "pathogenicity", "ra": "radiography", "re": "radiation effects", "rh": "rehabilitation",
    "ri": "radionuclide imaging", "rt": "radiotherapy", "sc": "secondary", "sd": "supply & distribution",
    "se": "secretion", "sn": "statistics & numerical data", "st": "standards", "su": "surgery", "td": "trends",
    "th": "therapy", "tm": "transmission", "to": "toxicity", "tr": "transplantation", "tu": "therapeutic use",
    "ul": "ultrastructure", "ur": "urine", "us": "ultrasonography", "ut": "utilization", "ve": "veterinary",
    "vi": "virology",
  ]
}
