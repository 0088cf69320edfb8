import Evaluation
import Testing

/// How measures are written and read.
@Suite struct MeasureNameTests {
  @Test(arguments: [
    ("nDCG@10", "ndcg_cut_10"), ("ndcg_cut.10", "ndcg_cut_10"), ("NDCG", "ndcg"), ("ndcg_10", "ndcg_cut_10"),
    ("nDCG(dcg='exp-log2')@10", "nDCG(dcg='exp-log2')@10"), ("nDCG(dcg='log2')", "ndcg"), ("AP", "map"),
    ("MAP", "map"), ("AP@10", "map_cut_10"), ("AP(rel=2)@10", "AP(rel=2)@10"), ("AP(rel=2)", "AP(rel=2)"),
    ("P@10", "P_10"), ("p_10", "P_10"), ("P(rel=2)@10", "P(rel=2)@10"), ("Precision@5", "P_5"),
    ("R@100", "recall_100"), ("Recall@100", "recall_100"), ("R(rel=2)@5", "R(rel=2)@5"), ("RR", "recip_rank"),
    ("MRR@10", "RR@10"), ("RR(rel=3)@10", "RR(rel=3)@10"), ("rprec", "Rprec"), ("Rprec(rel=2)", "Rprec(rel=2)"),
    ("Bpref", "bpref"), ("BPref(rel=2)", "Bpref(rel=2)"), ("gm_bpref", "gm_bpref"), ("gm_map", "gm_map"),
    ("GMAP(rel=2)", "GMAP(rel=2)"), ("infap", "infAP"), ("infAP(rel=2)", "infAP(rel=2)"),
    ("IPrec@0.1", "iprec_at_recall_0.10"), ("iprec_at_recall.0.1", "iprec_at_recall_0.10"),
    ("iprec_at_recall_1.00", "iprec_at_recall_1.00"), ("IPrec@0.125", "IPrec@0.125"),
    ("IPrec(rel=2)@0.5", "IPrec(rel=2)@0.5"), ("11-pt_avg", "11pt_avg"), ("IPrec11(rel=2)", "IPrec11(rel=2)"),
    ("Success@5", "success_5"), ("Success(rel=2)@5", "Success(rel=2)@5"), ("relative_P_7", "relative_P_7"),
    ("RelP(rel=2)@7", "RelP(rel=2)@7"), ("Judged@10", "Judged@10"), ("Judged", "Judged"), ("ERR@20", "ERR@20"),
    ("ERR", "ERR"), ("ERR(max_rel=2)@20", "ERR(max_rel=2)@20"), ("ERR(max_rel=4)", "ERR"), ("RBP", "RBP(p=0.8)"),
    ("RBP(p=0.95)@100", "RBP(p=0.95)@100"), ("RBP(p=0.8,rel=2)", "RBP(rel=2,p=0.8)"), ("SetP", "set_P"),
    ("SetP(rel=2)", "SetP(rel=2)"), ("SetR", "set_recall"), ("SetR(rel=2)", "SetR(rel=2)"), ("SetF", "set_F"),
    ("set_F.0.5", "SetF(beta=0.5)"), ("SetF(beta=2,rel=2)", "SetF(rel=2,beta=2)"), ("SetAP", "set_map"),
    ("SetAP(rel=2)", "SetAP(rel=2)"), ("SetRelP", "set_relative_P"), ("SetRelP(rel=2)", "SetRelP(rel=2)"),
    ("NumQ", "num_q"), ("NumRet", "num_ret"), ("NumRel", "num_rel"), ("NumRel(rel=2)", "NumRel(rel=2)"),
    ("NumRelRet", "num_rel_ret"), ("NumRet(rel=2)", "NumRelRet(rel=2)"),
    ("num_nonrel_judged_ret", "num_nonrel_judged_ret"),
    ("recall@10%", "recall@10%"), ("R@0.5%", "recall@0.5%"), ("Recall(rel=2)@7%", "recall(rel=2)@7%"),
    ("WSS@95", "WSS@95"), ("wss@0.95", "WSS@95"), ("WSS@95%", "WSS@95"), ("WSS@1", "WSS@100"), ("nWSS@85", "nWSS@85"),
    ("TNR@95", "nWSS@95"), ("work_saved@95", "work_saved@95"), ("WorkSaved@99.9", "work_saved@99.9"),
    ("NCG@10%", "NCG@10%"), ("NCG@0.1", "NCG@10%"), ("last_rel", "last_rel"), ("last_rel(rel=2)", "last_rel(rel=2)"),
  ])
  func aMeasurePrintsAsItParses(text: String, printed: String) throws {
    let measures = try Measures.named(text)
    #expect(measures.map { "\($0)" } == [printed])
    #expect(try Measures.named(printed).map { AnyHashable($0) } == measures.map { AnyHashable($0) })
  }

  @Test func sharesInPercentAreReadAgain() throws {
    for number in 1...1000 {
      let measures: [any Measure] = [
        WSS(percent: Double(number) / 10), ShareRecall(percent: 100 / Double(number) / 1.1),
        WSS(percent: 0.01 * Double(number)),
      ]
      for measure in measures {
        #expect(try Measures.named("\(measure)").map { AnyHashable($0) } == [AnyHashable(measure)], "\(measure)")
      }
      let share = Double(number) / 1000
      #expect(
        try Measures.named("WSS@\(share)").map { "\($0)" }
          == Measures.named("WSS@\(Double(number) / 10)%").map { "\($0)" })
    }
  }

  @Test func familiesAreSeveralMeasures() throws {
    func names(_ text: String) throws -> String {
      try Measures.named(text).map { "\($0)" }.joined(separator: " ")
    }
    #expect(try names("P.5,10") == "P_5 P_10")
    #expect(try names("P(rel=2)@5,10 R@5%,10%") == "P(rel=2)@5 P(rel=2)@10 recall@5% recall@10%")
    #expect(try names(" map  P_5\nRBP(rel=1, p=0.5) ") == "map P_5 RBP(rel=1,p=0.5)")
    #expect(try names("success") == "success_1 success_5 success_10")
    #expect(try names("ndcg_cut").split(separator: " ").count == 9)
    #expect(
      try names("official") == """
        num_q num_ret num_rel num_rel_ret map gm_map Rprec bpref recip_rank iprec_at_recall_0.00 iprec_at_recall_0.10 \
        iprec_at_recall_0.20 iprec_at_recall_0.30 iprec_at_recall_0.40 iprec_at_recall_0.50 iprec_at_recall_0.60 \
        iprec_at_recall_0.70 iprec_at_recall_0.80 iprec_at_recall_0.90 iprec_at_recall_1.00 P_5 P_10 P_15 P_20 P_30 \
        P_100 P_200 P_500 P_1000
        """)
    #expect(Measures.official.count == 29 && Measures.screening.count == 11)
    #expect(try Measures.named("all_trec").count == 78 && Measures.named("set").count == 9)
    #expect(try Measures.named("").isEmpty)
  }

  @Test(arguments: [
    ("ncdg_cut_10", "the name of a measure, found ncdg_cut_10; did you mean ndcg_cut?"),
    ("mapp", "the name of a measure, found mapp; did you mean map?"),
    ("Sucess@5", "the name of a measure, found Sucess; did you mean success?"),
    ("P@0", "a whole number of documents, from 1 on, found 0"),
    ("P_5,x", "a whole number of documents, from 1 on, found x"),
    ("P@-3", "a whole number of documents, from 1 on, found -3"),
    ("P@99999999999999999999", "a whole number of documents, from 1 on, found 99999999999999999999"),
    ("P@", "a whole number of documents, from 1 on, found "),
    ("P(rel=x)@5", "a whole number from 0 on as rel, found x"),
    ("P(cut=5)@5", "rel, found cut"),
    ("P(rel)@5", "parameters such as rel=2, found rel"),
    ("P(rel=2@5", "a closing parenthesis behind the parameters, found none"),
    ("AP(judged_only=True)", "rel, found judged_only; the option -J takes documents without a grade out of rankings"),
    ("bpref@5", "no number behind this measure, found 5"),
    ("num_q(rel=2)", "no parameter, found rel"),
    ("IPrec@1.5", "a recall between 0 and 1, found 1.5"),
    ("WSS", "a share, as in WSS@95%, found none"),
    ("WSS@0", "a share above 0 and up to 100%, found 0"),
    ("WSS@101", "a share above 0 and up to 100%, found 101"),
    ("RBP(p=1)", "a probability between 0 and 1 as p, found 1"),
    ("ERR(max_rel=0)", "a grade from 1 to 30 as max_rel, found 0"),
    ("SetF(beta=-1)", "a number from 0 on as beta, found -1"),
    ("nDCG(dcg='ln')", "log2 or exp-log2 as dcg, found ln"),
    ("utility", "a measure that is offered here, found one of trec_eval's others"),
    ("@", "the name of a measure, found ; did you mean P?"),
  ])
  func whatIsNoMeasureIsTold(text: String, message: String) {
    let error = #expect(throws: MeasureError.self) { try Measures.named(text) }
    #expect("\(error.map { "\($0)" } ?? "")" == "measure “\(text)”: expected \(message)")
  }
}
