import Records
import Testing

struct CSVAuthorsTests {
  @Test(arguments: [
    ("Ann Bo and Liu F and Ludwig van Beethoven", ["Bo, Ann", "Liu, F", "van Beethoven, Ludwig"]),
    ("Liu, F; Élan élu É.", ["Liu, F", "Élan élu, É."]),
    ("Ann Örn; Ann örn Bo", ["Örn, Ann", "örn Bo, Ann"]), ("Anderson Candy", ["Candy, Anderson"]),
  ])
  func namesAreParted(_ text: String, _ expected: [String]) throws {
    let record = try #require(try Reading("Title,Authors\nT,\"\(text)\"", as: .csv).records.first)
    #expect(record.authors.map(\.invertedName) == expected)
  }

  @Test func mixedEncodingsAreReadBesideASCII() throws {
    let bytes = [UInt8]("Title,Authors\nT,\"Bo, ".utf8) + [0xC3, 0xA9, 0x41, 0xE9] + [UInt8]("x\"\n".utf8)
    #expect(try Reading(bytes, as: .csv).records.first?.authors == [Author(family: "Bo", given: "éAéx")])
  }
}
