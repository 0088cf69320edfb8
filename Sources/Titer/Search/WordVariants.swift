/// Other forms of an English word: singular and plural, British and American spelling.
enum WordVariants {
  /// The forms of a folded word, itself left out, whether there is such a word or not.
  static func of(_ word: [UInt8], _ variants: Query.Variants) -> [[UInt8]] {
    guard word.count >= 3, word.isOfSmallLetters else { return [] }
    var forms: [[UInt8]] = []
    for spelling in [word] + (variants.contains(.spellings) ? Spelling.others(word) : []) {
      let numbers = variants.contains(.plurals) ? numbers(of: spelling) : []
      for form in [spelling] + numbers where form != word && !forms.contains(form) { forms.append(form) }
    }
    return forms
  }

  /// Endings of nouns in the singular and the plural, English and Latin.
  private static let endings: [(singular: [UInt8], plural: [UInt8])] = [
    ("", "s"), ("s", "ses"), ("x", "xes"), ("z", "zes"), ("ch", "ches"), ("sh", "shes"), ("y", "ies"), ("is", "es"),
    ("itis", "itides"), ("ma", "mata"),
    ("um", "a"), ("us", "i"), ("ion", "ia"), ("a", "ae"), ("ix", "ices"), ("ex", "ices"), ("nx", "nges"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  /// Nouns whose plural has no rule.
  private static let irregular: [(singular: [UInt8], plural: [UInt8])] = [
    ("mouse", "mice"), ("woman", "women"), ("man", "men"), ("child", "children"), ("foot", "feet"), ("tooth", "teeth"),
    ("person", "people"), ("criterion", "criteria"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  /// Words that end like a plural of another and are none.
  private static let singulars = Set(["aids", "does", "means", "news"].map { Array($0.utf8) })

  /// What may be the singular of a plural, and the plural of a singular.
  private static func numbers(of word: [UInt8]) -> [[UInt8]] {
    guard !singulars.contains(word) else { return [] }
    for (singular, plural) in irregular {
      if word == plural { return [singular] }
      if word == singular { return [plural] }
    }
    var forms: [[UInt8]] = []
    for (singular, plural) in endings {
      if word.count > plural.count + 2, word.ends(with: plural), !word.ends(with: [0x73, 0x73]) {
        forms.append(word.dropLast(plural.count) + singular)
      }
      if word.ends(with: singular), !(singular.isEmpty && word.last == 0x73) {
        forms.append(word.dropLast(singular.count) + plural)
      }
    }
    return forms
  }
}
