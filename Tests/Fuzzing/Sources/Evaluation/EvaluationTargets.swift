import Evaluation

extension Target {
  /// Judgements, runs, and names of measures.
  static let evaluation = [
    Target(name: "qrels", run: readJudgements),
    Target(name: "run", run: readRun),
    Target(name: "measures", run: readMeasures),
  ]
}

private let run = Run(tag: "t", scores: ["1": ["d1": 3, "d2": 2, "d3": 2], "2": ["d1": 1]])
private let qrels = Qrels(grades: ["1": ["d1": 2, "d2": 0, "d9": 1], "2": ["d1": -1], "3": ["d1": 1]])
private let measures = Measures.official + Measures.screening

/// Reads judgements, and measures a run under them.
private func readJudgements(_ bytes: [UInt8]) {
  do throws(TRECError) {
    let qrels = try Qrels(utf8: bytes)
    demand(qrels.topics.allSatisfy { !qrels.judgements(of: $0).isEmpty }, "a topic has judgements")
    isMeasured(run, under: qrels, by: measures)
  } catch {
    demand(error.line >= 0 && !error.description.isEmpty, "an error has a line: \(error)")
  }
}

/// Reads a run, writes and reads it again, and measures it.
private func readRun(_ bytes: [UInt8]) {
  do throws(TRECError) {
    let run = try Run(utf8: bytes)
    isMeasured(run, under: qrels, by: measures)
    if (try? UTF8Span(validating: bytes.span)) != nil { comesBack(run) }
  } catch {
    demand(error.line >= 0 && !error.description.isEmpty, "an error has a line: \(error)")
  }
}

/// A run that is written is read as the same, as far as the order goes; names that are no UTF-8 may be one when they are mended.
///
/// A first topic that begins with a byte order mark loses it, as the first of a file does.
private func comesBack(_ run: Run) {
  if run.text.unicodeScalars.first == "\u{FEFF}" { return }
  let back = demandNoError("what is written is read: \(run.text)") { () throws(TRECError) in try Run(run.text) }
  demand(back.topics == run.topics, "topics come back: \(run.text)")
  for topic in run.topics {
    demand(back.ranking(of: topic) == run.ranking(of: topic), "the order of \(topic) comes back: \(run.text)")
  }
}

/// Reads names of measures, which are read as they are printed.
private func readMeasures(_ bytes: [UInt8]) {
  do throws(MeasureError) {
    let measures = try Measures.named(String(decoding: bytes, as: UTF8.self))
    for measure in measures {
      let back = demandNoError("“\(measure)” is a name") { () throws(MeasureError) in
        try Measures.named("\(measure)")
      }
      demand(back.map { "\($0)" } == ["\(measure)"], "a name is read as it is printed: \(measure), \(back)")
    }
    isMeasured(run, under: qrels, by: measures)
  } catch {
    demand(!error.description.isEmpty, "an error has words")
  }
}

private func isMeasured(_ run: Run, under qrels: Qrels, by measures: [any Measure]) {
  let evaluation = Evaluation(of: run, under: qrels, by: measures)
  demand(evaluation.aggregates.count == measures.count, "each measure has a figure")
  demand(evaluation.figures.joined().allSatisfy { !$0.isNaN }, "a figure is a number: \(evaluation.figures)")
}
