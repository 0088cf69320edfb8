import Testing
import Titer

/// What PubMed's syntax refuses, and the reports on it.
@Suite struct PubMedSyntaxErrorTests {
  @Test(arguments: malformed) func placeAndReasonAreReported(_ text: String, _ report: String) {
    #expect { try ParsedQuery(pubmed: text) } throws: { error in
      #expect("\(error)" == report)
      return error is QueryError
    }
  }

  @Test(arguments: ["", " ", "\u{FEFF}\n"]) func emptyQueryIsRefused(_ text: String) {
    let expected = QueryError(
      query: text, column: text.count, expected: "a term", found: "the end of the query")
    #expect(throws: expected) { try ParsedQuery(pubmed: text) }
  }

  /// Texts, and the complete reports on them.
  private static let malformed: [(text: String, report: String)] = [
    (
      "NOT mice",
      """
      expected a term, found “NOT”
        NOT mice
        ^
      NOT takes away from what stands before it: a NOT b.
      """
    ),
    (
      "AND lupus",
      """
      expected a term, found “AND”
        AND lupus
        ^
      Leave out AND, or write what it joins.
      """
    ),
    (
      "lupus AND",
      """
      expected a term behind AND, found the end of the query
        lupus AND
                 ^
      Leave out AND, or write what it joins.
      """
    ),
    (
      "lupus AND OR nephritis",
      """
      expected a term behind AND, found “OR”
        lupus AND OR nephritis
                  ^
      Leave out one of the two operators.
      """
    ),
    (
      "lupus AND NOT mice",
      """
      expected a term behind AND, found “NOT”
        lupus AND NOT mice
                  ^
      NOT alone means AND NOT: a NOT b.
      """
    ),
    (
      "lupus OR NOT mice",
      """
      expected a term behind OR, found “NOT”
        lupus OR NOT mice
                 ^
      PubMed takes away only from what stands before NOT: (a OR b) NOT c.
      """
    ),
    (
      "not otherwise specified[tiab]",
      """
      expected a term, found “not”
        not otherwise specified[tiab]
        ^
      Put “not” in quotes with the words that it belongs to, or leave it out.
      """
    ),
    (
      "(lupus OR sle",
      """
      expected “)” for this parenthesis, found the end of the query
        (lupus OR sle
        ^
      Write “)” behind the last term of the group.
      """
    ),
    (
      "lupus AND ((sle OR nephritis)",
      """
      expected “)” for this parenthesis, found the end of the query
        lupus AND ((sle OR nephritis)
                  ^
      Write “)” behind the last term of the group.
      """
    ),
    (
      "lupus OR sle)",
      """
      expected an operator or the end of the query, found “)”
        lupus OR sle)
                    ^
      There is no “(” for this parenthesis.
      """
    ),
    (
      "lupus AND ()",
      """
      expected a term, found “)”
        lupus AND ()
                   ^
      Leave out the empty parentheses, or write a term between them.
      """
    ),
    (
      "(lupus OR )",
      """
      expected a term behind OR, found “)”
        (lupus OR )
                  ^
      Leave out OR, or write what it joins.
      """
    ),
    (
      #"lupus AND "renal failure"#,
      """
      expected a closing quote for this one, found the end of the query
        lupus AND "renal failure
                  ^
      Write a quote behind the last word of the phrase.
      """
    ),
    (
      #""lupus[tiab] OR "sle"[tiab]"#,
      """
      expected a closing quote for this one, found the end of the query
        "lupus[tiab] OR "sle"[tiab]
        ^
      Write a quote behind the last word of the phrase.
      """
    ),
    (
      #"""[ti]"#,
      """
      expected words between the quotes, found none
        ""[ti]
        ^
      Leave out the empty quotes.
      """
    ),
    (
      "lupus[tiab AND nephritis[ti]",
      """
      expected “]” behind this field tag, found “[”
        lupus[tiab AND nephritis[ti]
             ^
      Put quotes around a term that holds “[”.
      """
    ),
    (
      "lupus]",
      """
      expected a term or an operator, found “]”
        lupus]
             ^
      A field tag begins with “[”: lupus[tiab].
      """
    ),
    (
      "[tiab] lupus",
      """
      expected a term, found “[tiab]”
        [tiab] lupus
        ^
      A field tag stands behind its term: lupus[tiab].
      """
    ),
    (
      "[18F]FDG",
      """
      expected a term, found “[18F]”
        [18F]FDG
        ^
      A field tag stands behind its term; quotes make “[” a part of a term: "[18F]FDG".
      """
    ),
    (
      "(lupus OR sle)[tiab]",
      """
      expected an operator or the end of the query, found “[tiab]”
        (lupus OR sle)[tiab]
                      ^
      PubMed knows no tag behind parentheses; tag each term: (lupus[tiab] OR sle[tiab]).
      """
    ),
    (
      "lupus[ti][ab]",
      """
      expected an operator or a term, found “[ab]”
        lupus[ti][ab]
                 ^
      A term has one tag; repeat the term for another field: (lupus[ti] OR lupus[mh]).
      """
    ),
    (
      "#1[tiab]",
      """
      expected an operator or a term, found “[tiab]”
        #1[tiab]
          ^
      The number of a line has no field tag.
      """
    ),
    (
      "#1-3 AND lupus",
      """
      expected the number of a line, counted from 1, found “#1-3”
        #1-3 AND lupus
        ^
      Write #1 AND #2; quotes make “#” a part of a word.
      """
    ),
    (
      "lupus[tiabs]",
      """
      expected a field tag that PubMed knows, found “[tiabs]”
        lupus[tiabs]
             ^
      Did you mean [tiab]?
      """
    ),
    (
      "lupus[Titel/Abstract]",
      """
      expected a field tag that PubMed knows, found “[Titel/Abstract]”
        lupus[Titel/Abstract]
             ^
      Did you mean [Title/Abstract]?
      """
    ),
    (
      "lupus[zzzzzzzzzz]",
      """
      expected a field tag that PubMed knows, found “[zzzzzzzzzz]”
        lupus[zzzzzzzzzz]
             ^
      The usual tags are [tiab], [ti], [ab], [tw], [mh], [au], [ta], [dp], [pt] and [la]; quotes make “[” text.
      """
    ),
    (
      "smith j[1au]",
      """
      expected a field tag that can be searched here, found “[1au]”
        smith j[1au]
               ^
      The order of the authors isn't known: write [au].
      """
    ),
    (
      "2020[edat]",
      """
      expected a field tag that can be searched here, found “[edat]”
        2020[edat]
            ^
      Of all dates, records have only the year of publication: write [dp].
      """
    ),
    (
      "boston[Affiliation]",
      """
      expected a field tag that can be searched here, found “[Affiliation]”
        boston[Affiliation]
              ^
      Affiliations are not indexed; [all] searches the texts.
      """
    ),
    (
      "lupus[tt]",
      """
      expected a field tag that can be searched here, found “[tt]”
        lupus[tt]
             ^
      Write [ti] for the title.
      """
    ),
    (
      "english[Filter]",
      """
      expected a field tag that can be searched here, found “[Filter]”
        english[Filter]
               ^
      Write english[la].
      """
    ),
    (
      "free full text[sb]",
      """
      expected a field tag that can be searched here, found “[sb]”
        free full text[sb]
                      ^
      PubMed's subsets and filters are not known; leave this part out.
      """
    ),
    (
      "lupus AND hasabstract",
      """
      expected a term, found “hasabstract”
        lupus AND hasabstract
                  ^
      Whether a record has an abstract can't be asked for; leave it out, or put the word in quotes.
      """
    ),
    (
      "2020:2015[dp]",
      """
      expected the earlier date before the colon, found “2020”
        2020:2015[dp]
        ^
      Write 2015:2020[dp].
      """
    ),
    (
      #""2015"[dp] : "2020""#,
      """
      expected a second date with [dp] behind the colon, found “"2020"”
        "2015"[dp] : "2020"
                     ^
      Write 2015:2020[dp]; 3000 stands for no end.
      """
    ),
    (
      "2020/13[dp]",
      """
      expected a date of the form 2015, 2015/06 or 2015/06/30, found “2020/13”
        2020/13[dp]
        ^
      Write 2015[dp], or 2015:2020[dp] for a range, and join it to other terms with AND.
      """
    ),
    (
      "lupus 2020[dp]",
      """
      expected a date of the form 2015, 2015/06 or 2015/06/30, found “lupus 2020”
        lupus 2020[dp]
        ^
      Write 2015[dp], or 2015:2020[dp] for a range, and join it to other terms with AND.
      """
    ),
    (
      "lupus AND 2015:2020 AND sle",
      """
      expected [dp] behind a range of years, found “AND”
        lupus AND 2015:2020 AND sle
                           ^
      Write 2015:2020[dp]; quotes make it words.
      """
    ),
    (
      "lupus : nephritis",
      """
      expected a word with a letter or a digit, found “:”
        lupus : nephritis
              ^
      A colon stands between two dates: 2015:2020[dp].
      """
    ),
    (
      "lupus & nephritis",
      """
      expected a word with a letter or a digit, found “&”
        lupus & nephritis
              ^
      Write AND.
      """
    ),
    (
      "lupus - nephritis",
      """
      expected a word with a letter or a digit, found “-”
        lupus - nephritis
              ^
      Leave it out, or put it in quotes with the words that it belongs to.
      """
    ),
    (
      "lupus * nephritis[tiab]",
      """
      expected a word with a letter or a digit, found “*”
        lupus * nephritis[tiab]
              ^
      Write at least the beginning of a word before *.
      """
    ),
    (
      "nephr* what?[ti]",
      """
      expected * as the only wildcard of a term, found “?”
        nephr* what?[ti]
                   ^
      PubMed's one wildcard is *, for any characters; leave out this sign.
      """
    ),
    (
      #""hip"[tiab:~2]"#,
      """
      expected two or more words to be near each other, found “hip”
        "hip"[tiab:~2]
         ^
      Leave out “:~2”, or put all words in quotes: "hip pain"[tiab:~2].
      """
    ),
    (
      #""hip pain"[tiab:2]"#,
      """
      expected “~” before the number, found “[tiab:2]”
        "hip pain"[tiab:2]
                  ^
      Write [tiab:~2].
      """
    ),
    (
      #""hip pain"[tiab:~x]"#,
      """
      expected a number from 0 to 9999 behind “~”, found “[tiab:~x]”
        "hip pain"[tiab:~x]
                  ^
      Write how many other words may stand between: "hip pain"[tiab:~2].
      """
    ),
    (
      #""hip pain"[mh:~2]"#,
      """
      expected [ti:~n] or [tiab:~n], found “[mh:~2]”
        "hip pain"[mh:~2]
                  ^
      PubMed looks for words near each other only in the title and in title and abstract.
      """
    ),
    (
      "hip[mh:explode]",
      """
      expected “exp” or “noexp” behind the colon, found “[mh:explode]”
        hip[mh:explode]
           ^
      Write [mh:noexp].
      """
    ),
    (
      "hip[au:noexp]",
      """
      expected a field tag without a colon, found “[au:noexp]”
        hip[au:noexp]
           ^
      “:exp” and “:noexp” go with [mh], [majr] and [sh], “:~n” with [ti] and [tiab].
      """
    ),
    (
      "Lupus/dt/th[mh]",
      """
      expected a heading, or a heading, “/” and one subheading, found “Lupus/dt/th”
        Lupus/dt/th[mh]
                ^
      Write "Lupus Nephritis/drug therapy"[mh], or "drug therapy"[sh] for any heading.
      """
    ),
    (
      "lupus/dt[sh]",
      """
      expected a subheading alone, found “/”
        lupus/dt[sh]
             ^
      Write "Lupus Nephritis/drug therapy"[mh] for both.
      """
    ),
    (
      "smith, j[au]",
      """
      expected a family name and initials without signs, found “,”
        smith, j[au]
             ^
      Write smith ja[au].
      """
    ),
    (
      "smith?[au]",
      """
      expected a value without “?” and “#”, found “?”
        smith?[au]
             ^
      Write * for what stands there.
      """
    ),
    (
      "review*[pt]",
      """
      expected a whole value, found “*”
        review*[pt]
              ^
      Types and languages have no *; write them out.
      """
    ),
    (
      "12345 6789[pmid]",
      """
      expected the number of one record, found “12345 6789”
        12345 6789[pmid]
        ^
      Write 12345678[pmid] OR 23456789[pmid]; other identifiers have [doi], [pmcid] and [aid].
      """
    ),
    (
      "lupus adj3 nephritis",
      """
      expected AND, OR or NOT, found “adj3”
        lupus adj3 nephritis
              ^
      In PubMed near words are written "hip pain"[tiab:~3]; quotes make “adj3” a word.
      """
    ),
    (
      "\u{301}a",
      """
      expected a term of whole characters, found “́a”
        ́a
        ^
      An accent, or another mark that belongs to a letter, stands alone at an end of the term.
      """
    ),
    (
      "lupus\nAND\n  (sle OR)",
      """
      expected a term behind OR, found “)”
          (sle OR)
                 ^
      Leave out OR, or write what it joins.
      """
    ),
  ]
}
