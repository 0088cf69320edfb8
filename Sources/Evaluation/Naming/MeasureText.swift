/// A measure as it is written, taken apart: `name(parameter=value,…)@argument,…`.
struct MeasureText {
  /// The whole.
  let whole: String
  /// What stands before parentheses and `@`; the arguments of `ndcg_cut.5,10` and `P_10` still belong to it.
  let name: String
  private var named: [(name: String, value: String)] = []
  private var at: String?

  init(_ text: String) throws(MeasureError) {
    whole = text
    var head = Substring(text)
    // A number of documents, never a parameter, so it stands behind the parentheses.
    if let sign = head.lastIndex(of: "@") {
      at = String(head[head.index(after: sign)...])
      head = head[..<sign]
    }
    guard let open = head.firstIndex(of: "(") else {
      name = String(head)
      return
    }
    name = String(head[..<open])
    guard head.last == ")" else {
      throw MeasureError(measure: text, expected: "a closing parenthesis behind the parameters", found: "none")
    }
    for part in head[head.index(after: open)...].dropLast().split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        throw MeasureError(measure: text, expected: "parameters such as rel=2", found: String(part))
      }
      named.append((String(sides[0]), String(sides[1])))
    }
  }

  /// What is named, or `nil` if the name is none.
  func measures() throws(MeasureError) -> [any Measure]? {
    if at?.last == "%", let measures = try shares() { return measures }
    if let known = Measures.byName[name.lowercased()] {
      return try known.measures(arguments, named: named, of: whole)
    }
    guard at == nil, let (known, list) = splitName() else { return nil }
    return try known.measures(list, named: named, of: whole)
  }

  /// Recall at a share of the collection, which the sign of percent tells from recall at a number of documents.
  private func shares() throws(MeasureError) -> [any Measure]? {
    guard let known = Measures.byName[name.lowercased()], known.spellings == Recall.name.spellings else { return nil }
    return try ShareRecall.name.measures(arguments, named: named, of: whole)
  }

  /// What stands behind `@`, parted at commas.
  private var arguments: [String] {
    at.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) } ?? []
  }

  /// trec_eval's `name.5,10` and `name_5`: the longest name that stands before a point or underscore and a list.
  private func splitName() -> (MeasureName, [String])? {
    for index in name.indices.reversed() where name[index] == "." || name[index] == "_" {
      guard let known = Measures.byName[name[..<index].lowercased()] else { continue }
      let list = name[name.index(after: index)...].split(separator: ",", omittingEmptySubsequences: false)
      return (known, list.map(String.init))
    }
    return nil
  }
}
