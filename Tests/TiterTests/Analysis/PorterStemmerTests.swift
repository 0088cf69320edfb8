import Testing
import Titer

@Suite struct PorterStemmerTests {
  private func stem(_ word: String) -> String {
    var stemmer = PorterStemmer()
    var bytes = Array(word.utf8)
    stemmer.stem(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Examples of the paper's steps.
  @Test(arguments: [
    ("caresses", "caress"), ("ponies", "poni"), ("cats", "cat"), ("feed", "feed"), ("agreed", "agre"),
    ("plastered", "plaster"),
    ("motoring", "motor"), ("sing", "sing"), ("conflated", "conflat"), ("sized", "size"), ("hopping", "hop"),
    ("falling", "fall"),
    ("hissing", "hiss"), ("fizzed", "fizz"), ("filing", "file"), ("happy", "happi"), ("sky", "sky"),
    ("relational", "relat"),
    ("conditional", "condit"), ("hopefulness", "hope"), ("formality", "formal"), ("triplicate", "triplic"),
    ("electrical", "electr"), ("revival", "reviv"), ("adjustment", "adjust"), ("adoption", "adopt"),
    ("probate", "probat"),
    ("rate", "rate"), ("cease", "ceas"), ("controll", "control"), ("roll", "roll"), ("study", "studi"),
    ("studies", "studi"),
  ])
  func paper(_ word: String, _ expected: String) {
    #expect(stem(word) == expected)
  }

  /// Where the published program, and so Lucene, departs from the paper.
  @Test(arguments: [
    ("oncology", "oncolog"), ("oncological", "oncolog"), ("pathologies", "patholog"), ("logy", "logi"),
    ("possibly", "possibl"), ("possible", "possibl"), ("reversibly", "revers"), ("reversible", "revers"),
    ("assembly", "assembl"), ("stably", "stabli"), ("probably", "probabl"), ("trekking", "trek"), ("trekkings", "trek"),
    ("revved", "rev"), ("abettance", "abett"), ("biotechnologie", "biotechnologi"), ("is", "is"), ("us", "us"),
    ("βs", "βs"),
  ])
  func program(_ word: String, _ expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: ["", "a", "漢", "1990s", "don't", "αααs", "logi", "bli", "ing", "sss", "yyy", "eed"])
  func anyWordHasAStem(_ word: String) {
    #expect(stem(word).utf8.count <= word.utf8.count)
  }
}
