/// Texts in PubMed's syntax, and the trees that they are read as.
enum PubMedRows {
  /// All of them.
  static let all: [(text: String, tree: String)] =
    operators + texts + headings + values + filters + identifiers + wildcards + slips + strategies

  /// Operators, parentheses, and terms side by side.
  static let operators: [(text: String, tree: String)] = [
    ("lupus", #"(phrase "lupus")"#),
    ("lupus nephritis", #"(all (phrase "lupus") (phrase "nephritis"))"#),
    (#""lupus nephritis""#, #"(phrase "lupus nephritis")"#),
    ("“lupus nephritis”", #"(phrase "lupus nephritis")"#),
    ("lupus nephritis[tiab]", #"(field title,abstract (phrase "lupus nephritis"))"#),
    (
      "lupus[tiab] OR nephritis[tiab]",
      #"(any (field title,abstract (phrase "lupus")) (field title,abstract (phrase "nephritis")))"#
    ),
    ("heart attack[tw] aspirin[ti]", #"(all (phrase "heart attack") (field title (phrase "aspirin")))"#),
    ("heart attack [tw] AND aspirin [ Title ]", #"(all (phrase "heart attack") (field title (phrase "aspirin")))"#),
    (#"lupus "renal failure" biopsy"#, #"(all (phrase "lupus") (phrase "renal failure") (phrase "biopsy"))"#),
    (#""renal failure" biopsy[ti]"#, #"(all (phrase "renal failure") (field title (phrase "biopsy")))"#),
    ("lupus AND nephritis NOT mice", #"(all (phrase "lupus") (phrase "nephritis") (not (phrase "mice")))"#),
    ("lupus NOT mice AND nephritis", #"(all (phrase "lupus") (not (phrase "mice")) (phrase "nephritis"))"#),
    ("lupus OR sle AND nephritis", #"(all (any (phrase "lupus") (phrase "sle")) (phrase "nephritis"))"#),
    ("a AND b OR c AND d", #"(all (any (all (phrase "a") (phrase "b")) (phrase "c")) (phrase "d"))"#),
    ("a OR b OR c OR d", #"(any (phrase "a") (phrase "b") (phrase "c") (phrase "d"))"#),
    (
      "a OR (b AND c) OR (d OR e)",
      #"(any (phrase "a") (all (phrase "b") (phrase "c")) (any (phrase "d") (phrase "e")))"#
    ),
    ("((lupus AND nephritis)) AND biopsy", #"(all (all (phrase "lupus") (phrase "nephritis")) (phrase "biopsy"))"#),
    ("(((lupus)))", #"(phrase "lupus")"#),
    ("lupus NOT (mice OR rats)", #"(all (phrase "lupus") (not (any (phrase "mice") (phrase "rats"))))"#),
    ("lupus nephritis OR sle", #"(any (all (phrase "lupus") (phrase "nephritis")) (phrase "sle"))"#),
    ("lupus (nephritis OR kidney)", #"(all (phrase "lupus") (any (phrase "nephritis") (phrase "kidney")))"#),
    ("(lupus)(nephritis)", #"(all (phrase "lupus") (phrase "nephritis"))"#),
    ("a NOT b NOT c", #"(all (phrase "a") (not (phrase "b")) (not (phrase "c")))"#),
    ("a NOT b OR c NOT d", #"(all (any (all (phrase "a") (not (phrase "b"))) (phrase "c")) (not (phrase "d")))"#),
    ("(a NOT b) NOT c", #"(all (all (phrase "a") (not (phrase "b"))) (not (phrase "c")))"#),
  ]

  /// Words and phrases, and the fields of texts.
  static let texts: [(text: String, tree: String)] = [
    (
      "IL-6[tiab] AND TNF-α[tiab]",
      #"(all (field title,abstract (phrase "IL-6")) (field title,abstract (phrase "TNF-α")))"#
    ),
    (
      "CD19+[tiab] OR CAR-T[tiab]",
      #"(any (field title,abstract (phrase "CD19+")) (field title,abstract (phrase "CAR-T")))"#
    ),
    ("Sjögren's syndrome[ti]", #"(field title (phrase "Sjögren's syndrome"))"#),
    ("5-HT2A receptor[tiab]", #"(field title,abstract (phrase "5-HT2A receptor"))"#),
    ("p<0.05", #"(phrase "p<0.05")"#),
    ("rituximab[TITLE/ABSTRACT]", #"(field title,abstract (phrase "rituximab"))"#),
    ("rituximab[Title / Abstract]", #"(field title,abstract (phrase "rituximab"))"#),
    (
      "rituximab[ti] OR rituximab[Title]",
      #"(any (field title (phrase "rituximab")) (field title (phrase "rituximab")))"#
    ),
    (
      "rituximab[ab] OR rituximab[Abstract]",
      #"(any (field abstract (phrase "rituximab")) (field abstract (phrase "rituximab")))"#
    ),
    (
      "rituximab[tw] OR rituximab[Text Word] OR rituximab[Text Words] OR rituximab[all] OR rituximab[All Fields]",
      """
      (any (phrase "rituximab") (phrase "rituximab") (phrase "rituximab") (phrase "rituximab") (phrase \
      "rituximab"))
      """
    ),
    (
      "rituximab[ot] OR rituximab[Other Term] OR rituximab[kw]",
      """
      (any (field keywords (phrase "rituximab")) (field keywords (phrase "rituximab")) (field keywords \
      (phrase "rituximab")))
      """
    ),
  ]

  /// Headings and subheadings of MeSH.
  static let headings: [(text: String, tree: String)] = [
    (#""Lupus Nephritis"[mh]"#, #"(heading "Lupus Nephritis" exploded)"#),
    ("Lupus Nephritis[MeSH Terms]", #"(heading "Lupus Nephritis" exploded)"#),
    (#""Lupus Nephritis"[MeSH]"#, #"(heading "Lupus Nephritis" exploded)"#),
    (#""Lupus Nephritis"[MeSH Terms:exp]"#, #"(heading "Lupus Nephritis" exploded)"#),
    (#""Lupus Nephritis"[mh:noexp]"#, #"(heading "Lupus Nephritis")"#),
    (#""Lupus Nephritis"[MeSH Terms:noexp]"#, #"(heading "Lupus Nephritis")"#),
    (#""Lupus Nephritis"[majr]"#, #"(heading "Lupus Nephritis" exploded major)"#),
    (#""Lupus Nephritis"[MeSH Major Topic]"#, #"(heading "Lupus Nephritis" exploded major)"#),
    (#""Lupus Nephritis"[majr:noexp]"#, #"(heading "Lupus Nephritis" major)"#),
    ("Lupus Erythematosus, Systemic[mh]", #"(heading "Lupus Erythematosus, Systemic" exploded)"#),
    (#""Lupus Nephritis/drug therapy"[mh]"#, #"(heading "Lupus Nephritis" /"drug therapy" exploded)"#),
    ("Lupus Nephritis/dt[majr]", #"(heading "Lupus Nephritis" /"drug therapy" exploded major)"#),
    (
      #""Cyclophosphamide/administration and dosage"[Mesh:NoExp]"#,
      #"(heading "Cyclophosphamide" /"administration & dosage")"#
    ),
    (
      #""drug therapy"[sh] OR ae[sh] OR "prevention and control"[MeSH Subheading]"#,
      #"(any (heading "" /"drug therapy") (heading "" /"adverse effects") (heading "" /"prevention & control"))"#
    ),
    ("Nephr*[mh]", #"(heading "Nephr*" exploded)"#),
    ("Humans[mh]", #"(heading "Humans" exploded)"#),
  ]

  /// Authors and journals.
  static let values: [(text: String, tree: String)] = [
    ("smith ja[au]", #"(author "smith ja*")"#),
    ("smith[au]", #"(any (author "smith") (author "smith *"))"#),
    (#""smith j"[au]"#, #"(author "smith j")"#),
    ("smith j*[au]", #"(author "smith j*")"#),
    (#""smith j*"[Author]"#, #"(author "smith j*")"#),
    ("smit*[au]", #"(author "smit*")"#),
    ("van der berg j[au]", #"(author "van der berg j*")"#),
    ("de la cruz[au]", #"(any (author "de la cruz") (author "de la cruz *"))"#),
    ("o'brien jc jr[au]", #"(author "o'brien jc jr*")"#),
    (
      #"li x[au] AND (wu[au] OR "chen y"[au])"#,
      #"(all (author "li x*") (any (any (author "wu") (author "wu *")) (author "chen y")))"#
    ),
    ("sm*th[au]", #"(any (author "sm*th") (author "sm*th *"))"#),
    ("N Engl J Med[ta]", #"(journal "N Engl J Med")"#),
    (#""The Lancet"[Journal]"#, #"(journal "The Lancet")"#),
    (
      #""Ann Rheum Dis"[jour] OR 0140-6736[is] OR BMJ*[so]"#,
      #"(any (journal "Ann Rheum Dis") (journal "0140-6736") (journal "BMJ*"))"#
    ),
  ]

  /// Dates, types and languages.
  static let filters: [(text: String, tree: String)] = [
    ("2020[dp]", "(filter years 2020-2020)"),
    ("2015:2020[dp]", "(filter years 2015-2020)"),
    ("2015 : 2020[pdat]", "(filter years 2015-2020)"),
    ("2015/01/01:2020/12/31[dp]", "(filter years 2015-2020)"),
    (#"("2010"[Date - Publication] : "2020"[Date - Publication])"#, "(filter years 2010-2020)"),
    (#""2015/01/01"[Date - Publication] : "3000"[Date - Publication]"#, "(filter years 2015-9999)"),
    (#""2015":"2020"[dp]"#, "(filter years 2015-2020)"),
    ("2015[dp]:2020[dp]", "(filter years 2015-2020)"),
    ("2019:present[dp]", "(filter years 2019-9999)"),
    ("2019/06[dp]", "(filter years 2019-2019)"),
    ("2019/06/15:2020/03[dp]", "(filter years 2019-2020)"),
    ("0001/01/01:2000[dp]", "(filter years 1-2000)"),
    ("1990:3000/12/31[Publication Date]", "(filter years 1990-9999)"),
    ("lupus[ti] AND 2015:3000[dp]", #"(all (field title (phrase "lupus")) (filter years 2015-9999))"#),
    ("Clinical Trial[pt]", #"(filter types "Clinical Trial")"#),
    (#""randomized controlled trial"[Publication Type]"#, #"(filter types "randomized controlled trial")"#),
    ("english[la]", #"(filter languages "english" "eng" "en")"#),
    (
      "(English[lang] OR fre[Language] OR Catalan[la])",
      """
      (any (filter languages "english" "eng" "en") (filter languages "fre" "french" "fra" "fr") (filter \
      languages "catalan"))
      """
    ),
  ]

  /// Identifiers of records.
  static let identifiers: [(text: String, tree: String)] = [
    ("12345678[pmid] OR 23456789[uid]", #"(any (identifier "12345678") (identifier "23456789"))"#),
    ("10.1056/NEJMoa1111111[doi]", #"(identifier "10.1056/NEJMoa1111111")"#),
    (#""S0140-6736(20)30183-5"[aid]"#, #"(identifier "S0140-6736(20)30183-5")"#),
    ("PMC1234567[pmcid] OR 7654321[pmc]", #"(any (identifier "PMC1234567") (identifier "PMC7654321"))"#),
    (#""10.1016/j.kint.2020.*"[Location ID]"#, #"(identifier "10.1016/j.kint.2020.*")"#),
  ]

  /// Proximity and truncation.
  static let wildcards: [(text: String, tree: String)] = [
    (#""hip pain"[tiab:~2]"#, #"(field title,abstract (near 2 (phrase "hip") (phrase "pain")))"#),
    (
      #""lupus nephritis relapse"[Title:~0]"#,
      #"(field title (near 0 (phrase "lupus") (phrase "nephritis") (phrase "relapse")))"#
    ),
    (#""nephr* lupus"[Title/Abstract:~5]"#, #"(field title,abstract (near 5 (pattern "nephr*") (phrase "lupus")))"#),
    ("hip pain[ti:~3]", #"(field title (near 3 (phrase "hip") (phrase "pain")))"#),
    ("nephr*[tiab]", #"(field title,abstract (pattern "nephr*"))"#),
    (#""nephr* lupus"[ti]"#, #"(field title (pattern "nephr* lupus"))"#),
    ("lupus nephr*[tiab]", #"(field title,abstract (pattern "lupus nephr*"))"#),
    ("lupus nephr*", #"(all (phrase "lupus") (pattern "nephr*"))"#),
    ("neph*", #"(pattern "neph*")"#),
    ("ne*[ti]", #"(field title (pattern "ne*"))"#),
    ("*itis[tiab]", #"(field title,abstract (pattern "*itis"))"#),
    ("colo*r", #"(pattern "colo*r")"#),
    ("nephr**", #"(pattern "nephr**")"#),
  ]

  /// Lines, operators in lower case, signs, and copied text.
  static let slips: [(text: String, tree: String)] = [
    ("#1", "(line 1)"),
    ("#1 AND #2", "(all (line 1) (line 2))"),
    ("#3 NOT (#1 OR #2)", "(all (line 3) (not (any (line 1) (line 2))))"),
    ("#1 #2 lupus", #"(all (line 1) (line 2) (phrase "lupus"))"#),
    ("lupus and nephritis", #"(all (phrase "lupus") (phrase "nephritis"))"#),
    ("lupus or sle not mice", #"(all (any (phrase "lupus") (phrase "sle")) (not (phrase "mice")))"#),
    ("Lupus And Nephritis[ti]", #"(all (phrase "Lupus") (field title (phrase "Nephritis")))"#),
    (#""lupus and nephritis"[ti]"#, #"(field title (phrase "lupus and nephritis"))"#),
    (#""smith AND wesson""#, #"(phrase "smith AND wesson")"#),
    ("ratio 2:1[tiab]", #"(field title,abstract (phrase "ratio 2:1"))"#),
    ("IL:6 assay", #"(all (phrase "IL:6") (phrase "assay"))"#),
    ("lupus: a review[ti]", #"(field title (phrase "lupus: a review"))"#),
    ("lupus nephritis; a, b", #"(all (phrase "lupus") (phrase "nephritis;") (phrase "a,") (phrase "b"))"#),
    ("poly(ADP-ribose)", #"(all (phrase "poly") (phrase "ADP-ribose"))"#),
    ("lupus\tAND\r\n\u{A0}nephritis\u{200B}", #"(all (phrase "lupus") (phrase "nephritis"))"#),
    (#""[18F]FDG"[tiab]"#, #"(field title,abstract (phrase "[18F]FDG"))"#),
    (#""hasabstract""#, #"(phrase "hasabstract")"#),
    (#""adj3"[tiab]"#, #"(field title,abstract (phrase "adj3"))"#),
    ("hashtag #lupus", ##"(all (phrase "hashtag") (phrase "#lupus"))"##),
    ("C# language[ti]", #"(field title (phrase "C# language"))"#),
    ("what?[ti]", #"(field title (phrase "what?"))"#),
    ("狼疮性肾炎[tiab]", #"(field title,abstract (phrase "狼疮性肾炎"))"#),
    ("🧬 lupus[tiab]", #"(field title,abstract (phrase "🧬 lupus"))"#),
    (
      #""lupus[tiab] AND nephritis[tiab]""#,
      #"(all (field title,abstract (phrase "lupus")) (field title,abstract (phrase "nephritis")))"#
    ),
    (
      #""lupus[tiab] AND ""lupus nephritis""[mh]""#,
      #"(all (field title,abstract (phrase "lupus")) (heading "lupus nephritis" exploded))"#
    ),
    (
      #""""lupus nephritis""[mh] OR sle[ti]""#,
      #"(any (heading "lupus nephritis" exploded) (field title (phrase "sle")))"#
    ),
    (#"("lupus[ti]")"#, #"(phrase "lupus[ti]")"#),
    (#""lupus" OR "sle""#, #"(any (phrase "lupus") (phrase "sle"))"#),
  ]
}
