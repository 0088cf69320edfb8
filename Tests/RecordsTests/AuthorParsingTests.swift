import Records
import Testing

struct AuthorParsingTests {
  @Test(arguments: [
    ("Doe, Jane", "Doe", "Jane"), ("Doe,Jane A.", "Doe", "Jane A."), ("Fanning E.", "Fanning", "E."),
    ("van der Berg J-P", "van der Berg", "J-P"), ("Ludwig van Beethoven", "van Beethoven", "Ludwig"),
    ("Catarina Barata", "Barata", "Catarina"), ("Selvamani", "Selvamani", ""), ("Center, Jane", "Center", "Jane"),
    ("Silva MCPD", "Silva", "MCPD"), ("Souza A.C.D.E.F.", "Souza", "A.C.D.E.F."), ("Jan KOWALSKI", "KOWALSKI", "Jan"),
    ("Doe,", "Doe", ""), (", Doe", "Doe", ""),
  ])
  func personsAreSplit(_ name: String, _ family: String, _ given: String) throws {
    let record = try #require(try Reading("TY  - JOUR\nTI  - T\nAU  - \(name)\nER  -").records.first)
    #expect(record.authors == [Author(family: family, given: given)])
  }

  @Test(arguments: [
    "Sample Study Group", "Club for Samples (CS)", "Centre of Tests, Ltd", "Doctors Without Borders and Co",
  ])
  func organisationsStayWhole(_ name: String) throws {
    let record = try #require(try Reading("TY  - JOUR\nTI  - T\nAU  - \(name)\nER  -").records.first)
    #expect(record.authors == [Author(family: name, isOrganisation: true)])
  }
}
