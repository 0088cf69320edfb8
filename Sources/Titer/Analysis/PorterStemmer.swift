internal import CSnowball

/// Porter's stemming algorithm, which strips the suffixes of English words.
///
/// Source: Martin Porter, "An algorithm for suffix stripping", Program 14(3), 1980.
///
/// libstemmer's "porter" is the algorithm of the paper. Porter's own later program, which Lucene's `PorterStemFilter`
/// follows, departs from it in four points, and for `-logy` the difference matters here: with the program `oncology` and
/// `oncological` meet. So that figures can be compared, these departures are added, each where libstemmer's result
/// shows that it applies:
///
/// - words of one or two characters stay;
/// - step 1b drops one of any two consonants (`trekking`, `trek`), but for l, s and z;
/// - step 2 turns `-logi` into `-log`;
/// - step 2 turns `-bli` into `-ble`, which later steps shorten, where the paper has `-abli`.
@safe package final class PorterStemmer {
  private let stemmer: OpaquePointer

  /// A stemmer; one serves one thread at a time.
  package init() {
    guard let stemmer = unsafe sb_stemmer_new("porter", "UTF_8") else {
      preconditionFailure("libstemmer has the Porter stemmer, and memory for it")
    }
    unsafe self.stemmer = stemmer
  }

  deinit {
    unsafe sb_stemmer_delete(stemmer)
  }

  /// Replaces a folded word by its stem.
  package func stem(_ word: inout [UInt8]) {
    guard word.count(where: { $0 & 0xC0 != 0x80 }) > 2 else { return }
    let inflected = word
    strip(&word)
    if word.endsInDoubleConsonant, inflected.isParticiple(of: word) {
      word.removeLast()
      strip(&word)
    } else if inflected.last == UInt8(ascii: "e") {
      return  // Step 5 dropped it, so that step 2 didn't see the ending: French biotechnologie.
    } else if word.ends(in: "logi"), word.dropLast(4).hasMeasure {
      word.removeLast()
    } else if word.ends(in: "bli"), word.dropLast(3).hasMeasure {
      word[word.count - 1] = UInt8(ascii: "e")
      strip(&word)
    }
  }

  private func strip(_ word: inout [UInt8]) {
    let stem = unsafe word.withUnsafeBufferPointer { bytes in
      unsafe sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count))
    }
    guard let stem = unsafe stem else { preconditionFailure("libstemmer has memory for a word") }
    unsafe word.replaceSubrange(
      0..., with: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
  }
}

extension UInt8 {
  fileprivate var isVowel: Bool {
    switch UnicodeScalar(self) {
    case "a", "e", "i", "o", "u": true
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate func ends(in suffix: String) -> Bool {
    self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// Whether this is `stem` with `-ed` or `-ing`, and perhaps an `s`.
  fileprivate func isParticiple(of stem: [UInt8]) -> Bool {
    starts(with: stem) && ["ed", "ing", "eds", "ings"].contains { dropFirst(stem.count).elementsEqual($0.utf8) }
  }

  /// Whether the last two letters are the same consonant, which is none of l, s and z (nor y, which is both).
  fileprivate var endsInDoubleConsonant: Bool {
    guard count > 1, let last, last == self[count - 2], last < 0x80 else { return false }
    return !last.isVowel && !"lszy".utf8.contains(last)
  }
}

extension ArraySlice<UInt8> {
  /// Whether a vowel comes somewhere before a consonant: the condition that the paper calls m > 0.
  fileprivate var hasMeasure: Bool {
    var isAfterVowel = false
    for index in indices {
      let isVowel = self[index].isVowel || self[index] == UInt8(ascii: "y") && index > startIndex && !isAfterVowel
      if isAfterVowel, !isVowel { return true }
      isAfterVowel = isVowel
    }
    return false
  }
}
