/// A search for trials on lupus nephritis.
let ovidNephritis: [(text: String, tree: String)] = [
  ("exp Lupus Erythematosus, Systemic/", #"(heading "Lupus Erythematosus, Systemic" exploded)"#),
  ("Lupus Nephritis/", #"(heading "Lupus Nephritis")"#),
  (
    "(lupus adj2 (nephritis or nephropath$ or glomerulonephritis)).tw.",
    """
    (field title,abstract (near 1 (phrase "lupus") (any (phrase "nephritis") (pattern "nephropath*") \
    (phrase "glomerulonephritis"))))
    """
  ),
  ("(systemic adj3 lupus).ti,ab.", #"(field title,abstract (near 2 (phrase "systemic") (phrase "lupus")))"#),
  ("sle.tw.", #"(field title,abstract (phrase "sle"))"#),
  ("or/1-5", "(any (line 1) (line 2) (line 3) (line 4) (line 5))"),
  ("exp Immunosuppressive Agents/", #"(heading "Immunosuppressive Agents" exploded)"#),
  (
    "Mycophenolic Acid/ad, ae, tu",
    """
    (any (heading "Mycophenolic Acid" /"administration & dosage") (heading "Mycophenolic Acid" \
    /"adverse effects") (heading "Mycophenolic Acid" /"therapeutic use"))
    """
  ),
  (
    "(mycophenolate$ or cellcept or myfortic).mp.",
    #"(any (pattern "mycophenolate*") (phrase "cellcept") (phrase "myfortic"))"#
  ),
  ("Cyclophosphamide/tu [Therapeutic Use]", #"(heading "Cyclophosphamide" /"therapeutic use")"#),
  ("cyclophosphamid$.tw.", #"(field title,abstract (pattern "cyclophosphamid*"))"#),
  ("or/7-11", "(any (line 7) (line 8) (line 9) (line 10) (line 11))"),
  ("randomized controlled trial.pt.", #"(filter types "randomized controlled trial")"#),
  ("controlled clinical trial.pt.", #"(filter types "controlled clinical trial")"#),
  ("randomi?ed.ab.", #"(field abstract (pattern "randomi?ed"))"#),
  ("placebo.ab.", #"(field abstract (phrase "placebo"))"#),
  ("drug therapy.fs.", #"(heading "" /"drug therapy")"#),
  (
    "(randomly or trial or groups).ab.",
    #"(field abstract (any (phrase "randomly") (phrase "trial") (phrase "groups")))"#
  ),
  ("exp animals/ not humans.sh.", #"(all (heading "animals" exploded) (not (heading "humans")))"#),
  ("(or/13-18) not 19", "(all (any (line 13) (line 14) (line 15) (line 16) (line 17) (line 18)) (not (line 19)))"),
  ("6 and 12 and 20", "(all (line 6) (line 12) (line 20))"),
  (
    #"limit 21 to (english language and yr="1995 -Current")"#,
    #"(all (line 21) (filter languages "english" "eng" "en") (filter years 1995-9999))"#
  ),
]

/// A search for trials on cells with chimeric antigen receptors.
let ovidReceptors: [(text: String, tree: String)] = [
  ("exp *Antigens, CD19/", #"(heading "Antigens, CD19" exploded major)"#),
  (#"(CD19 or "CD 19" or CD19+).ti,ab,kw."#, #"(any (phrase "CD19") (phrase "CD 19") (phrase "CD19+"))"#),
  ("Receptors, Chimeric Antigen/", #"(heading "Receptors, Chimeric Antigen")"#),
  (
    "(chimeric adj2 antigen adj2 receptor?).tw.",
    #"(field title,abstract (near 1 (near 1 (phrase "chimeric") (phrase "antigen")) (pattern "receptor?")))"#
  ),
  (#"(CAR-T or "CAR T" or CART).ti."#, #"(field title (any (phrase "CAR-T") (phrase "CAR T") (phrase "CART")))"#),
  ("1 or 2 or 3 or 4 or 5", "(any (line 1) (line 2) (line 3) (line 4) (line 5))"),
  (
    "exp Autoimmune Diseases/dt, im, th",
    """
    (any (heading "Autoimmune Diseases" /"drug therapy" exploded) (heading "Autoimmune Diseases" \
    /"immunology" exploded) (heading "Autoimmune Diseases" /"therapy" exploded))
    """
  ),
  ("autoimmun*.ti,ab,kf.", #"(pattern "autoimmun*")"#),
  (
    #"("rheumatoid arthritis" or myositis or scleroderma).tw."#,
    #"(field title,abstract (any (phrase "rheumatoid arthritis") (phrase "myositis") (phrase "scleroderma")))"#
  ),
  ("or/7-9", "(any (line 7) (line 8) (line 9))"),
  ("clinical trials as topic.sh.", #"(heading "clinical trials as topic")"#),
  (
    "((singl$ or doubl$ or tripl$) adj25 (blind$ or mask$)).ti,ab.",
    """
    (field title,abstract (near 24 (any (pattern "singl*") (pattern "doubl*") (pattern "tripl*")) (any \
    (pattern "blind*") (pattern "mask*"))))
    """
  ),
  ("(crossover or cross-over).tw.", #"(field title,abstract (any (phrase "crossover") (phrase "cross-over")))"#),
  ("trial.ti.", #"(field title (phrase "trial"))"#),
  (
    "(clinical trial, phase i or clinical trial, phase ii).pt.",
    #"(filter types "clinical trial, phase i" "clinical trial, phase ii")"#
  ),
  ("or/11-15", "(any (line 11) (line 12) (line 13) (line 14) (line 15))"),
  (
    "(animals not (humans and animals)).sh.",
    #"(all (heading "animals") (not (all (heading "humans") (heading "animals"))))"#
  ),
  ("16 not 17", "(all (line 16) (not (line 17)))"),
  ("and/6,10,18", "(all (line 6) (line 10) (line 18))"),
  (
    #"("case report$" or letter or editorial).ti. or case reports.pt."#,
    """
    (any (field title (any (pattern "case report*") (phrase "letter") (phrase "editorial"))) (filter \
    types "case reports"))
    """
  ),
  ("19 not 20", "(all (line 19) (not (line 20)))"),
  (#"limit 21 to yr="2015-2024""#, "(all (line 21) (filter years 2015-2024))"),
]
