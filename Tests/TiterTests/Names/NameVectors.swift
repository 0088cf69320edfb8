/// How names are written, and which of the other ways to write them find them: a table, by rule.
struct NameVector: Sendable {
  var text: String
  /// Phrases that find the text.
  var match: [String]
  /// Phrases that must not.
  var no: [String] = []
}

extension NameVector {
  /// Parts of a name with dashes, spaces or nothing between them.
  static let compounds: [NameVector] = [
    NameVector(
      text: "interleukin IL-10 levels", match: ["IL10", "IL 10", "il-10", "IL‑10"], no: ["IL-1", "IL-100", "10 IL"]),
    NameVector(text: "IL10 promoter", match: ["IL-10", "IL 10", "IL–10 promoter"], no: ["IL-1", "IL-101"]),
    NameVector(text: "a GLP-1 agonist", match: ["GLP1", "GLP 1", "glp-1 agonist"], no: ["GLP-2", "GLP-10", "GLP-11"]),
    NameVector(text: "GLP1 receptor", match: ["GLP-1 receptor", "GLP 1 receptor"], no: ["GLP-1R"]),
    NameVector(
      text: "miR-155 in plasma", match: ["miR155", "mir 155", "miR-155 in plasma"], no: ["miR-15", "miR-1555"]),
    NameVector(text: "HIV-1 infection", match: ["HIV1", "HIV 1", "HIV", "hiv-1 infection"], no: ["HIV-2", "HIV-11"]),
    NameVector(
      text: "CDK4 inhibitors", match: ["CDK-4 inhibitor", "CDK 4 inhibitors", "cdk4"], no: ["CDK6", "CDK-44"]),
    NameVector(text: "Bcl-2 family", match: ["Bcl2", "BCL2 family", "bcl 2"], no: ["Bcl-20", "Bcl-6"]),
    NameVector(text: "CTLA-4 blockade", match: ["CTLA4", "CTLA 4 blockade"], no: ["CTLA-40"]),
    NameVector(
      text: "omega-3 fatty acids", match: ["omega 3", "omega3 fatty acid", "ω-3 fatty acids", "n-3 fatty acids"],
      no: ["omega-6"]),
    NameVector(
      text: "vitamin B 12 deficiency", match: ["vitamin B12", "B12 deficiency", "vitamin B-12"], no: ["vitamin B1"]),
    NameVector(text: "vitamin B12", match: ["vitamin B 12", "vitamin B-12"], no: ["vitamin B 1", "vitamin D"]),
    NameVector(text: "n-3 PUFA intake", match: ["omega-3 PUFA", "ω-3", "n-3 PUFAs"], no: ["omega-6", "n-6"]),
    NameVector(text: "COX-2 selective", match: ["COX2", "COX 2 selective"], no: ["COX-1", "COX-20"]),
    NameVector(
      text: "PD-L1 expression", match: ["PDL1", "PD L1", "PDL-1", "pd-l1 expression"], no: ["PD-1", "PD-L2"]),
    NameVector(text: "HbA1c below 7", match: ["HbA1c", "hba1c", "Hb A1c", "HbA1C below 7"], no: ["A1c", "HbA1"]),
    NameVector(text: "CYP2D6 and IgG4", match: ["CYP 2D6", "CYP-2D6", "IgG 4"], no: ["CYP 2D", "IgG 1", "CYP 3A4"]),
    NameVector(text: "Hb A1c by HEK 293T", match: ["HbA1c", "HEK293T", "HEK-293T"], no: ["HbA1", "HEK293"]),
    NameVector(text: "K-ras mutations", match: ["Kras", "KRAS mutation", "k-ras"], no: ["N-ras"]),
    NameVector(
      text: "beta-blocker therapy", match: ["beta blockers", "betablocker", "β-blocker therapy"], no: ["alpha blocker"]),
    NameVector(text: "follow-up of patients", match: ["followup", "follow up of patients"], no: ["follow patients"]),
    NameVector(text: "anti-TNF agents", match: ["antiTNF", "anti TNF agent", "TNF agents"], no: ["anti-TNF-2"]),
    NameVector(
      text: "non-Hodgkin lymphoma", match: ["nonHodgkin", "non Hodgkin lymphomas", "Hodgkin lymphoma"],
      no: ["Hodgkin leukemia"]),
    NameVector(text: "Epstein–Barr virus", match: ["Epstein-Barr", "Epstein Barr viruses", "EpsteinBarr virus"]),
    NameVector(
      text: "meta-analysis", match: ["metaanalysis", "meta analysis", "meta-analyses"], no: ["analysis meta"]),
    NameVector(
      text: "O6-methylguanine", match: ["O6 methylguanine", "O6methylguanine", "O-6-methylguanine"],
      no: ["O4-methylguanine"]),
  ]

  /// Names of capitals, which others part by dashes or spaces, and words that only look like them.
  static let capitals: [NameVector] = [
    NameVector(
      text: "CAR T cells in myeloma", match: ["CART", "CAR-T cell", "CAR T-cells", "T cell"],
      no: ["cart", "car cell", "CAR cells"]),
    NameVector(text: "CAR-T therapy", match: ["CART therapy", "CAR T"], no: ["cart therapy", "cart"]),
    NameVector(text: "CART therapy", match: ["CAR-T therapy", "CAR T therapy", "CART"], no: ["CAR therapy"]),
    NameVector(text: "a shopping cart", match: ["cart", "shopping carts"], no: ["CAR-T", "CAR T"]),
    NameVector(text: "relapsed ALL", match: ["ALL", "all", "relapsed all"], no: ["AL-L2"]),
    NameVector(text: "PARP inhibitors", match: ["PARP inhibitor", "parp"], no: ["PAR"]),
    NameVector(text: "the BCMA antigen", match: ["BCMA", "bcma antigens"], no: ["BCM", "BCMA2"]),
    NameVector(text: "B-ALL in children", match: ["BALL", "B ALL"], no: ["ball", "T-ALL"]),
    NameVector(text: "throwing a ball", match: ["ball", "balls"], no: ["B-ALL"]),
  ]

  /// Greek letters, by sign, by name and by the Latin letter of gene symbols.
  static let greek: [NameVector] = [
    NameVector(
      text: "IFN-α treatment", match: ["IFNα", "IFN-alpha", "IFNA", "IFN alpha treatment"], no: ["IFN-β", "IFNB"]),
    NameVector(text: "IFN-beta", match: ["IFN-β", "IFNβ", "IFNB"], no: ["IFN-alpha", "IFNA"]),
    NameVector(
      text: "TGFβ signalling", match: ["TGF-β", "TGF-beta", "TGF beta signaling", "TGFB"], no: ["TGFβ1", "TGF-alpha"]),
    NameVector(
      text: "PPARγ agonists", match: ["PPAR-γ", "PPAR-gamma", "PPAR gamma agonist", "PPARG"], no: ["PPARα", "PPARA"]),
    NameVector(text: "amyloid-β42", match: ["amyloid β42", "amyloid-beta42", "amyloid beta 42"], no: ["amyloid-β40"]),
    NameVector(text: "NF-kappaB activation", match: ["NF-κB", "NFκB", "NFkB", "NF-kappa B"], no: ["NF-κA"]),
    NameVector(text: "IκBα", match: ["IkappaBalpha", "IκB-α", "I kappa B alpha"], no: ["IκBβ"]),
    NameVector(
      text: "α-synuclein", match: ["alpha-synuclein", "alpha synuclein", "alphasynuclein", "a-synuclein"],
      no: ["beta-synuclein"]),
    NameVector(
      text: "γδ T cells", match: ["gamma delta T cells", "gammadelta T cell", "γδ T-cells"], no: ["αβ T cells"]),
    NameVector(
      text: "β2-microglobulin", match: ["beta2-microglobulin", "beta2 microglobulin", "β₂-microglobulin"],
      no: ["β1-microglobulin"]),
    NameVector(text: "HIF-1α", match: ["HIF1α", "HIF-1 alpha", "HIF1A", "HIF-1"], no: ["HIF-2α", "HIF2A"]),
    NameVector(text: "ΔF508", match: ["deltaF508", "ΔF508", "F508"], no: ["F50"]),
  ]

  /// Superscripts, subscripts, powers and units.
  static let scripts: [NameVector] = [
    NameVector(text: "2 × 10⁶ cells/kg", match: ["10^6", "10⁶ cells"], no: ["106", "10^5"]),
    NameVector(text: "a dose of 10^8 vg", match: ["10⁸", "10^8 vg"], no: ["108"]),
    NameVector(text: "p < 10⁻⁵", match: ["10^-5"], no: ["105", "10^5"]),
    NameVector(text: "H₂O₂ stress", match: ["H2O2", "h2o2 stress"], no: ["H2O"]),
    NameVector(text: "PM₂.₅ exposure", match: ["PM2"], no: ["PM25"]),
    NameVector(text: "20 μg/ml", match: ["20 µg", "20 ug", "20 ug/ml"], no: ["20 mg"]),
    NameVector(text: "5 µM inhibitor", match: ["5 uM", "5 μM inhibitors"], no: ["5 mM"]),
    NameVector(text: "p = 0.05", match: ["0.05", "p 0.05"], no: ["05", "0.5"]),
    NameVector(
      text: "12,500 participants", match: ["12500 participants", "12,500"], no: ["12 500", "500 participants"]),
    NameVector(text: "between 1.5-2.5 mg", match: ["1.5", "2.5 mg"], no: ["15", "5 mg"]),
  ]

  /// What cells carry and lack.
  static let signs: [NameVector] = [
    NameVector(
      text: "CD8+ T cells", match: ["CD8", "CD8+", "CD8 positive T cells", "CD8-positive", "CD8(+)"],
      no: ["CD8-", "CD80", "CD8 negative"]),
    NameVector(text: "CD8(+) lymphocytes", match: ["CD8+", "CD8 lymphocytes", "CD8⁺ lymphocytes"], no: ["CD8-"]),
    NameVector(
      text: "CD3⁻CD56⁺ NK cells", match: ["CD56+", "CD56 positive", "CD3", "NK cell"], no: ["CD3+", "CD56-"]),
    NameVector(
      text: "HER2-negative tumours", match: ["HER2 negative tumor", "HER2-", "HER2"], no: ["HER2+", "HER2 positive"]),
    NameVector(text: "Foxp3-positive cells", match: ["Foxp3+", "FOXP3 positive cell"], no: ["Foxp3-"]),
    NameVector(text: "extracellular Ca²⁺", match: ["Ca2+", "extracellular Ca2+"], no: ["Ca2-"]),
    NameVector(text: "Treg+ and NAD⁺", match: ["Treg", "Treg+", "NAD+", "NAD"], no: ["Treg-", "NAD-"]),
    NameVector(text: "PD-L1+ tumours", match: ["PD-L1", "PDL1+", "PD-L1 positive"], no: ["PD-L1 negative", "PD-L1-"]),
  ]

  /// What a slash leaves out.
  static let coordination: [NameVector] = [
    NameVector(text: "CDK4/6 inhibition", match: ["CDK4", "CDK6", "CDK6 inhibition"], no: ["CDK46"]),
    NameVector(text: "IL-17A/F", match: ["IL-17A", "IL-17F", "IL17F"], no: ["IL-17AF", "IL-17C"]),
    NameVector(text: "ERK1/2 phosphorylation", match: ["ERK1", "ERK2", "ERK-2"], no: ["ERK12"]),
    NameVector(text: "SMAD2/3", match: ["SMAD3", "SMAD2", "Smad-3"], no: ["SMAD23", "SMAD4"]),
    NameVector(text: "IL-1α/β release", match: ["IL-1α", "IL-1β", "IL1B"], no: ["IL-2β"]),
    NameVector(text: "HLA-A/B typing", match: ["HLA-A", "HLA-B"], no: ["HLA-C"]),
    NameVector(text: "PD-1/PD-L1 axis", match: ["PD-1", "PD-L1 axis", "PDL1"], no: ["PD-L2"]),
    NameVector(text: "PD-(L)1 inhibitors", match: ["PD-1", "PD-L1", "PD1 inhibitor", "PDL1 inhibitors"], no: ["PD-2"]),
    NameVector(text: "and/or", match: ["and", "or"]),
  ]

  /// Numerals.
  static let numerals: [NameVector] = [
    NameVector(
      text: "type II collagen", match: ["type 2 collagen", "type II collagens", "collagen"],
      no: ["type I collagen", "type 3 collagen"]),
    NameVector(text: "type 2 diabetes", match: ["type II diabetes", "type 2"], no: ["type I diabetes", "type 22"]),
    NameVector(text: "stage IIIB cancer", match: ["stage 3B", "stage IIIB cancers"], no: ["stage IIB", "stage 2B"]),
    NameVector(text: "phases I and II", match: ["phases 1 and 2", "phase I and II"], no: ["phase 3"]),
    NameVector(text: "a phase I/II trial", match: ["phase 1", "phase I", "phase I/II"], no: ["phase II trial III"]),
    NameVector(text: "MHC class I molecules", match: ["MHC class 1", "class I molecule"], no: ["class II"]),
    NameVector(
      text: "WHO grade IV glioma", match: ["grade 4 glioma", "grade IV gliomas"], no: ["grade V", "grade 5"]),
    NameVector(text: "factor V Leiden", match: ["factor V", "Leiden"], no: ["factor 6"]),
  ]

  /// Chemical names.
  static let chemistry: [NameVector] = [
    NameVector(
      text: "N-acetyl-L-cysteine", match: ["N-acetylcysteine", "acetylcysteine", "N acetyl L cysteine"],
      no: ["acetylserine"]),
    NameVector(
      text: "5-fluorouracil", match: ["5 fluorouracil", "fluorouracil", "5fluorouracil"], no: ["6-fluorouracil"]),
    NameVector(
      text: "2,3,7,8-tetrachlorodibenzo-p-dioxin", match: ["tetrachlorodibenzo", "dioxin", "p-dioxin"], no: ["dibenzo"]),
    NameVector(text: "1,25(OH)2D3 levels", match: ["1,25-(OH)2D3", "1,25(OH)2D3"], no: ["125", "1252", "125(OH)2D3"]),
    NameVector(text: "β-1,3-glucan", match: ["beta-1,3-glucan", "1,3-glucan"], no: ["β-13-glucan", "13-glucan"]),
    NameVector(text: "D-glucose uptake", match: ["D glucose", "glucose uptake", "Dglucose"], no: ["L-glucose"]),
    NameVector(
      text: "17β-estradiol", match: ["17 beta estradiol", "17beta-estradiol", "17β-oestradiol"], no: ["17α-estradiol"]),
    NameVector(text: "PGE2 and LTB4", match: ["PGE-2", "PGE₂", "LTB-4"], no: ["PGE1"]),
    NameVector(text: "HLA-DRB1*04:01", match: ["HLA-DRB1", "HLA-DRB1*04", "DRB1*04:01"], no: ["HLA-DRB1*03"]),
  ]

  /// Letters of other alphabets, accents, apostrophes.
  static let letters: [NameVector] = [
    NameVector(text: "Behçet’s disease", match: ["Behcet disease", "Behcet's disease", "Behçet"], no: ["Behchet"]),
    NameVector(text: "Müller cells", match: ["Muller cell", "Mueller cells", "Müller"], no: ["Miller cells"]),
    NameVector(text: "Mueller et al", match: ["Müller", "Mueller"], no: ["Miller"]),
    NameVector(text: "Ménière disease", match: ["Meniere disease", "Ménière"]),
    NameVector(text: "naïve T cells", match: ["naive T cell", "naïve"]),
    NameVector(text: "Crohn's colitis", match: ["Crohn colitis", "Crohn’s"], no: ["Crohns-2"]),
    NameVector(text: "Ångström Øresund", match: ["Angstrom Oresund"]),
    NameVector(text: "O’Brien score", match: ["O'Brien", "OBrien"], no: ["Bryan"]),
    NameVector(text: "ﬂuid overload", match: ["fluid"]),
  ]

  /// Plurals, and British and American spelling.
  static let forms: [NameVector] = [
    NameVector(text: "leukaemia cells", match: ["leukemia cell", "leukaemias", "leukemia cells"], no: ["leukocyte"]),
    NameVector(text: "oesophageal tumour", match: ["esophageal tumor", "oesophageal tumours"], no: ["esophagus"]),
    NameVector(text: "randomized trials", match: ["randomised trial", "randomized trial"], no: ["random trial"]),
    NameVector(text: "pediatric anemia", match: ["paediatric anaemia"], no: ["pediatrician"]),
    NameVector(text: "ischemic strokes", match: ["ischaemic stroke"]),
    NameVector(text: "two biopsies", match: ["biopsy", "two biopsies"], no: ["biops"]),
    NameVector(text: "early diagnosis", match: ["early diagnoses"], no: ["early diagnostic"]),
    NameVector(text: "fibre intake", match: ["fiber intake", "fibres"]),
    NameVector(text: "behavioral therapy", match: ["behavioural therapies"], no: ["behave"]),
    NameVector(text: "NSAIDs for AIDS", match: ["NSAID", "NSAIDs", "AIDS"], no: ["NSAI"]),
    NameVector(text: "anaesthetised dogs with dyspnoea", match: ["anesthetized dog", "dyspnea"], no: ["anesthesia"]),
    NameVector(text: "an antibody titre", match: ["antibody titer", "antibody titres"]),
    NameVector(text: "ageing mice", match: ["aging mice"]),
  ]
}
