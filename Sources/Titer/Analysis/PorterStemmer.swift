/// Porter's stemming algorithm, which strips the suffixes of English words.
///
/// Source: Martin Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with the departures of his own
/// program, which Lucene's `PorterStemFilter` follows: words of one or two characters stay, step 2 turns `-logi` into
/// `-log` and `-bli` (the paper: `-abli`) into `-ble`. So *oncology* and *oncological* meet.
///
/// A word is taken in UTF-16 code units, as Lucene does; those of other letters than English ones count as consonants.
package struct PorterStemmer {
  private struct Letter {
    let unit: UInt16
    let isVowel: Bool
  }

  private var word: [Letter] = []

  /// A stemmer.
  package init() {}

  /// Replaces a word in lower case by its stem.
  package mutating func stem(_ term: inout [UInt8]) {
    read(term)
    guard word.count > 2 else { return }
    dropPlural()
    dropParticiple()
    if ends(in: Suffixes.y), hasVowel(before: word.count - 1) { replace(Suffixes.y) }
    replace(Suffixes.double)
    replace(Suffixes.further)
    dropSuffix()
    tidyUp()
    write(&term)
  }

  private mutating func read(_ term: [UInt8]) {
    word.removeAll(keepingCapacity: true)
    if term.allSatisfy({ $0 < 0x80 }) {
      for byte in term { append(UInt16(byte)) }
    } else {
      for unit in String(decoding: term, as: UTF8.self).utf16 { append(unit) }
    }
  }

  private func write(_ term: inout [UInt8]) {
    term.removeAll(keepingCapacity: true)
    if word.allSatisfy({ $0.unit < 0x80 }) {
      for letter in word { term.append(UInt8(truncatingIfNeeded: letter.unit)) }
    } else {
      term.append(contentsOf: String(decoding: word.map(\.unit), as: UTF16.self).utf8)
    }
  }

  /// Appends a letter; vowels are a, e, i, o, u, and y behind a consonant.
  private mutating func append(_ unit: UInt16) {
    let isVowel =
      switch UnicodeScalar(unit) {
      case "a", "e", "i", "o", "u": true
      case "y": word.last.map { !$0.isVowel } ?? false
      default: false
      }
    word.append(Letter(unit: unit, isVowel: isVowel))
  }
}

// The steps of the algorithm.
extension PorterStemmer {
  /// Step 1a.
  private mutating func dropPlural() {
    guard ends(in: Suffixes.s) else { return }
    if ends(in: Suffixes.sses) || ends(in: Suffixes.ies) {
      word.removeLast(2)
    } else if !ends(in: Suffixes.ss) {
      word.removeLast()
    }
  }

  /// Step 1b.
  private mutating func dropParticiple() {
    if ends(in: Suffixes.eed) {
      if measure(before: word.count - 3) > 0 { word.removeLast() }
    } else if let suffix = first(of: Suffixes.participles), hasVowel(before: word.count - suffix.count) {
      word.removeLast(suffix.count)
      if first(of: Suffixes.shortened) != nil {
        append(UInt16(UInt8(ascii: "e")))
      } else if endsInDoubleConsonant {
        if first(of: Suffixes.doubled) == nil { word.removeLast() }
      } else if measure(before: word.count) == 1, endsInShortSyllable(before: word.count) {
        append(UInt16(UInt8(ascii: "e")))
      }
    }
  }

  /// Steps 2 and 3: replaces the suffix that the word has, if what stands before it is long enough.
  private mutating func replace(_ suffixes: [Suffix]) {
    guard let suffix = first(of: suffixes) else { return }
    if measure(before: word.count - suffix.count) > 0 { replace(suffix) }
  }

  /// Step 4.
  private mutating func dropSuffix() {
    guard let suffix = first(of: Suffixes.last) else { return }
    let start = word.count - suffix.count
    guard !ends(in: Suffixes.ion) || start > 0 && "st".utf16.contains(word[start - 1].unit) else { return }
    if measure(before: start) > 1 { word.removeLast(suffix.count) }
  }

  /// Step 5.
  private mutating func tidyUp() {
    if ends(in: Suffixes.e) {
      let measure = measure(before: word.count - 1)
      if measure > 1 || measure == 1 && !endsInShortSyllable(before: word.count - 1) { word.removeLast() }
    }
    if ends(in: Suffixes.ll), measure(before: word.count) > 1 { word.removeLast() }
  }

  /// Puts what takes the place of a suffix there.
  private mutating func replace(_ suffix: Suffix) {
    word.removeLast(suffix.count)
    var letters = suffix.shorter
    while letters > 0 {
      append(UInt16(letters & 0xFF))
      letters >>= 8
    }
  }
}

// The conditions of the rules.
extension PorterStemmer {
  /// The first of some suffixes that the word ends in.
  private func first(of suffixes: [Suffix]) -> Suffix? {
    let end = end
    return suffixes.first { end & $0.mask == $0.letters }
  }

  private func ends(in suffix: Suffix) -> Bool { end & suffix.mask == suffix.letters }

  /// The last eight letters, the last one in the lowest byte; 255 stands for other letters than those of ASCII.
  private var end: UInt64 {
    var end: UInt64 = 0
    for index in max(0, word.count - 8)..<word.count { end = end << 8 | UInt64(min(word[index].unit, 0xFF)) }
    return end
  }

  private func hasVowel(before end: Int) -> Bool { word[..<end].contains(where: \.isVowel) }

  /// How often a consonant follows a vowel: what the paper calls m.
  private func measure(before end: Int) -> Int {
    var measure = 0
    var isAfterVowel = false
    for letter in word[..<end] {
      if isAfterVowel, !letter.isVowel { measure += 1 }
      isAfterVowel = letter.isVowel
    }
    return measure
  }

  private var endsInDoubleConsonant: Bool {
    guard word.count > 1, let last = word.last else { return false }
    return last.unit == word[word.count - 2].unit && !last.isVowel
  }

  /// Whether consonant, vowel and consonant come last, the last none of w, x and y.
  private func endsInShortSyllable(before end: Int) -> Bool {
    guard end > 2, !word[end - 3].isVowel, word[end - 2].isVowel, !word[end - 1].isVowel else { return false }
    return !"wxy".utf16.contains(word[end - 1].unit)
  }
}

/// A suffix of at most eight letters, and what takes its place.
private struct Suffix {
  /// Its letters, the last one in the lowest byte.
  let letters: UInt64
  /// The bits of as many letters as it has.
  let mask: UInt64
  let count: Int
  /// The letters that take its place, the first one in the lowest byte.
  let shorter: UInt64

  init(_ suffix: String, _ shorter: String = "") {
    letters = suffix.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    mask = .max >> (64 - 8 * suffix.utf8.count)
    count = suffix.utf8.count
    self.shorter = shorter.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Of two suffixes that fit, the longer one comes first.
private enum Suffixes {
  static let s = Suffix("s")
  static let ss = Suffix("ss")
  static let sses = Suffix("sses")
  static let ies = Suffix("ies")
  static let eed = Suffix("eed")
  static let y = Suffix("y", "i")
  static let ion = Suffix("ion")
  static let e = Suffix("e")
  static let ll = Suffix("ll")
  static let participles = [Suffix("ed"), Suffix("ing")]
  /// What gets back an e behind it.
  static let shortened = [Suffix("at"), Suffix("bl"), Suffix("iz")]
  /// Letters that stay doubled.
  static let doubled = [Suffix("l"), Suffix("s"), Suffix("z")]
  /// Those of step 2.
  static let double = [
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
    ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
    ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
  ].map { Suffix($0, $1) }
  /// Those of step 3.
  static let further = [
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
  ].map { Suffix($0, $1) }
  /// Those of step 4.
  static let last = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
  ].map { Suffix($0) }
}
