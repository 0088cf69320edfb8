/// Operators, parentheses, quotes, and field codes where they can't be read.
let ovidMisplaced: [(text: String, description: String)] = [
  (
    "and lupus",
    """
    expected words, a heading, a line or “(”, found “and”
      and lupus
      ^
    Operators stand between two parts; put the word in quotes if it is no operator.
    """
  ),
  (
    "not mice",
    """
    expected words, a heading, a line or “(”, found “not”
      not mice
      ^
    Write before “not” what documents must hold: lupus not mice
    """
  ),
  (
    "lupus and",
    """
    expected words, a heading, a line or “(”, found the end of the query
      lupus and
               ^
    Write something behind “and”, or leave it out.
    """
  ),
  (
    "lupus or or nephritis",
    """
    expected words, a heading, a line or “(”, found “or”
      lupus or or nephritis
               ^
    Leave out one of the two operators, or put the word in quotes.
    """
  ),
  (
    "lupus and not mice",
    """
    expected words, a heading, a line or “(”, found “not”
      lupus and not mice
                ^
    Write “not” without “and”: lupus not mice
    """
  ),
  (
    "lupus or not mice",
    """
    expected words, a heading, a line or “(”, found “not”
      lupus or not mice
               ^
    Combine what “not” takes away in parentheses: lupus or (nephritis not mice)
    """
  ),
  (
    "(lupus or nephritis",
    """
    expected a “)” that closes this “(”, found the end of the query
      (lupus or nephritis
      ^
    Write “)” where the part in parentheses ends.
    """
  ),
  (
    "lupus) or nephritis",
    """
    expected “and”, “or”, “not”, “adj” or the end of the query, found “)”
      lupus) or nephritis
           ^
    There is no “(” that this “)” closes.
    """
  ),
  (
    "(lupus nephritis.ti,ab. kidney)",
    """
    expected “and”, “or”, “not”, “adj” or “)”, found “kidney”
      (lupus nephritis.ti,ab. kidney)
                              ^
    Write an operator before this.
    """
  ),
  (
    "lupus and ()",
    """
    expected words, a heading, a line or “(”, found “)”
      lupus and ()
                 ^
    Write something between the parentheses, or leave them out.
    """
  ),
  (
    #"(lupus or (nephritis and "kidney)"#,
    """
    expected a quote that closes this one, found the end of the query
      (lupus or (nephritis and "kidney)
                               ^
    Write “"” where the quoted words end.
    """
  ),
  (
    #"lupus and "   ""#,
    """
    expected letters or digits in the words to look for, found “   ”
      lupus and "   "
                ^
    """
  ),
  (
    "lupus.tj.",
    """
    expected a field code such as ti, ab, kw or mp, found “tj”
      lupus.tj.
            ^
    Did you mean .ti.? If this is no field code, put it in quotes with the words before it.
    """
  ),
  (
    "lupus.tiab.",
    """
    expected a field code such as ti, ab, kw or mp, found “tiab”
      lupus.tiab.
            ^
    Write .ti,ab.
    """
  ),
  (
    "lupus.ot.",
    """
    expected a field code such as ti, ab, kw or mp, found “ot”
      lupus.ot.
            ^
    Original titles aren't kept apart; write .ti.
    """
  ),
  (
    "lupus[tiab]",
    """
    expected “and”, “or”, “not”, “adj” or the end of the query, found “[”
      lupus[tiab]
           ^
    Write the field code behind the words between dots: lupus.ti,ab.
    """
  ),
  (
    "lupus.ti.ab.",
    """
    expected “and”, “or”, “not”, “adj” or the end of the query, found “ab.”
      lupus.ti.ab.
               ^
    Separate field codes by commas: .ti,ab.
    """
  ),
  (
    "lupus.ti,ab,.",
    """
    expected a field code such as ti, ab, kw or mp, found “.”
      lupus.ti,ab,.
                  ^
    Leave out the last comma.
    """
  ),
  (
    "lupus.ab, glomerulonephritides",
    """
    expected a field code such as ti, ab, kw or mp, found “glomerulonephritides”
      lupus.ab, glomerulonephritides
                ^
    If this is no field code, put it in quotes with the words before it.
    """
  ),
  (
    "lupus.ti,au.",
    """
    expected only codes of texts, such as ti, ab and kw, beside others, found “au”
      lupus.ti,au.
               ^
    Write one part for each, joined by “or”: lupus.ti. or smith j.au.
    """
  ),
  (
    "ti:lupus",
    """
    expected words before their field code, found “ti:”
      ti:lupus
      ^
    Write the code behind the words: lupus.ti,ab.
    """
  ),
]
