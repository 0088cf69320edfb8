import ArgumentParser
import Titer

/// One setting of a sweep.
struct SweepSetting: Sendable {
  private(set) var scoring = Scoring()
  private var method: FeedbackMethod?
  private var records = 10
  private var words = 20
  private var weight: Double?

  /// The usual setting.
  init() {}

  /// The feedback of the setting.
  var feedback: Feedback? {
    method.map { Feedback(method: $0, records: records, words: words, weight: weight) }
  }

  /// The setting with another value of something.
  ///
  /// - Throws: `ValidationError` for a value that can't be.
  func with(_ name: String, _ value: String) throws -> SweepSetting {
    var other = self
    let number = Double(value)
    switch name {
    case "k1": other.scoring.k1 = try Self.check(name, number, in: 1e-3...1e3, "more than 0")
    case "b": other.scoring.b = try Self.check(name, number, in: 0...1, "from 0 to 1")
    case "title": other.scoring.title = Float(try Self.check(name, number, in: 0...1e3, "from 0 on"))
    case "abstract": other.scoring.abstract = Float(try Self.check(name, number, in: 0...1e3, "from 0 on"))
    case "keywords": other.scoring.keywords = Float(try Self.check(name, number, in: 0...1e3, "from 0 on"))
    case "feedback-records": other.records = Int(try Self.check(name, number, in: 1...1_000, "from 1 to 1000"))
    case "feedback-words": other.words = Int(try Self.check(name, number, in: 0...100, "from 0 to 100"))
    case "feedback-weight": other.weight = try Self.check(name, number, in: 0...1e3, "from 0 on")
    default:
      guard value == "none" || FeedbackMethod(rawValue: value) != nil else {
        throw ValidationError("--feedback takes none, rm3 and rocchio, found “\(value)”.")
      }
      other.method = FeedbackMethod(rawValue: value)
    }
    return other
  }

  private static func check(
    _ name: String, _ number: Double?, in range: ClosedRange<Double>, _ expected: String
  ) throws -> Double {
    try ScoringOptions.check("--\(name)", number, in: range, expected)
    return number ?? range.lowerBound
  }

  /// The value of something as it is printed; `-` for the numbers of feedback where there is none.
  func text(of name: String) -> String {
    switch name {
    case "k1": Self.text(scoring.k1)
    case "b": Self.text(scoring.b)
    case "title": Self.text(Double(scoring.title))
    case "abstract": Self.text(Double(scoring.abstract))
    case "keywords": Self.text(Double(scoring.keywords))
    case "feedback": method?.rawValue ?? "none"
    case _ where method == nil: "-"
    case "feedback-records": "\(records)"
    case "feedback-words": "\(words)"
    default: weight.map(Self.text) ?? "usual"
    }
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(Float(number))"
  }
}
