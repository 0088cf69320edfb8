import Testing
import Titer

@Suite struct PlainErrorTests {
  @Test(arguments: [
    ("\"lung cancer", 0), ("“lung", 0), ("a \"b\" c \"d", 8), ("5\" gun", 1), ("éé \"", 3), ("🇬🇧\"", 1),
    ("a\"b\"c\"", 5),
  ])
  func unclosedQuoteIsLocated(_ text: String, _ column: Int) {
    let error = #expect(throws: QueryError.self) { try Query(plain: text) }
    #expect(error?.column == column)
    #expect(error?.query == text)
  }

  @Test func unclosedQuoteIsExplained() {
    let error = #expect(throws: QueryError.self) { try Query(plain: "trial \"lung cancer") }
    #expect(
      error?.description == """
        expected a closing quote for the one at column 7, found the end of the query
          trial "lung cancer
                ^
        """)
  }

  @Test(arguments: [
    (
      #"trial "lung cancer"#,
      """
      expected a closing quote for the one at column 7, found the end of the query
        trial "lung cancer
              ^
      """
    ),
    (
      "=“IL 6",
      """
      expected a closing quote for the one at column 2, found the end of the query
        =“IL 6
         ^
      """
    ),
    (
      #"lupus -"in vitro"#,
      """
      expected a closing quote for the one at column 8, found the end of the query
        lupus -"in vitro
               ^
      """
    ),
    (
      #"title:"lupus"#,
      """
      expected a closing quote for the one at column 7, found the end of the query
        title:"lupus
              ^
      """
    ),
    (
      #"5" gun"#,
      """
      expected a closing quote for the one at column 2, found the end of the query
        5" gun
         ^
      """
    ),
    (
      "-mice",
      """
      expected something to look for beside what is excluded, found excluded words alone
        -mice
        ^
      Add a word, or leave “-” away to look for this one.
      """
    ),
    (
      #"-mice -"in vitro" -year:2020"#,
      """
      expected something to look for beside what is excluded, found excluded words alone
        -mice -"in vitro" -year:2020
        ^
      Add a word, or leave “-” away to look for this one.
      """
    ),
    (
      #""" -=IL6"#,
      """
      expected something to look for beside what is excluded, found excluded words alone
        "" -=IL6
           ^
      Add a word, or leave “-” away to look for this one.
      """
    ),
    (
      "year:202O",
      """
      expected a year, or a first and a last one, found “202O”
        year:202O
             ^
      Write year:2020, year:2015-2020, year:2015- or year:-2020.
      """
    ),
    (
      "lupus year:2020-2015",
      """
      expected a year, or a first and a last one, found “2020-2015”
        lupus year:2020-2015
                   ^
      Write year:2020, year:2015-2020, year:2015- or year:-2020.
      """
    ),
    (
      "year:2015-202O",
      """
      expected a year, or a first and a last one, found “2015-202O”
        year:2015-202O
             ^
      Write year:2020, year:2015-2020, year:2015- or year:-2020.
      """
    ),
    (
      "year:0",
      """
      expected a year, or a first and a last one, found “0”
        year:0
             ^
      Write year:2020, year:2015-2020, year:2015- or year:-2020.
      """
    ),
    (
      "year:>2015",
      """
      expected a year, or a first and a last one, found “>2015”
        year:>2015
             ^
      Write year:2020, year:2015-2020, year:2015- or year:-2020.
      """
    ),
    (
      #"year:"-""#,
      """
      expected a year, or a first and a last one, found “-”
        year:"-"
             ^
      Write year:2020, year:2015-2020, year:2015- or year:-2020.
      """
    ),
    (
      "author:sm*th",
      """
      expected no wildcard but “*” at the end of a value, found “*”
        author:sm*th
                 ^
      Leave away what begins there, and write “*” for it.
      """
    ),
    (
      #"author:"smith? j""#,
      """
      expected no wildcard but “*” at the end of a value, found “?”
        author:"smith? j"
                     ^
      Leave away what begins there, and write “*” for it.
      """
    ),
    (
      "id:#12",
      """
      expected no wildcard but “*” at the end of a value, found “#”
        id:#12
           ^
      Leave away what begins there, and write “*” for it.
      """
    ),
    (
      #"author:"*""#,
      """
      expected no wildcard but “*” at the end of a value, found “*”
        author:"*"
                ^
      Leave away what begins there, and write “*” for it.
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
      "title:-mice",
      """
      expected a word or a phrase behind the name of a field, found “-”
        title:-mice
              ^
      To exclude it, write “-” before the name of the field.
      """
    ),
    (
      #"ab:-"in vitro""#,
      """
      expected a word or a phrase behind the name of a field, found “-”
        ab:-"in vitro"
           ^
      To exclude it, write “-” before the name of the field.
      """
    ),
  ])
  func saysWhatIsWrong(text: String, description: String) {
    let error = #expect(throws: QueryError.self) { try Query(plain: text) }
    #expect(error?.description == description)
  }
}
