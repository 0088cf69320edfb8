import Foundation
import TestSupport
import Testing

/// `titer strategy`, `titer shell`, `titer count` and the commands that explain a search.
@Suite struct StrategyCommandTests {
  private let folder = TemporaryFolder()
  private let index: String

  init() throws {
    index = folder.file("idx")
    let records = folder.file("records.nbib")
    try Self.records.write(toFile: records, atomically: true, encoding: .utf8)
    #expect(try Titer(["index", records, "-o", index]).code == 0)
  }

  private static let records = """
    PMID- 1
    TI  - Lupus nephritis in mice
    AB  - Nephritis of lupus.
    DP  - 2019
    MH  - *Lupus Nephritis/therapy

    PMID- 2
    TI  - CAR T cells for lupus
    AB  - Anti-CD19 cells.
    DP  - 2021
    MH  - Lupus Erythematosus, Systemic

    PMID- 3
    TI  - Asthma
    DP  - 2021

    """

  private func run(_ arguments: [String], input: String = "") throws -> Titer {
    try Titer(arguments + ["--index", index], input: input)
  }

  private func strategy(_ text: String, _ options: [String] = []) throws -> Titer {
    let file = folder.file("strategy.txt")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return try run(["strategy", file] + options)
  }

  @Test func linesAreCounted() throws {
    let run = try strategy("1. lupus.ti.\n2. (lupus adj2 nephritis).ti,ab.\t1,234\n3. 1 not 2\n")
    #expect(run.code == 0)
    #expect(
      run.output == """
        line  records  query
           1        2  lupus.ti.
           2        1  (lupus adj2 nephritis).ti,ab.
           3        1  1 not 2

        """)
    #expect(run.errors.isEmpty)
  }

  @Test func theLastLineIsExported() throws {
    let run = try strategy("lupus[ti]\ncells[ti]\n#1 AND #2\n", ["--ris"])
    #expect(run.output.contains("TI  - CAR T cells for lupus"))
    #expect(run.output.components(separatedBy: "ER  -").count == 2)
    #expect(run.errors.contains("3        1  #1 AND #2"))
    let first = try strategy("lupus[ti]\ncells[ti]\n#1 AND #2\n", ["--ris", "--line", "1"])
    #expect(first.output.components(separatedBy: "ER  -").count == 3)
  }

  @Test func aFaultyLineIsToldAndTheOthersAnswered() throws {
    let run = try strategy("1. (lupus adj2 nephritis.ti.\n2. lupus.ti.\n3. 1 or 2\n4. 9\n")
    #expect(run.code == 2)
    #expect(
      run.output.contains("1    error  (lupus adj2 nephritis.ti.") && run.output.contains("2        2  lupus.ti."))
    #expect(run.errors.contains("strategy.txt:1: line 1: expected"))
    #expect(run.errors.contains("line 3: line 1, which this line names, has no answer"))
    #expect(run.errors.contains("line 4: expected the number of a line before this one, found 9"))
  }

  @Test func headingsAreExplodedByAFile() throws {
    let mesh = folder.file("mesh.tsv")
    try """
    label\ttree_numbers\tentry_terms
    Lupus Erythematosus, Systemic\tC17.300.480|C20.111.590\tSLE
    Lupus Nephritis\tC17.300.480.680\t
    Lupus\tC17.300.48\t
    """.write(toFile: mesh, atomically: true, encoding: .utf8)
    #expect(try run(["count", "exp SLE/", "--mesh", mesh]).output == "2\n")
    let without = try run(["count", "exp Lupus Erythematosus, Systemic/"])
    #expect(without.output == "1\n")
    #expect(without.errors.contains("counts without narrower headings; --mesh"))
    #expect(try run(["count", "exp SLE/", "--mesh", index]).code == 2)
    let wrong = folder.file("wrong.tsv")
    try "a\tb\n".write(toFile: wrong, atomically: true, encoding: .utf8)
    let errors = try run(["count", "exp SLE/", "--mesh", wrong]).errors
    #expect(errors.contains("expected NLM's XML, *NEWRECORD, or a table"))
  }

  @Test func aReportHasAllLines() throws {
    let run = try strategy("1. lupus.ti.  (1,234)\n2. limit 1 to yr=\"2020 -Current\"\n", ["--log"])
    #expect(run.output.contains("- Records found: 1 (line 2)"))
    #expect(run.output.contains("| 1 | 2 | 1,234 | `lupus.ti.` |"))
  }

  @Test func theShellNamesItsLines() throws {
    let saved = folder.file("saved.txt")
    let input = "lupus[ti]\n#1 AND cells[ti]\n#7\n#2\n:lines\n:save \(saved)\n:what\n:quit\nasthma\n"
    let run = try run(["shell", "-n", "1"], input: input)
    #expect(run.code == 0)
    #expect(run.output.components(separatedBy: "#2: 1 record").count == 3)
    #expect(run.output.contains("#1      2  lupus[ti]"))
    #expect(!run.output.contains("asthma"))
    #expect(run.errors.contains("found 7") && run.errors.contains("found “:what”"))
    #expect(try String(contentsOfFile: saved, encoding: .utf8).hasPrefix("1. lupus[ti]\n2. #1 AND cells[ti]\n"))
  }

  @Test func wordsAreListed() throws {
    #expect(try run(["terms", "n*itis"]).output == "1  nephritis\n")
    #expect(try run(["terms", "zzz*"]).code == 1)
  }

  @Test func aRecordIsExplained() throws {
    let found = try run(["explain", "lupus nephritis", "--doc", "1"])
    #expect(found.code == 0 && found.output.contains("= the sum of"))
    let missed = try run(["explain", "nephritis", "--doc", "2"])
    #expect(missed.code == 1)
    #expect(try run(["explain", "nephritis", "--doc", "77"]).errors.contains("no record “77”"))
  }

  @Test func whatKeepsARecordOutIsTold() throws {
    let run = try run(["why-not", "lupus[ti] NOT mice[ti]", "--doc", "1"])
    #expect(run.code == 1)
    #expect(run.output.hasSuffix("This finds it:\n    lupus[ti]\n"), "\(run.output)")
    let widened = try self.run(["why-not", "\"CD19\"[ti] AND 2022:2024[dp]", "--doc", "2"])
    #expect(widened.output.hasSuffix("This finds it:\n    CD19[tiab] AND 2021:2024[dp]\n"), "\(widened.output)")
    #expect(try self.run(["why-not", "lupus[ti]", "--doc", "1"]).output == "The query finds the record.\n")
  }

  @Test func similarRecordsAreFound() throws {
    let run = try run(["similar", "1"])
    #expect(run.code == 0 && run.output.contains("CAR T cells for lupus"))
    #expect(!run.output.contains("Lupus nephritis in mice"))
  }

  @Test func answersAreCountedByFacets() throws {
    let run = try run(["search", "lupus", "--facet", "year", "--sort", "newest"])
    #expect(run.output.hasSuffix("\n   year\n1  2021\n1  2019\n"), "\(run.output)")
    #expect(try self.run(["count", "lupus", "--years", "2020-"]).output == "1\n")
    #expect(try self.run(["count", "lupus", "--years", "x"]).code == 2)
  }
}
