/// Parts that can't stand where they do.
let ovidUnfit: [(text: String, description: String)] = [
  (
    "lupus NEAR/3 nephritis",
    """
    expected an operator of Ovid's, found “NEAR/3”
      lupus NEAR/3 nephritis
            ^
    For at most 3 other words between, write adj4.
    """
  ),
  (
    "lupus adj0 nephritis",
    """
    expected a number from 1 to 99 behind “adj”, found “0”
      lupus adj0 nephritis
               ^
    adj2 lets one other word stand between, adj3 two, and so on; adj none.
    """
  ),
  (
    "lupus adj3 (nephritis and kidney)",
    """
    expected only words, and words joined by “or”, beside “adj”, found an “and” or “not”
      lupus adj3 (nephritis and kidney)
                            ^
    Join whole adjacencies instead: (lupus adj3 nephritis) and (lupus adj3 kidney)
    """
  ),
  (
    "lupus.ti,ab. adj3 nephritis",
    """
    expected only words, and words joined by “or”, beside “adj”, found a field code
      lupus.ti,ab. adj3 nephritis
           ^
    Put the field code behind the whole: (lupus adj3 nephritis).ti,ab.
    """
  ),
  (
    "lupus adj3 Lupus Nephritis/",
    """
    expected only words, and words joined by “or”, beside “adj”, found a heading
      lupus adj3 Lupus Nephritis/
                 ^
    A heading stands nowhere in a text; join it with “and” or “or”.
    """
  ),
  (
    "lupus adj3 5",
    """
    expected only words, and words joined by “or”, beside “adj”, found the number of a line
      lupus adj3 5
                 ^
    A number alone is a line; put it in quotes if it is a word.
    """
  ),
  (
    "(1 or 2).ti.",
    """
    expected only words before “.ti.”, found the number of a line
      (1 or 2).ti.
       ^
    A number alone is a line; put it in quotes if it is a word.
    """
  ),
  (
    "Lupus Nephritis/.ti.",
    """
    expected only words before “.ti.”, found a heading
      Lupus Nephritis/.ti.
      ^
    Put the field code behind the words alone.
    """
  ),
  (
    "Lupus Nephritis/drug therapy",
    """
    expected the two letters of a qualifier, such as dt for drug therapy, found “drug”
      Lupus Nephritis/drug therapy
                      ^
    Write /dt. If the slash ends no heading, put the words around it in quotes.
    """
  ),
  (
    "HIV/AIDS.tw.",
    """
    expected the two letters of a qualifier, such as dt for drug therapy, found “AIDS”
      HIV/AIDS.tw.
          ^
    If the slash ends no heading, put the words around it in quotes.
    """
  ),
  (
    "exp lupus nephritis",
    """
    expected “/” at the end of the heading, found the end of the query
      exp lupus nephritis
                         ^
    Write exp lupus nephritis/, or put “exp” in quotes if it is a word.
    """
  ),
  (
    "lupus *",
    """
    expected letters or digits beside the wildcard, found “*” alone
      lupus *
            ^
    Write the part of the word that you know: nephr*
    """
  ),
  (
    "nephr*3x",
    """
    expected the end of the word behind the number of characters, found “x”
      nephr*3x
             ^
    Inside a word write ? for one character or none, # for one, and * for any.
    """
  ),
  (
    "or/5-1",
    """
    expected the smaller number first, found “5-1”
      or/5-1
         ^
    Write 1-5.
    """
  ),
  (
    "007 or 3",
    """
    expected the number of a line, counted from 1, found “007”
      007 or 3
      ^
    Put the number in quotes if it is a word.
    """
  ),
  (
    "lupus (nephritis)/freq=2",
    """
    expected “and”, “or”, “not”, “adj” or the end of the query, found “(”
      lupus (nephritis)/freq=2
            ^
    Write an operator before this.
    """
  ),
]
