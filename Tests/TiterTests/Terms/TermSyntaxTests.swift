import TestSupport
import Testing
import Titer

@Suite struct TermSyntaxTests {
  private static func fault(_ request: TermRequest) -> QueryError? {
    do throws(QueryError) {
      _ = try TermFinder(request)
      return nil
    } catch {
      return error
    }
  }

  // The expression, the place of the fault in characters, and what is found there.
  @Test(arguments: [
    ("(ab", 3, "the end"), ("ab)", 2, "“)”"), ("a**", 2, "“*”"), ("*a", 0, "“*”"), ("a|+", 2, "“+”"),
    ("[a", 2, "the end"),
    ("[]", 1, "“]”"), ("[^]", 2, "“]”"), ("[z-a]", 3, "“a”"), ("[a-]", 3, "“]”"), ("a{2,1}", 4, "“1”"),
    ("a{", 2, "the end"),
    ("a{1001}", 2, "“1”"), ("a{99999999999999999999}", 2, "“9”"), ("日\\", 2, "the end"), ("\\d", 1, "“d”"),
    ("^a", 0, "“^”"),
    ("a{1000}{2}", 7, "“{”"), ("(a{1000}){3}", 9, "6007"), ("é]", 1, "“]”"), ("", -1, ""), ("a(|b)c", -1, ""),
    ("[\\]\\-\\^a-z]+\\.", -1, ""),
  ])
  func faultsAreLocated(expression: String, column: Int, found: String) {
    let fault = Self.fault(.regex(expression))
    #expect(fault?.column ?? -1 == column, "\(expression)")
    #expect(fault?.found ?? "" == found, "\(expression)")
  }

  @Test func sizesAreBounded() {
    for expression in [
      String(repeating: "(", count: 100_000), String(repeating: "a", count: 100_000), "((a{100}){100}){100}",
      "(((){1000}){1000}){1000}", String(repeating: "a|", count: 10_000),
    ] {
      #expect(Self.fault(.regex(expression)) != nil)
    }
    #expect(Self.fault(.wildcards(String(repeating: "#", count: 10_000))) != nil)
    #expect(Self.fault(.wildcards(String(repeating: "*", count: 10_000))) == nil)
  }

  /// Whatever is read as an expression gives a machine or a fault.
  @Test func randomExpressionsDoNoHarm() throws {
    let signs = ["a", "日", ".", "*", "+", "?", "|", "(", ")", "[", "]", "{", "}", "1", ",", "\\", "^", "-"]
    let sections = try Vocabulary(["a", "aa", "a日1", "日"]).file()
    var random = SeededGenerator(seed: 8)
    for _ in 0..<3000 {
      let expression = (0..<Int.random(in: 0...9, using: &random))
        .map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] }.joined()
      guard var finder = try? TermFinder(.regex(expression)) else { continue }
      _ = try finder.matches(in: TermDictionary(sections.file))
    }
  }
}
