/// British and American spelling.
enum Spelling {
  /// What is written in two ways within words.
  ///
  /// Source: Wikipedia, “American and British English spelling differences”: those of medicine and science, by root or ending.
  private static let roots: [(british: String, american: String)] = [
    ("aem", "em"), ("aesthe", "esthe"), ("aetiol", "etiol"), ("caec", "cec"), ("caesar", "cesar"), ("faec", "fec"),
    ("gynaec", "gynec"), ("palaeo", "paleo"), ("paed", "ped"), ("foet", "fet"), ("oedem", "edem"), ("oesoph", "esoph"),
    ("oestr", "estr"), ("rrhoea", "rrhea"), ("coeliac", "celiac"), ("homoeo", "homeo"), ("manoeuv", "maneuv"),
    ("sulph", "sulf"), ("tumour", "tumor"), ("colour", "color"), ("behaviour", "behavior"), ("favour", "favor"),
    ("labour", "labor"), ("odour", "odor"), ("humour", "humor"), ("vapour", "vapor"), ("rumour", "rumor"),
    ("neighbour", "neighbor"), ("centre", "center"), ("fibre", "fiber"), ("litre", "liter"), ("titre", "titer"),
    ("pnoea", "pnea"), ("metre", "meter"),
    ("calibre", "caliber"), ("theatre", "theater"), ("isation", "ization"), ("ise", "ize"), ("ising", "izing"),
    ("yse", "yze"), ("ysing", "yzing"), ("ageing", "aging"), ("programme", "program"), ("catalogue", "catalog"),
    ("analogue", "analog"), ("dialogue", "dialog"), ("defence", "defense"), ("offence", "offense"),
    ("licence", "license"), ("practise", "practice"), ("grey", "gray"), ("labell", "label"), ("modell", "model"),
    ("signall", "signal"), ("travell", "travel"), ("counsell", "counsel"), ("channell", "channel"),
    ("fulfil", "fulfill"), ("enrol", "enroll"), ("skilful", "skillful"), ("mould", "mold"), ("smoulder", "smolder"),
    ("aluminium", "aluminum"), ("leucocyt", "leukocyt"), ("leucopen", "leukopen"), ("leucoencephal", "leukoencephal"),
    ("plough", "plow"), ("tyre", "tire"), ("pretence", "pretense"), ("sceptic", "skeptic"), ("chequ", "check"),
  ]

  private struct Root {
    let british: [UInt8]
    let american: [UInt8]
  }

  /// By the first letter of the British spelling.
  private static let byBritish = grouped { $0.british }
  /// By the first letter of the American one.
  private static let byAmerican = grouped { $0.american }

  private static func grouped(_ side: (Root) -> [UInt8]) -> [[Root]] {
    var groups = [[Root]](repeating: [], count: 26)
    for (british, american) in roots {
      let root = Root(british: Array(british.utf8), american: Array(american.utf8))
      groups[Int(side(root)[0] - 0x61)].append(root)
    }
    return groups
  }

  /// Whether British roots begin with two letters, at 26 times the number of the first and that of the second.
  private static let begins = roots.reduce(into: [Bool](repeating: false, count: 26 * 26)) { begins, root in
    let letters = Array(root.british.utf8)
    begins[pair(letters[0], letters[1])] = true
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int { 26 * Int(first - 0x61) + Int(second - 0x61) }

  /// Gives a word of the letters a to z its American spelling.
  ///
  /// - Complexity: O(letters · roots of a letter).
  static func makeAmerican(_ word: inout [UInt8]) {
    var place = 0
    while place + 1 < word.count {
      if begins[pair(word[place], word[place + 1])] { makeAmerican(&word, at: place) }
      place += 1
    }
  }

  private static func makeAmerican(_ word: inout [UInt8], at place: Int) {
    for root in byBritish[Int(word[place] - 0x61)]
    where stands(root.british, instead: root.american, in: word, at: place) {
      return word.replaceSubrange(place..<place + root.british.count, with: root.american)
    }
  }

  /// Other spellings of a word of the letters a to z, whether there are such words or not.
  static func others(_ word: [UInt8]) -> [[UInt8]] {
    var others: [[UInt8]] = []
    var american = word
    makeAmerican(&american)
    if american != word { others.append(american) }
    let once = british(american)
    // Two roots are enough: anaesthetised.
    return others + once + once.flatMap(british)
  }

  /// A word with one root or another in British spelling.
  private static func british(_ word: [UInt8]) -> [[UInt8]] {
    word.indices.flatMap { place in
      byAmerican[Int(word[place] - 0x61)].compactMap { root in
        guard stands(root.american, instead: root.british, in: word, at: place) else { return nil }
        return word[..<place] + root.british + word[(place + root.american.count)...]
      }
    }
  }

  /// Whether one spelling of a root stands in a word, and not as part of the other.
  private static func stands(_ root: [UInt8], instead other: [UInt8], in word: [UInt8], at place: Int) -> Bool {
    guard word[place...].starts(with: root) else { return false }
    // em is part of aem, fulfil of fulfill.
    guard other.count > root.count else { return true }
    let before = other.count - root.count
    if other.ends(with: root), place >= before { return !word[(place - before)...].starts(with: other) }
    return !word[place...].starts(with: other)
  }
}
