import Testing
import Titer

@Suite("Ovid's dialect at length")
struct OvidLengthTests {
  @Test("takes any number of like operators in a row", arguments: ["or", "and", "not", "adj"])
  func run(connective: String) throws {
    let text = (0...20_000).map { "lupus\($0)" }.joined(separator: " \(connective) ")
    let query = try ParsedQuery(ovid: text).query
    #expect(query.clauses.first?.parts == 20_001)
    #expect(try query.ovidText() == text)
  }

  @Test("reads long words and quoted texts")
  func words() throws {
    for text in [String(repeating: "lupus", count: 40_000), String(repeating: "lupus ", count: 40_000) + "sle"] {
      #expect(try ParsedQuery(ovid: text).query == Query([.phrase(text)]))
      #expect(try ParsedQuery(ovid: "\"\(text)\".mp.").query.ovidText() == text)
    }
    #expect(try ParsedQuery(ovid: String(repeating: "a.b", count: 40_000)).query.clauses.count == 1)
  }

  @Test(
    "refuses what lies too deep",
    arguments: [
      String(repeating: "(", count: 100_000),
      String(repeating: "(", count: 300) + "a" + String(repeating: ")", count: 300),
      (0..<10_000).map { "a\($0) or b\($0) and " }.joined() + "c",
      (0..<10_000).map { "a\($0) adj2 b\($0) adj " }.joined() + "c",
      "a" + String(repeating: " adj3 b", count: 300), "a" + String(repeating: " or (b", count: 300),
    ])
  func depth(text: String) throws {
    let error = try #require(throws: QueryError.self) { try ParsedQuery(ovid: text) }
    #expect(error.expected == "at most 256 clauses within each other")
  }

  @Test(
    "refuses long faults",
    arguments: [
      String(repeating: "NOT ", count: 100_000), String(repeating: ")", count: 100_000),
      String(repeating: "\"", count: 100_000), String(repeating: "*", count: 100_000),
      String(repeating: ".", count: 100_000), String(repeating: "/", count: 100_000),
      String(repeating: "a (", count: 100_000), String(repeating: "exp ", count: 100_000),
      "a" + String(repeating: ".ti,", count: 100_000), "or/" + String(repeating: "1-9999,", count: 10_000),
    ])
  func faults(text: String) {
    #expect(throws: QueryError.self) { try ParsedQuery(ovid: text) }
  }

  @Test("writes the deepest tree that it reads", arguments: ["or", "adj3"])
  func deepest(connective: String) throws {
    let other = connective == "or" ? "and" : connective
    func text(_ count: Int) -> String {
      "a" + (0..<count).map { $0.isMultiple(of: 2) ? " \(connective) b" : " \(other) b" }.joined()
    }
    let query = try ParsedQuery(ovid: text(255)).query
    #expect(try ParsedQuery(ovid: query.ovidText()).query == query)
    #expect(throws: QueryError.self) { try ParsedQuery(ovid: text(256)) }
    #expect(throws: Unwritable.self) { try Query([.field(.title, query.clauses[0])]).ovidText() }
  }

  @Test(
    "writes the deepest groups that it reads", arguments: ["(a or b).pt.", "(a not b).ti.", "a.ti./freq=2", "a/dt,th"])
  func deepest(leaf: String) throws {
    for count in 240...256 {
      let text = leaf + (0..<count).map { $0.isMultiple(of: 2) ? " or c" : " and c" }.joined()
      guard let query = try? ParsedQuery(ovid: text).query else { continue }
      #expect(try ParsedQuery(ovid: query.ovidText()).query == query, "\(count)")
    }
  }
}

extension Query.Clause {
  /// How many clauses it joins.
  fileprivate var parts: Int {
    switch self {
    case .all(let clauses), .any(let clauses), .near(let clauses, _): clauses.count
    default: 0
    }
  }
}
