extension Query {
  /// The query with fields at single words and phrases instead of groups, and a filter for each of several types.
  ///
  /// It finds and ranks the same; some dialects can write no other.
  public var distributed: Query {
    var query = self
    query.clauses = clauses.map { clause in
      let distributed = clause.distributed(in: .all)
      // Words that rank are no part that must be there; those in a field are.
      return distributed.isOptional && !clause.isOptional ? clause : distributed
    }
    return query
  }
}

extension Query.Clause {
  fileprivate func distributed(in fields: FieldSet) -> Query.Clause {
    switch self {
    // Each word of words counts beside others that must be there, and no more as a part by itself.
    case .all(let clauses) where fields != .all && clauses.contains(where: \.isWords): .field(fields, self)
    case .all(let clauses): .all(clauses.map { $0.distributed(in: fields) })
    case .any(let clauses): .any(clauses.map { $0.distributed(in: fields) })
    case .not(let clause): .not(clause.distributed(in: fields))
    case .optional(let clause): .optional(clause.distributed(in: fields))
    case .boost(let clause, let factor): .boost(clause.distributed(in: fields), by: factor)
    case .field(let own, let clause): clause.distributed(in: fields.intersection(own))
    case .filter(let filter) where filter == Filter(types: filter.types) && filter.types.count > 1:
      .any(filter.types.map { .filter(Filter(types: [$0])) })
    default: fields == .all ? self : .field(fields, self)
    }
  }
}
