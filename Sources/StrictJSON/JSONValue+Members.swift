extension JSONValue {
    /// An object of the members that have a value, in their order.
    public static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
        .object(members.compactMap { name, value in value.map { (name, $0) } })
    }
}
