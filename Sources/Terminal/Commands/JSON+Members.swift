import StrictJSON

extension JSON {
    /// The object with some members replaced and new ones at its end; every other member keeps its bytes. A nil value
    /// leaves the member as it is.
    func replacing(_ members: [(String, JSONValue?)]) -> JSONValue {
        let changes = members.compactMap { name, value in value.map { (name, $0) } }
        let kept = (self.members ?? []).map { name, value in
            (name, changes.first { $0.0 == name }?.1 ?? JSONValue(value))
        }
        return .object(kept + changes.filter { name, _ in !kept.contains { $0.0 == name } })
    }
}
