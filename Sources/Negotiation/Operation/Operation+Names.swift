import StrictJSON

extension Operation {
    /// How many different ids of a body are looked at: a document has a hundred lines.
    static let nameLimit = 400

    /// The records that the operation names: the one that it is about, then every id in its body, in order, each once.
    ///
    /// What has the form of an id counts as one, so an instance or a tag may be among them.
    public var named: [RecordID] {
        var names = [record]
        var seen: Set<RecordID> = [record]
        Self.collect(body) { name in
            if names.count < Self.nameLimit, seen.insert(name).inserted {
                names.append(name)
            }
        }
        return names
    }

    private static func collect(_ json: JSON, _ found: (RecordID) -> Void) {
        if let text = json.string, text.utf8.count == 36, let name = RecordID(text: text) {
            found(name)
        }
        for (_, value) in json.members ?? [] {
            collect(value, found)
        }
        for element in json.elements ?? [] {
            collect(element, found)
        }
    }
}
