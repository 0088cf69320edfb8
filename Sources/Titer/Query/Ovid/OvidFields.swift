/// What a field code looks in.
enum OvidField: Hashable {
  /// Texts.
  case texts(FieldSet)
  /// Whole values.
  case value(Attribute)
  /// Headings, without narrower ones.
  case heading
  /// Qualifiers of any headings.
  case qualifier
  /// Types of publications.
  case types
  /// Languages.
  case languages
  /// The years of publication.
  case years

  /// What the codes look in.
  private static let codes: [String: OvidField] = [
    "ti": .texts(.title), "ab": .texts(.abstract), "tw": .texts([.title, .abstract]),
    "kw": .texts(.keywords), "kf": .texts(.keywords), "hw": .texts(.keywords),
    "mp": .texts(.all), "af": .texts(.all), "sh": .heading, "fs": .qualifier, "pt": .types,
    "la": .languages, "lg": .languages, "yr": .years, "au": .value(.author),
    "jn": .value(.journal), "nj": .value(.journal), "is": .value(.journal),
    "ui": .value(.identifier), "pm": .value(.identifier), "do": .value(.identifier),
  ]

  /// What to write instead of codes that can't be honoured.
  private static let advice: [String: String] = [
    "ot": "Original titles aren't kept apart; write .ti.", "jw": "Write the whole name of the journal: lancet.jn.",
    "dp": "Only the year of publication is known: 2015-2020.yr.", "ed": "Only the year of publication is known: .yr.",
    "ez": "Only the year of publication is known: .yr.", "da": "Only the year of publication is known: .yr.",
    "dt": "Only the year of publication is known: .yr.", "dc": "Only the year of publication is known: .yr.",
    "ep": "Only the year of publication is known: .yr.", "up": "Only the year of publication is known: .yr.",
    "nm": "Names of substances are no field of their own; write .mp.",
    "rn": "Names of substances are no field of their own; write .mp.",
    "tn": "Trade names are no field of their own; write .mp.", "in": "Where authors work is not indexed.",
    "xs": "Write an exploded heading: exp Lupus Nephritis/", "xm": "Write an exploded heading: exp Lupus Nephritis/",
    "mh": "Write a heading: Lupus Nephritis/", "mesh": "Write a heading: Lupus Nephritis/",
    "tiab": "Write .ti,ab.", "title": "Write .ti.", "abstract": "Write .ab.", "all": "Write .mp.",
  ]

  /// Whether letters are a code of Ovid's, honoured or not, or taken for one often.
  static func isKnown(_ code: String) -> Bool { codes[code] != nil || advice[code] != nil }

  /// What a code looks in.
  init?(_ code: String) {
    guard let field = Self.codes[code] else { return nil }
    self = field
  }

  /// What to write instead of a code that isn't honoured.
  static func advice(on code: String) -> String {
    if let advice = advice[code] { return advice }
    let text = "If this is no field code, put it in quotes with the words before it."
    guard let nearest = NearestWord.of(code, among: codes.keys.sorted(by: isBefore)) else { return text }
    return "Did you mean .\(nearest).? \(text)"
  }

  /// Whether the first of two codes is the more likely one.
  private static func isBefore(_ first: String, _ second: String) -> Bool {
    let usual = ["ti", "ab", "tw", "kw", "mp"]
    let ranks = [first, second].map { usual.firstIndex(of: $0) ?? usual.count }
    return ranks[0] == ranks[1] ? first < second : ranks[0] < ranks[1]
  }
}
