/// What LaTeX commands stand for in bibliographies.
enum LaTeXSymbols {
  /// Commands of letters that stand for text.
  static let words: [String: String] = {
    var words = letters.merging(marks) { first, _ in first }
    for (name, scalar) in zip(greekNames, greek.unicodeScalars) { words[name] = String(scalar) }
    return words
  }()

  private static let letters = [
    "ss": "ß", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "textmu": "μ", "textalpha": "α", "textbeta": "β", "textgamma": "γ", "textdelta": "δ", "textkappa": "κ",
    "textOmega": "Ω", "textohm": "Ω", "micro": "μ", "textmicro": "μ",
  ]

  private static let marks = [
    "textless": "<", "textgreater": ">", "textbar": "|", "textbackslash": "\\", "textasciitilde": "~",
    "textasciicircum": "^", "textunderscore": "_", "textdollar": "$", "textbraceleft": "{", "textbraceright": "}",
    "textasteriskcentered": "*", "textquotesingle": "'", "textquotedbl": "\"", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "guillemotleft": "«",
    "guillemotright": "»", "textendash": "–", "textemdash": "—", "dots": "…", "ldots": "…", "textellipsis": "…",
    "cdots": "⋯", "textregistered": "®", "texttrademark": "™", "textcopyright": "©", "copyright": "©",
    "textdegree": "°", "degree": "°", "textperiodcentered": "·", "cdot": "·", "textbullet": "•", "bullet": "•",
    "textsection": "§", "S": "§", "P": "¶", "textparagraph": "¶", "dag": "†", "ddag": "‡", "pounds": "£",
    "textsterling": "£", "texteuro": "€", "euro": "€", "textyen": "¥", "textcent": "¢", "textquestiondown": "¿",
    "textexclamdown": "¡", "textordfeminine": "ª", "textordmasculine": "º", "textonehalf": "½", "textonequarter": "¼",
    "textthreequarters": "¾", "textpm": "±", "pm": "±", "mp": "∓", "texttimes": "×", "times": "×", "div": "÷",
    "leq": "≤", "le": "≤", "leqslant": "≤", "geq": "≥", "ge": "≥", "geqslant": "≥", "ll": "≪", "gg": "≫", "lt": "<",
    "gt": ">", "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼", "simeq": "≃", "equiv": "≡", "propto": "∝", "cong": "≅",
    "infty": "∞", "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫", "sqrt": "√", "in": "∈",
    "notin": "∉", "subset": "⊂", "cup": "∪", "cap": "∩", "forall": "∀", "exists": "∃", "circ": "°", "prime": "′",
    "to": "→", "rightarrow": "→", "textrightarrow": "→", "longrightarrow": "→", "leftarrow": "←", "uparrow": "↑",
    "downarrow": "↓", "leftrightarrow": "↔", "Rightarrow": "⇒", "rightleftharpoons": "⇌", "ast": "∗", "star": "⋆",
    "langle": "⟨", "rangle": "⟩", "quad": " ", "qquad": " ", "space": " ", "textvisiblespace": " ", "LaTeX": "LaTeX",
    "TeX": "TeX",
  ]

  private static let greekNames = [
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "pi", "rho", "varrho", "sigma", "varsigma", "tau", "upsilon", "phi", "varphi", "chi",
    "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
  ]
  private static let greek = "αβγδϵεζηθϑικλμνξπρϱσςτυϕφχψωΓΔΘΛΞΠΣΥΦΨΩ"

  /// The letter with an accent that a command puts over or under it.
  ///
  /// It is one scalar where Unicode has one, else the letter with a combining mark.
  static func accented(_ letter: Unicode.Scalar, by accent: UInt8) -> String? {
    guard let accent = accents[accent] else { return nil }
    let letter = letter == "ı" ? "i" : letter == "ȷ" ? "j" : letter
    if let single = accent.composed[letter] { return String(single) }
    return String(letter) + String(accent.mark)
  }

  /// Whether the command of this one byte sets an accent.
  static func isAccent(_ command: UInt8) -> Bool { accents[command] != nil }

  private struct Accent {
    var mark: Unicode.Scalar
    /// Letters and their accented forms.
    var composed: [Unicode.Scalar: Unicode.Scalar] = [:]

    /// An accent with its letters: `pairs` is letter, accented letter, letter and so on.
    init(_ mark: Unicode.Scalar, _ pairs: String) {
      self.mark = mark
      let scalars = Array(pairs.unicodeScalars)
      for place in stride(from: 0, to: scalars.count - 1, by: 2) { composed[scalars[place]] = scalars[place + 1] }
    }
  }

  private static let accents: [UInt8: Accent] = [
    UInt8(ascii: "\""): Accent("\u{308}", "aäeëiïoöuüyÿAÄEËIÏOÖUÜYŸ"),
    UInt8(ascii: "'"): Accent("\u{301}", "aáeéiíoóuúyýcćnńsśzźlĺrŕgǵAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹLĹRŔGǴ"),
    UInt8(ascii: "`"): Accent("\u{300}", "aàeèiìoòuùnǹAÀEÈIÌOÒUÙNǸ"),
    UInt8(ascii: "^"): Accent("\u{302}", "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷAÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶ"),
    UInt8(ascii: "~"): Accent("\u{303}", "aãnñoõiĩuũAÃNÑOÕIĨUŨ"),
    UInt8(ascii: "="): Accent("\u{304}", "aāeēiīoōuūAĀEĒIĪOŌUŪ"),
    UInt8(ascii: "."): Accent("\u{307}", "cċeėgġzżCĊEĖGĠIİZŻ"),
    UInt8(ascii: "v"): Accent("\u{30C}", "cčdďeěnňrřsštťzžaǎiǐoǒuǔlľCČDĎEĚNŇRŘSŠTŤZŽAǍIǏOǑUǓLĽ"),
    UInt8(ascii: "u"): Accent("\u{306}", "aăeĕgğiĭoŏuŭAĂEĔGĞIĬOŎUŬ"),
    UInt8(ascii: "H"): Accent("\u{30B}", "oőuűOŐUŰ"),
    UInt8(ascii: "c"): Accent("\u{327}", "cçsştţeȩgģkķlļnņrŗCÇSŞTŢEȨGĢKĶLĻNŅRŖ"),
    UInt8(ascii: "k"): Accent("\u{328}", "aąeęiįoǫuųAĄEĘIĮOǪUŲ"),
    UInt8(ascii: "r"): Accent("\u{30A}", "aåuůAÅUŮ"),
    UInt8(ascii: "d"): Accent("\u{323}", "aạeẹiịoọuụhḥsṣtṭdḍAẠEẸIỊOỌUỤHḤSṢTṬDḌ"),
    UInt8(ascii: "b"): Accent("\u{331}", "dḏtṯnṉDḎTṮNṈ"),
  ]
}
