extension Query {
  /// Reads the plain syntax: words, and `"phrases in quotes"`.
  ///
  /// - Throws: ``QueryError`` when a quote isn't closed.
  public init(plain text: String) throws(QueryError) {
    self.init([.words(text)])
  }
}
