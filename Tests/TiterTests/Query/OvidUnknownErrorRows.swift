/// Values, limits, and commands that can't be honoured.
let ovidUnknown: [(text: String, description: String)] = [
  (
    "lupus/freq=0",
    """
    expected how many times, at least 1, found “0”
      lupus/freq=0
                 ^
    Write /freq=3 for at least three times.
    """
  ),
  (
    "(lupus not mice)/freq=2",
    """
    expected only words, and words joined by “or” or “adj”, before “/freq=”, found an “and” or “not”
      (lupus not mice)/freq=2
             ^
    """
  ),
  (
    "lupus/freq=3.ab.",
    """
    expected “and”, “or”, “not”, “adj” or the end of the query, found “.”
      lupus/freq=3.ab.
                  ^
    A field code stands right behind words or parentheses, and before “/freq=”.
    """
  ),
  (
    "rev*.pt.",
    """
    expected only words before “.pt.”, found a wildcard
      rev*.pt.
         ^
    Write whole names, and join several by “or” in parentheses.
    """
  ),
  (
    "201*.yr.",
    """
    expected only words before “.yr.”, found a wildcard
      201*.yr.
         ^
    Write 2015.yr., 2015-2020.yr., or 2015-current.yr.
    """
  ),
  (
    "drug terapy.fs.",
    """
    expected the name of a qualifier, such as drug therapy, found “drug terapy”
      drug terapy.fs.
      ^
    Did you mean drug therapy?
    """
  ),
  (
    #"limit 12 yr="2015""#,
    """
    expected “to” behind the line, found “yr=”
      limit 12 yr="2015"
               ^
    Write limit 12 to english language.
    """
  ),
  (
    "limit 12 to full text",
    """
    expected years, a language, a type of publication, humans or animals, found “full text”
      limit 12 to full text
                  ^
    Documents can't be limited to this; leave it out.
    """
  ),
  (
    "limit 12 to randomised controlled trial",
    """
    expected years, a language, a type of publication, humans or animals, found “randomised controlled trial”
      limit 12 to randomised controlled trial
                  ^
    Did you mean “randomized controlled trial”?
    """
  ),
  (
    "limit 12 to (humans",
    """
    expected a “)” that closes this “(”, found the end of the query
      limit 12 to (humans
                  ^
    """
  ),
  (
    "limit 12 to (humans or english)",
    """
    expected types, or languages, on both sides of “or”, found something else
      limit 12 to (humans or english)
                          ^
    Limit the line twice, and join the two lines by “or”.
    """
  ),
  (
    "1 and limit 12 to humans",
    """
    expected a part of a query, found the command “limit”
      1 and limit 12 to humans
            ^
    Make “limit” a line of its own, and combine that by its number.
    """
  ),
  (
    "remove duplicates from 5",
    """
    expected a query, found the command “remove duplicates”
      remove duplicates from 5
      ^
    Duplicates are removed when records are indexed; leave this line out.
    """
  ),
  (
    "5 use medall",
    """
    expected a query, found the command “use”
      5 use medall
      ^
    All sources are searched; choose some of them when searching, and leave this line out.
    """
  ),
  (
    "lupus (nephritis)",
    """
    expected “and”, “or”, “not”, “adj” or the end of the query, found “(”
      lupus (nephritis)
            ^
    Write an operator before this.
    """
  ),
]
