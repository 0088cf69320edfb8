import Records
import TestSupport
import Testing

@Suite struct BibTeXReaderTests {
  private func reader(_ text: String) throws -> BibTeXReader {
    try BibTeXReader(input(text))
  }

  private func entry(_ fields: String) throws -> Record {
    try #require(try records(reader("@Article{key,\n\(fields)\n}")).first)
  }

  @Test func readsAnEntry() throws {
    let record = try entry(
      #"""
      Title = {The {BCMA} Story}, subtitle = "a \"{u}ber {"}quoted{"} tale",
      author = {de la Cruz, Jr, Ana and Jan van Dam and {World Health Organization and Friends} and others},
      journal = jan # { and } # "more", year = 2019, volume = {12}, number = 3, pages = {1--10},
      doi = {https://doi.org/10.1000/AB\_c}, pmid = {31}, keywords = {a, {b, c}}, url = {http://x/~y},
      abstract = {One
        two.},
      """#)
    #expect(record.title == "The BCMA Story: a über \"quoted\" tale")
    #expect(
      record.authors == [
        Author(family: "de la Cruz", given: "Ana, Jr"), Author(family: "van Dam", given: "Jan"),
        Author(family: "World Health Organization and Friends", isOrganisation: true),
      ])
    #expect(record.journal == "jan and more")
    #expect([record.volume, record.issue, record.pages] == ["12", "3", "1-10"])
    #expect(record.year == 2019)
    #expect(record.doi == "10.1000/ab_c")
    #expect(record.id == "31")
    #expect(record.keywords == ["a", "b, c"])
    #expect(record.urls == ["http://x/~y"])
    #expect(record.abstract == [AbstractSection(text: "One two.")])
    #expect(record.types == ["article"])
    #expect(record.source.prefix(2).map(\.value) == ["article", "key"])
    #expect(record.source[2] == SourceField(tag: "Title", value: "The {BCMA} Story"))
  }

  @Test func resolvesMacros() throws {
    let text = """
      @string{ J = "Journal" }
      @STRING(full = j # { of } # "X")
      @misc(k, journal = full, note = {)}, title = "a ) b", month = jan)
      """
    let record = try #require(try records(reader(text)).first)
    #expect(record.journal == "Journal of X")
    #expect(record.title == "a ) b")
    #expect(record.source.last?.value == "jan")
  }

  @Test func passesOverWhatIsNoEntry() throws {
    let text = """
      % A comment, write to me@home.org, says @WHO (2020)
      @comment{ @article{no, title={no}} } @Comment this {is} text
      @preamble{ "\\newcommand{\\x}{y}" }
      stuff }}} @book {a, title={A}}@misc{b, title={B}}
      @online
      {c, title = {C}}
      """
    #expect(try records(reader(text)).map(\.title) == ["A", "B", "C"])
    #expect(try events(reader(text)).count == 3)
  }

  @Test func openEntriesAreReportedAndReadingGoesOn() throws {
    let text = "@article{a, title={A}}\n@article{b, title={B,\n}\n  @article{c, title={C}}\n@article{d,\n title={D}\n"
    #expect(try records(reader(text)).map(\.title) == ["A", "C"])
    #expect(try skipped(reader(text)).map(\.line) == [2, 5])
    #expect(
      try skipped(reader(text)).first?.description
        == "sample:2: expected the bracket that closes @article, found none before the next entry or the end; "
        + "close the entry's brackets")
  }

  @Test func faultyFieldsAreReportedAndTheRestIsRead() throws {
    let text = "@article{a, title={A} year=2019, oops, = {x}, volume={3}}\n@misc{b}\n@misc{title={C}}"
    let found = try records(reader(text))
    #expect(found.map(\.title) == ["A", "C"])
    #expect(found[0].year == 2019 && found[0].volume == "3")
    #expect(try warnings(reader(text)).map(\.line) == [1])
    #expect(try skipped(reader(text)).map(\.line) == [2])
    #expect(found[1].source[1].value == "")
  }

  @Test func readsTheFieldsOfBibLaTeXAndWebOfScience() throws {
    let record = try entry(
      "journaltitle={J}, date={2020-03-01}, eprint={2001.1}, eprinttype={arXiv}, keywords={{a; b, c}}, langid={german}")
    #expect(record.journal == "J" && record.year == 2020 && record.accession == "arXiv:2001.1")
    #expect(record.keywords == ["a", "b, c"] && record.language == "german")
    #expect(try entry("Unique-ID={{WOS:0001}}, Title={T}").id == "WOS:0001")
    #expect(try entry("eprint={77}, eprinttype={pubmed}").pmid == "77")
    #expect(try entry("title={T}, note={Place: US PMID: 35}").pmid == "35")
  }

  @Test func keysAreNoIdentifiers() throws {
    let ids = try records(reader("@misc{k, title={A}}\n@misc{k, title={B}}")).map(\.id)
    #expect(Set(ids).count == 2)
  }

  @Test func macrosCanNotExplode() throws {
    let doubling = (1...64).map { "@string{a\($0) = a\($0 - 1) # a\($0 - 1)}" }.joined(separator: "\n")
    let text = "@string{a0 = {0123456789}}\n\(doubling)\n@misc{k, title = a64 # a63, note = {n}}"
    let record = try #require(try records(reader(text)).first)
    #expect(record.title.utf8.count < 2_000_000)
    #expect(try !warnings(reader(text)).isEmpty)
  }

  @Test func deepAndOpenBracesTakeLinearTime() throws {
    let deep = String(repeating: "{", count: 300_000) + "x" + String(repeating: "}", count: 300_000)
    #expect(try entry("title = {\(deep)}").title == "x")
    let open = String(repeating: "@misc{a, title={\n", count: 50_000)
    #expect(try skipped(reader(open)).count == 50_000)
    #expect(try entry("title = {\(String(repeating: "$ a ", count: 200_000))}").title.utf8.count > 0)
    #expect(try entry("author = {\(String(repeating: "a and ", count: 50_000))b}").authors.count == 50_001)
  }

  @Test func damageNeverTraps() throws {
    let text = #"""
      @string{s = "x"}
      @article{k, title = {A \'{e} $\alpha_{2}$ \textit{b} -- c}, author = "A B and {C}", year = 2000 # s, note={\
      """#
    #expect(try readDamaged(text + "}}\n@misc(b, title={\\\"\\i})", seed: 51, reader: BibTeXReader.init) > 0)
  }
}
