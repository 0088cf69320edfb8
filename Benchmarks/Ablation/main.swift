// The biomedical chain without one of its rules, behind the part of titer's command line that Quality/ablation.py needs.
//
//     ablation index --quiet --analyzer without-spaced records.jsonl -o records.idx
//     ablation run topics.jsonl -n 1000 --index records.idx
//     ablation phrases --analyzer without-spaced vectors.json

import Foundation
import Records
import Titer

/// The biomedical chain but for the tokens of some rules.
struct NamesWithoutRules: Analyzer {
  private var base = NameAnalyzer()
  private var all = TokenBuffer()
  private let rules: Set<Token.Rule>

  init(rules: Set<Token.Rule>) {
    self.rules = rules
  }

  mutating func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) {
    base.analyze(text, into: &all)
    tokens.removeAll()
    for token in all.tokens where !rules.contains(token.rule) {
      tokens.append(
        all.bytes[token.term], position: token.position, length: token.length, source: token.source, rule: token.rule,
        layer: token.layer)
    }
    tokens.positionCount = all.positionCount
  }
}

/// What may be left out: each rule, both for signs, and all.
let ablations: [String: Set<Token.Rule>] = {
  let rules = Token.Rule.allCases.filter { $0 != .word }
  var ablations = Dictionary(uniqueKeysWithValues: rules.map { ("without-\($0)", Set([$0])) })
  ablations["without-signs"] = [.sign, .spelledSign]
  ablations["without-all"] = Set(rules)
  ablations["with-all"] = []
  return ablations
}()
let chains = ablations.map { name, rules in
  AnalysisChain(name: "\(name)/1") { NamesWithoutRules(rules: rules) }
}

struct Usage: Error {}

/// The value behind an option.
func value(_ option: String) throws -> String {
  let arguments = CommandLine.arguments
  guard let place = arguments.firstIndex(of: option), place + 1 < arguments.count else { throw Usage() }
  return arguments[place + 1]
}

func chain() throws -> AnalysisChain {
  let name = try value("--analyzer")
  guard let chain = chains.first(where: { $0.family == name }) else { throw Usage() }
  return chain
}

/// Makes an index of records.
func index() throws {
  let analyzer = try value("--analyzer")
  guard let place = CommandLine.arguments.firstIndex(of: analyzer) else { throw Usage() }
  var input = try RecordFile(path: CommandLine.arguments[place + 1])
  var writer = try IndexWriter(path: value("-o"), chain: chain())
  while let event = try input.next() {
    guard case .record(let record) = event else { continue }
    try writer.add(Document(record, stored: []))
  }
  try writer.commit()
}

/// Answers topics, as lines of a run.
func answer() throws {
  struct Topic: Decodable {
    var id: String
    var text: String

    enum CodingKeys: String, CodingKey {
      case id = "_id"
      case text
    }
  }
  let index = try Index(path: value("--index"), chains: chains)
  guard let limit = Int(try value("-n")) else { throw Usage() }
  guard CommandLine.arguments.count > 2 else { throw Usage() }
  for line in try String(contentsOfFile: CommandLine.arguments[2], encoding: .utf8).split(separator: "\n") {
    let topic = try JSONDecoder().decode(Topic.self, from: Data(line.utf8))
    for (rank, hit) in try index.search(Query([.words(topic.text)]), limit: limit).enumerated() {
      print(topic.id, "Q0", hit.id, rank + 1, hit.score, "ablation")
    }
  }
}

/// Looks for the phrases of vectors; prints how many that should be are found, how many that shouldn't, and of how many each.
func phrases() throws {
  struct Vector: Decodable {
    var text: String
    var match: [String]
    var no: [String]
  }
  guard let file = CommandLine.arguments.last else { throw Usage() }
  let groups = try JSONDecoder().decode([String: [Vector]].self, from: Data(contentsOf: URL(filePath: file)))
  let folder = FileManager.default.temporaryDirectory.appending(path: "ablation-\(UUID())").path()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  var (found, match, falseFound, no) = (0, 0, 0, 0)
  for vectors in groups.values {
    try? FileManager.default.removeItem(atPath: folder)
    var writer = try IndexWriter(path: folder, chain: chain())
    for (number, vector) in vectors.enumerated() { try writer.add(Document(id: "\(number)", abstract: vector.text)) }
    try writer.commit()
    let index = try Index(path: folder, chains: chains)
    func finds(_ phrase: String, _ number: Int) throws -> Bool {
      try index.search(Query([.phrase(phrase)]), limit: vectors.count).contains { $0.id == "\(number)" }
    }
    for (number, vector) in vectors.enumerated() {
      match += vector.match.count
      no += vector.no.count
      found += try vector.match.count { try finds($0, number) }
      falseFound += try vector.no.count { try finds($0, number) }
    }
  }
  print(found, match, falseFound, no)
}

switch CommandLine.arguments.dropFirst().first {
case "index": try index()
case "run": try answer()
case "phrases": try phrases()
default: throw Usage()
}
