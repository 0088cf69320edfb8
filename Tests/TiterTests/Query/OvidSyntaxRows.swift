/// Words, quotes, and wildcards.
let ovidWords: [(text: String, tree: String)] = [
  ("lupus", #"(phrase "lupus")"#),
  ("  lupus   nephritis  ", #"(phrase "lupus nephritis")"#),
  (#""lupus nephritis""#, #"(phrase "lupus nephritis")"#),
  ("“lupus nephritis”", #"(phrase "lupus nephritis")"#),
  ("IL-6", #"(phrase "IL-6")"#),
  ("Alzheimer's disease", #"(phrase "Alzheimer's disease")"#),
  ("TGF-β1", #"(phrase "TGF-β1")"#),
  ("CD19+ B cells", #"(phrase "CD19+ B cells")"#),
  ("type 2 diabetes", #"(phrase "type 2 diabetes")"#),
  ("St. John's wort", #"(phrase "St. John's wort")"#),
  ("U.S. veterans", #"(phrase "U.S. veterans")"#),
  ("2.5 mg", #"(phrase "2.5 mg")"#),
  ("24/7 care", #"(phrase "24/7 care")"#),
  (#""HIV/AIDS""#, #"(phrase "HIV/AIDS")"#),
  (#""and/or""#, #"(phrase "and/or")"#),
  (#""risk or benefit""#, #"(phrase "risk or benefit")"#),
  (#""quality of life" questionnaire*"#, #"(pattern "quality of life questionnaire*")"#),
  ("near drowning", #"(phrase "near drowning")"#),
  ("adjuvant chemotherapy", #"(phrase "adjuvant chemotherapy")"#),
  ("notch signalling", #"(phrase "notch signalling")"#),
  ("limit of detection", #"(phrase "limit of detection")"#),
  ("exp", #"(phrase "exp")"#),
  ("use of statins", #"(phrase "use of statins")"#),
  ("nephr*", #"(pattern "nephr*")"#),
  ("nephr$", #"(pattern "nephr*")"#),
  ("child$3", #"(pattern "child???")"#),
  ("child*1", #"(pattern "child?")"#),
  ("wom#n", #"(pattern "wom#n")"#),
  ("randomi?ed", #"(pattern "randomi?ed")"#),
  ("$globulin", #"(pattern "*globulin")"#),
  (#""nephr* lupus""#, #"(pattern "nephr* lupus")"#),
  ("lupus nephr*", #"(pattern "lupus nephr*")"#),
  ("random:", #"(pattern "random*")"#),
  (#""random:""#, #"(phrase "random:")"#),
]

/// Operators and parentheses.
let ovidOperators: [(text: String, tree: String)] = [
  ("lupus and nephritis", #"(all (phrase "lupus") (phrase "nephritis"))"#),
  ("LUPUS AND NEPHRITIS OR KIDNEY", #"(any (all (phrase "LUPUS") (phrase "NEPHRITIS")) (phrase "KIDNEY"))"#),
  ("lupus not mice", #"(all (phrase "lupus") (not (phrase "mice")))"#),
  ("lupus or sle and nephritis", #"(all (any (phrase "lupus") (phrase "sle")) (phrase "nephritis"))"#),
  ("lupus or (sle and nephritis)", #"(any (phrase "lupus") (all (phrase "sle") (phrase "nephritis")))"#),
  (
    "lupus and sle not mice and kidney",
    #"(all (phrase "lupus") (phrase "sle") (not (phrase "mice")) (phrase "kidney"))"#
  ),
  ("lupus not mice not rats", #"(all (phrase "lupus") (not (phrase "mice")) (not (phrase "rats")))"#),
  ("lupus not (mice or rats)", #"(all (phrase "lupus") (not (any (phrase "mice") (phrase "rats"))))"#),
  ("(lupus and sle) and nephritis", #"(all (all (phrase "lupus") (phrase "sle")) (phrase "nephritis"))"#),
  ("((lupus))", #"(phrase "lupus")"#),
  (
    "lupus or sle or nephritis or kidney",
    #"(any (phrase "lupus") (phrase "sle") (phrase "nephritis") (phrase "kidney"))"#
  ),
  ("(lupus)and(nephritis)", #"(all (phrase "lupus") (phrase "nephritis"))"#),
  ("lupus adj nephritis", #"(before 0 (phrase "lupus") (phrase "nephritis"))"#),
  ("lupus adj1 nephritis", #"(before 0 (phrase "lupus") (phrase "nephritis"))"#),
  ("lupus ADJ99 nephritis", #"(near 98 (phrase "lupus") (phrase "nephritis"))"#),
  ("lupus adj3 nephritis adj2 kidney", #"(near 1 (near 2 (phrase "lupus") (phrase "nephritis")) (phrase "kidney"))"#),
  ("lupus adj3 nephritis adj3 kidney", #"(near 2 (near 2 (phrase "lupus") (phrase "nephritis")) (phrase "kidney"))"#),
  ("lupus adj nephritis adj kidney", #"(before 0 (phrase "lupus") (phrase "nephritis") (phrase "kidney"))"#),
  ("lupus adj nephritis adj3 kidney", #"(near 2 (before 0 (phrase "lupus") (phrase "nephritis")) (phrase "kidney"))"#),
  (
    "(lupus adj nephritis) adj kidney",
    #"(before 0 (before 0 (phrase "lupus") (phrase "nephritis")) (phrase "kidney"))"#
  ),
  (
    "lupus adj3 (nephritis or nephropath*)",
    #"(near 2 (phrase "lupus") (any (phrase "nephritis") (pattern "nephropath*")))"#
  ),
  (
    #"(lupus adj2 kidney) adj5 "end stage""#,
    #"(near 4 (near 1 (phrase "lupus") (phrase "kidney")) (phrase "end stage"))"#
  ),
  (
    "sle or lupus adj3 nephritis and kidney",
    #"(all (any (phrase "sle") (near 2 (phrase "lupus") (phrase "nephritis"))) (phrase "kidney"))"#
  ),
]

/// Headings.
let ovidHeadings: [(text: String, tree: String)] = [
  ("Lupus Nephritis/", #"(heading "Lupus Nephritis")"#),
  ("exp Lupus Nephritis/", #"(heading "Lupus Nephritis" exploded)"#),
  ("*Lupus Nephritis/", #"(heading "Lupus Nephritis" major)"#),
  ("exp *Lupus Nephritis/", #"(heading "Lupus Nephritis" exploded major)"#),
  ("EXP Lupus Erythematosus, Systemic/", #"(heading "Lupus Erythematosus, Systemic" exploded)"#),
  (#""Wounds and Injuries"/"#, #"(heading "Wounds and Injuries")"#),
  (#"exp "Head and Neck Neoplasms"/"#, #"(heading "Head and Neck Neoplasms" exploded)"#),
  ("exp Head and Neck Neoplasms/", #"(heading "Head and Neck Neoplasms" exploded)"#),
  (#"*"Head and Neck Neoplasms"/"#, #"(heading "Head and Neck Neoplasms" major)"#),
  ("Head and Neck Neoplasms/", #"(all (phrase "Head") (heading "Neck Neoplasms"))"#),
  ("Parkinson's Disease/", #"(heading "Parkinson's Disease")"#),
  ("Lupus Nephritis/dt", #"(heading "Lupus Nephritis" /"drug therapy")"#),
  ("Lupus Nephritis/dt [Drug Therapy]", #"(heading "Lupus Nephritis" /"drug therapy")"#),
  (
    "Lupus Nephritis/dt, th",
    #"(any (heading "Lupus Nephritis" /"drug therapy") (heading "Lupus Nephritis" /"therapy"))"#
  ),
  (
    "Lupus Nephritis/dt, th [Drug Therapy, Therapy]",
    #"(any (heading "Lupus Nephritis" /"drug therapy") (heading "Lupus Nephritis" /"therapy"))"#
  ),
  (
    "exp *Lupus Nephritis/dt [Drug Therapy], pc [Prevention & Control]",
    """
    (any (heading "Lupus Nephritis" /"drug therapy" exploded major) (heading "Lupus Nephritis" \
    /"prevention & control" exploded major))
    """
  ),
  ("*5-Methylcytosine/", #"(heading "5-Methylcytosine" major)"#),
  ("Receptors, Interleukin-6/ai", #"(heading "Receptors, Interleukin-6" /"antagonists & inhibitors")"#),
  ("Ca(2+) Mg(2+)-ATPase/", #"(heading "Ca(2+) Mg(2+)-ATPase")"#),
  ("Hepatitis B (chronic) /", #"(heading "Hepatitis B (chronic)")"#),
  ("exp animals/ not humans/", #"(all (heading "animals" exploded) (not (heading "humans")))"#),
  ("exp animals/ not humans.sh.", #"(all (heading "animals" exploded) (not (heading "humans")))"#),
  ("exp Animals/not Humans/", #"(all (heading "Animals" exploded) (not (heading "Humans")))"#),
]

/// Lines and limits.
let ovidLines: [(text: String, tree: String)] = [
  ("or/1-5", "(any (line 1) (line 2) (line 3) (line 4) (line 5))"),
  ("and/1,3,5-7", "(all (line 1) (line 3) (line 5) (line 6) (line 7))"),
  ("or/1-3,7", "(any (line 1) (line 2) (line 3) (line 7))"),
  ("OR/4", "(line 4)"),
  ("or/ 1 - 2 , 4", "(any (line 1) (line 2) (line 4))"),
  ("1 and 2", "(all (line 1) (line 2))"),
  ("3 not 4", "(all (line 3) (not (line 4)))"),
  ("(1 or 2) and 3", "(all (any (line 1) (line 2)) (line 3))"),
  ("#1 or #2", "(any (line 1) (line 2))"),
  ("2020", "(line 2020)"),
  ("or/1-2 and exp Lupus Nephritis/", #"(all (any (line 1) (line 2)) (heading "Lupus Nephritis" exploded))"#),
  (#"limit 12 to yr="2015-2020""#, "(all (line 12) (filter years 2015-2020))"),
  (#"limit 12 to yr="2015 -Current""#, "(all (line 12) (filter years 2015-9999))"),
  ("limit 12 to yr=1990", "(all (line 12) (filter years 1990-1990))"),
  ("limit 12 to yr=“-2010”", "(all (line 12) (filter years 1-2010))"),
  ("limit 3 to english language", #"(all (line 3) (filter languages "english" "eng" "en"))"#),
  ("limit 3 to English", #"(all (line 3) (filter languages "english" "eng" "en"))"#),
  (
    "limit 3 to (english language and humans)",
    #"(all (line 3) (filter languages "english" "eng" "en") (heading "Humans"))"#
  ),
  (
    #"limit 3 to english language and yr="2000 - 2010""#,
    #"(all (line 3) (filter languages "english" "eng" "en") (filter years 2000-2010))"#
  ),
  (
    #"limit 4 to (yr="2010-2020" and randomized controlled trial)"#,
    #"(all (line 4) (filter years 2010-2020) (filter types "Randomized Controlled Trial"))"#
  ),
  (
    "Limit 7 to (meta analysis or systematic review)",
    #"(all (line 7) (filter types "Meta-Analysis" "Systematic Review"))"#
  ),
  (
    "limit 8 to (english or french)",
    #"(all (line 8) (filter languages "english" "eng" "en" "french" "fre" "fra" "fr"))"#
  ),
  ("limit 9 to clinical trial, phase iii", #"(all (line 9) (filter types "Clinical Trial, Phase III"))"#),
  (#"limit 9 to ("review articles" and animals)"#, #"(all (line 9) (filter types "Review") (heading "Animals"))"#),
]
