extension PubMedRows {
  /// Whole strategies as they are found in the methods of reviews.
  static let strategies: [(text: String, tree: String)] = [
    (
      """
      ("Lupus Nephritis"[mh] OR "lupus nephritis"[tiab] OR "lupus glomerulonephriti*"[tiab]
        OR (lupus[tiab] AND (renal[tiab] OR kidney*[tiab])))
      AND ("Mycophenolic Acid"[mh] OR mycophenolate[tiab] OR "Cyclophosphamide/therapeutic use"[mh])
      AND (randomized controlled trial[pt] OR randomi*[tiab] OR placebo[tiab])
      NOT (animals[mh] NOT humans[mh])
      """,
      """
      (all (any (heading "Lupus Nephritis" exploded) (field title,abstract (phrase "lupus nephritis")) (field \
      title,abstract (pattern "lupus glomerulonephriti*")) (all (field title,abstract (phrase "lupus")) (any \
      (field title,abstract (phrase "renal")) (field title,abstract (pattern "kidney*"))))) (any (heading \
      "Mycophenolic Acid" exploded) (field title,abstract (phrase "mycophenolate")) (heading \
      "Cyclophosphamide" /"therapeutic use" exploded)) (any (filter types "randomized controlled trial") \
      (field title,abstract (pattern "randomi*")) (field title,abstract (phrase "placebo"))) (not (all \
      (heading "animals" exploded) (not (heading "humans" exploded)))))
      """
    ),
    (
      """
      (“Receptors, Chimeric Antigen”[MeSH Terms] OR “CAR T”[Title/Abstract] OR CAR-T[Title/Abstract])
      AND (myositis[Title/Abstract] OR “systemic sclerosis”[Title/Abstract])
      AND (“2019/01/01”[Date - Publication] : “3000”[Date - Publication])
      AND english[Language]
      """,
      """
      (all (any (heading "Receptors, Chimeric Antigen" exploded) (field title,abstract (phrase "CAR T")) \
      (field title,abstract (phrase "CAR-T"))) (any (field title,abstract (phrase "myositis")) (field \
      title,abstract (phrase "systemic sclerosis"))) (filter years 2019-9999) (filter languages "english" \
      "eng" "en"))
      """
    ),
    (
      """
      #1 AND #2 AND (#3 OR "cohort studies"[mh:noexp] OR cohort[ti])
      NOT (letter[pt] OR editorial[pt] OR case reports[pt])
      """,
      """
      (all (line 1) (line 2) (any (line 3) (heading "cohort studies") (field title (phrase "cohort"))) (not \
      (any (filter types "letter") (filter types "editorial") (filter types "case reports"))))
      """
    ),
    (
      """
      ("Hip Fractures/surgery"[majr] OR "fracture hip"[tiab:~3] OR "femoral neck fracture*"[tiab])
      AND (nurs*[ti] OR "Nursing Care"[mh] OR "nursing"[sh])
      AND 2012/01/01:2022/12/31[dp] AND (english[la] OR german[la])
      """,
      """
      (all (any (heading "Hip Fractures" /"surgery" exploded major) (field title,abstract (near 3 (phrase \
      "fracture") (phrase "hip"))) (field title,abstract (pattern "femoral neck fracture*"))) (any (field \
      title (pattern "nurs*")) (heading "Nursing Care" exploded) (heading "" /"nursing")) (filter years \
      2012-2022) (any (filter languages "english" "eng" "en") (filter languages "german" "ger" "deu" "de")))
      """
    ),
    (
      """
      (telemedicine[mh] OR telehealth[tw] OR "remote monitoring"[tw] OR e-health[ot])
      \tAND ("Diabetes Mellitus, Type 2"[mh] OR (type[tiab] AND "2"[tiab] AND diabet*[tiab]) OR T2DM[tiab])
      \tAND (Lancet[ta] OR "BMJ"[jour] OR 1533-4406[is])
      \tNOT smith ja[au]
      """,
      """
      (all (any (heading "telemedicine" exploded) (phrase "telehealth") (phrase "remote monitoring") (field \
      keywords (phrase "e-health"))) (any (heading "Diabetes Mellitus, Type 2" exploded) (all (field \
      title,abstract (phrase "type")) (field title,abstract (phrase "2")) (field title,abstract (pattern \
      "diabet*"))) (field title,abstract (phrase "T2DM"))) (any (journal "Lancet") (journal "BMJ") (journal \
      "1533-4406")) (not (author "smith ja*")))
      """
    ),
    (
      """
      diagnos*[tiab] AND (sensitivity[tiab] OR specificity[tiab] OR "roc curve"[mh])
      AND (troponin I[tiab] OR hs-cTnI[tiab] OR "Troponin I/blood"[mh])
      NOT (review[pt] OR 12345678[pmid] OR 10.1000/xyz.2019.05.001[doi])
      """,
      """
      (all (field title,abstract (pattern "diagnos*")) (any (field title,abstract (phrase "sensitivity")) \
      (field title,abstract (phrase "specificity")) (heading "roc curve" exploded)) (any (field \
      title,abstract (phrase "troponin I")) (field title,abstract (phrase "hs-cTnI")) (heading "Troponin I" \
      /"blood" exploded)) (not (any (filter types "review") (identifier "12345678") (identifier \
      "10.1000/xyz.2019.05.001"))))
      """
    ),
    (
      """
      (anxiety OR depression) school children
      AND ("cognitive behavioral therapy"[mh] OR CBT[tiab] or mindfulness[ti])
      """,
      """
      (all (any (phrase "anxiety") (phrase "depression")) (phrase "school") (phrase "children") (any (heading \
      "cognitive behavioral therapy" exploded) (field title,abstract (phrase "CBT")) (field title (phrase \
      "mindfulness"))))
      """
    ),
  ]
}
