/// The year in a date as files write it: the first run of exactly four digits (`"2014//"`, `"May 2019"`, `"c1999"`).
func publicationYear(in text: String) -> Int? {
  var year = 0
  var digits = 0
  for byte in text.utf8 {
    if byte.isDigit {
      digits += 1
      if digits <= 4 { year = year * 10 + Int(byte - 0x30) }
    } else {
      if digits == 4 { return year }
      (year, digits) = (0, 0)
    }
  }
  return digits == 4 ? year : nil
}
