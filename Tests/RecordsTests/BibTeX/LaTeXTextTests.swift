import Records
import Testing

@Suite struct LaTeXTextTests {
  @Test(arguments: [
    (#"\"{u}\"u{\"u}\"{ u}"#, "üüüü"), (#"\'{e}\`a\^{\i}\~n\=o\.z"#, "éàîñōż"), (#"\'{\i}\'\i x"#, "ííx"),
    (#"\v{c}\c{c}{\c c}\c{C}\u g\H{o}\k{a}\r{a}\d{h}"#, "čççÇğőąåḥ"), (#"\ss{} \o\ \aa{}\AA \L\l \ae"#, "ß ø åÅŁłæ"),
    (#"Stra{\ss}e, K{\o}benhavn, \O re"#, "Straße, København, Øre"), (#"\'{x}\'q"#, "x\u{301}q\u{301}"),
    (#"$\alpha$, \(\beta\), $\Delta F$ and TGF-$\beta_{1}$"#, "α, β, ΔF and TGF-β1"),
    (#"H$_2$O, Ca$^{2+}$, 10$^{-6}$, CD4^{+}, _{2}, file_name"#, "H2O, Ca2+, 10^-6, CD4+, 2, file_name"),
    (#"25$^\circ$C"#, "25°C"), (#"1--2 a---b ``q'' ''x'' 5''"#, "1–2 a—b “q” ''x'' 5''"),
    (#"-->A --{\textgreater} ----"#, "-->A --> ----"),
    (##"a~b\&\%\$\#\_\{\}\ c\\d"##, "a b&%$#_{} c d"),
    (#"\textit{a} {\em b} \emph{c} \unknown{d} C:\temp x"#, "a b c d C:\\temp x"),
    (#"{\textless}p{\textgreater} \textless 0.05"#, "<p> <0.05"),
    (#"costs $5 and $6 million"#, "costs $5 and $6 million"),
    (#"\textsuperscript{+} {A} {{B}} C{D}E"#, "+ A B CDE"), ("caf\u{E9} \\\u{E9} \\", "café é \\"),
    (#"\"o{}\-x \"O"#, "öx Ö"),
    (#"\'{}x"#, "'x"), ("", ""),
  ])
  func becomesText(latex: String, text: String) throws {
    let reader = try BibTeXReader(input("@misc{k, note={x}, title={\(latex)}}"))
    let record = try #require(try records(reader).first)
    #expect(Array(record.title.unicodeScalars) == Array(text.unicodeScalars), "\(record.title)")
  }
}
