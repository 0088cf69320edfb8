import Testing
import Titer

@Suite struct LuceneErrorTests {
  private static let fields =
    "a field: title, abstract, keywords, tiab, author, journal, mesh, id, year, type, language or source"

  @Test(arguments: [
    (
      "lupus AND",
      """
      expected a word, a phrase or a group behind “AND”, found the end of the query
        lupus AND
                 ^
      Remove it, or write what belongs behind it.
      """
    ),
    (
      "AND lupus",
      """
      expected a word, a phrase or a group before “AND”, found “AND”
        AND lupus
        ^
      Remove the operator; to look for it as a word, put it into quotes.
      """
    ),
    (
      "lupus AND OR nephritis",
      """
      expected a word, a phrase or a group behind “AND”, found “OR”
        lupus AND OR nephritis
                  ^
      Remove one of the two operators; to look for one as a word, put it into quotes.
      """
    ),
    (
      "NOT NOT mice",
      """
      expected a word, a phrase or a group behind “NOT”, found “NOT”
        NOT NOT mice
            ^
      Remove one of the two operators; to look for one as a word, put it into quotes.
      """
    ),
    (
      "lupus AND ()",
      """
      expected a word, a phrase or a group in the parentheses, found “)”
        lupus AND ()
                   ^
      Remove the empty parentheses.
      """
    ),
    (
      "(lupus OR (nephritis AND renal)",
      #"""
      expected a closing parenthesis for the one at column 1, found the end of the query
        (lupus OR (nephritis AND renal)
        ^
      To look for the character, write \(.
      """#
    ),
    (
      "lupus) OR nephritis",
      #"""
      expected no closing parenthesis where none is open, found “)”
        lupus) OR nephritis
             ^
      Remove it, or write \) to look for the character.
      """#
    ),
    (
      #"lupus AND "renal failure"#,
      #"""
      expected a closing quote for the one at column 11, found the end of the query
        lupus AND "renal failure
                  ^
      To look for the character, write \".
      """#
    ),
    (
      "titel:lupus",
      #"""
      expected \#(fields), found “titel”
        titel:lupus
        ^
      Did you mean title? To look for a colon, write \: or put the text into quotes.
      """#
    ),
    (
      "re: lupus",
      #"""
      expected \#(fields), found “re”
        re: lupus
        ^
      To look for a colon, write \: or put the text into quotes.
      """#
    ),
    (
      "title:lupus:nephritis",
      #"""
      expected a word, a phrase or a group, found “:”
        title:lupus:nephritis
                   ^
      To look for the character, write \:.
      """#
    ),
    (
      "title:-lupus",
      """
      expected a word, a phrase or a group behind “title:”, found “-”
        title:-lupus
              ^
      Write “-” before the name of the field; to look for it as a word, put it into quotes.
      """
    ),
    (
      "title:(lupus OR abstract:renal)",
      """
      expected no field in the parentheses of another, found “abstract:”
        title:(lupus OR abstract:renal)
                        ^
      Write a name before each part instead, like title:lupus OR abstract:lupus.
      """
    ),
    (
      "year:202O",
      """
      expected a year, found “202O”
        year:202O
             ^
      Write year:2020, year:[2015 TO 2020], year:[2015 TO *] or year:>=2015.
      """
    ),
    (
      "year:[2015 2020]",
      """
      expected “TO” between two years, found “2020”
        year:[2015 2020]
                   ^
      Write year:2020, year:[2015 TO 2020], year:[2015 TO *] or year:>=2015.
      """
    ),
    (
      "year:[2020 TO 2015]",
      """
      expected years from 1 to 9999, the earlier one first, found 2020 to 2015
        year:[2020 TO 2015]
             ^
      """
    ),
    (
      "year:[2015 TO 2020",
      """
      expected “]” or “}” for the “[” at column 6, found the end of the query
        year:[2015 TO 2020
                          ^
      Write year:2020, year:[2015 TO 2020], year:[2015 TO *] or year:>=2015.
      """
    ),
    (
      "title:[a TO b]",
      #"""
      expected a word, a phrase or a group, since only years have ranges, found “[”
        title:[a TO b]
              ^
      Write year:[2015 TO 2020]; to look for the character, escape it with \.
      """#
    ),
    (
      "lupus~0.8",
      """
      expected 1 or 2 typing errors behind “~”, found “0.8”
        lupus~0.8
             ^
      Write ~1 or ~2 for so many wrong letters; a similarity such as ~0.8 has no such number.
      """
    ),
    (
      "lupus~0",
      """
      expected 1 or 2 typing errors behind “~”, found “0”
        lupus~0
             ^
      Leave “~0” away to look for the word as it is.
      """
    ),
    (
      "lupus ~2",
      #"""
      expected a word, a phrase or a group, found “~”
        lupus ~2
              ^
      It stands right behind what it belongs to; to look for the character, escape it with \.
      """#
    ),
    (
      "nephr*~",
      """
      expected no “~” behind a word with wildcards, found “~”
        nephr*~
              ^
      Leave “~” and its number away.
      """
    ),
    (
      #""lupus nephritis"~x"#,
      """
      expected a whole number of moves behind “~”, found “x”
        "lupus nephritis"~x
                         ^
      Write how many places the words may be moved, like "lupus nephritis"~2.
      """
    ),
    (
      "lupus^high",
      #"""
      expected a number above 0 behind “^”, found “high”
        lupus^high
             ^
      A boost is written like ^2 or ^0.5; to look for the character, write \^.
      """#
    ),
    (
      "lupus AND *",
      """
      expected a letter or a digit beside the wildcard, found “*”
        lupus AND *
                  ^
      To find every document, write *:*.
      """
    ),
    (
      "CD#*",
      """
      expected no “#” beside wildcards, found “#”
        CD#*
          ^
      Write the wildcard ? in its place, which stands for any one character.
      """
    ),
    (
      #"author:"smith*""#,
      #"""
      expected no “*” in the quotes of a whole value, found “*”
        author:"smith*"
                     ^
      Outside of quotes * and ? are wildcards, also behind an escaped space: author:Smith\ J*.
      """#
    ),
    (
      "type:rev*",
      #"""
      expected no wildcard, since a filter matches whole values, found “*”
        type:rev*
                ^
      To look for the character, write \*.
      """#
    ),
    (
      "id:10.1016/S0140-6736(20)30183-5",
      """
      expected white space behind a value, found “(”
        id:10.1016/S0140-6736(20)30183-5
                             ^
      Put the value into quotes if the parenthesis belongs to it.
      """
    ),
    (
      "mesh:lupus/",
      """
      expected a heading, or one and a qualifier behind “/”, found “lupus/”
        mesh:lupus/
             ^
      """
    ),
    (
      "/lup[ui]s",
      #"""
      expected a closing slash for the regular expression at column 1, found the end of the query
        /lup[ui]s
        ^
      To look for the character, write \/ or put the word into quotes.
      """#
    ),
    (
      "author:/smith/",
      #"""
      expected a whole value, found a regular expression
        author:/smith/
               ^
      To look for the character, write \/.
      """#
    ),
    (
      "lupus -",
      """
      expected a word, a phrase or a group behind “-”, found the end of the query
        lupus -
               ^
      Remove it, or write what belongs behind it.
      """
    ),
    (
      "-mice -rats",
      """
      expected a clause that isn't excluded, found excluded ones alone
        -mice -rats
        ^
      To find every other document, write *:* before them.
      """
    ),
    (
      "lupus AND (NOT mice)",
      """
      expected a clause that isn't excluded, found excluded ones alone
        lupus AND (NOT mice)
                   ^
      Exclude the whole parentheses instead, like lupus NOT (mice OR rats).
      """
    ),
    (
      #"lupus """#,
      """
      expected words within the quotes, found none
        lupus ""
               ^
      Remove the empty quotes.
      """
    ),
    (
      #"lupus \"#,
      #"""
      expected a character behind the backslash, found the end of the query
        lupus \
              ^
      To look for a backslash, write \\.
      """#
    ),
    (
      #"\u12g4"#,
      #"""
      expected four hexadecimal digits of a character behind \u, found “12g4”
        \u12g4
        ^
      To look for the letter u, leave the backslash away.
      """#
    ),
    (
      "é́é [a TO b]",
      #"""
      expected a word, a phrase or a group, since only years have ranges, found “[”
        é́é [a TO b]
           ^
      Write year:[2015 TO 2020]; to look for the character, escape it with \.
      """#
    ),
    (
      "lupus }",
      #"""
      expected a word, a phrase or a group, found “}”
        lupus }
              ^
      To look for the character, write \}.
      """#
    ),
  ])
  func saysWhatIsWrong(text: String, description: String) {
    let error = #expect(throws: QueryError.self) { try ParsedQuery(lucene: text) }
    #expect(error?.description == description)
  }

  @Test(arguments: [
    ("", 0), (" \n ", 3), ("lupus\nAND\n(", 11), ("e\u{301}\u{301} ^2", 2), ("🇬🇧 \"", 2), ("a\r\n)", 2),
    ("(title:lupus OR )", 16), ("lupus^2^2", 7), ("lupus~1x", 5), ("\"a b\"~-1", 5), ("lupus^1e9", 5), ("a:b", 0),
    ("author:\"  \"", 10), ("year:0", 5), ("year:10000", 5), ("year:>9999", 5), ("year:<1", 5), ("year:=2020", 5),
    ("year:{* TO 1}", 5), ("year:2015-2020", 5), ("lupus^" + String(repeating: "9", count: 50), 5), ("\\uD800", 0),
    ("author:smith^2~", 14), ("title:", 6), ("**", 0), ("a && || b", 5), ("\\ ", 0), ("a (\\\t)", 3), ("+ +a", 2),
    ("(-a)", 1), ("[2015 TO 2020]", 0),
    ("title:(author:x)", 7), ("title:(*:*)", 7), ("year:/2020/", 5), ("year:2020~", 9), ("author:\"x\"~2", 10),
  ])
  func locatesWhatIsWrong(text: String, column: Int) {
    let error = #expect(throws: QueryError.self) { try ParsedQuery(lucene: text) }
    #expect(error?.column == column, "\(String(describing: error))")
    #expect(error?.query == text)
  }

  @Test(arguments: [
    ("tilte", "title"), ("abstarct", "abstract"), ("auhtor", "author"), ("keyword", "keywords"), ("yr", nil),
    ("titleab", "title"), ("xyz", nil), ("lan", "lang"), ("jour", nil), ("sources", "source"),
  ])
  func suggestsTheNearestField(name: String, nearest: String?) {
    #expect(NamedField.nearest(to: name) == nearest)
  }
}
