import Personnel
import StrictJSON

extension JSON {
    /// A member that is a civil date, "YYYY-MM-DD".
    public func requiredDate(_ name: String) throws -> CivilDate {
        guard let date = CivilDate(iso: try requiredString(name, maxBytes: 10)) else {
            throw BodyError(path: path + "/" + name, expected: "a date YYYY-MM-DD")
        }
        return date
    }

    /// The same, nil when absent or null.
    public func optionalDate(_ name: String) throws -> CivilDate? {
        guard let text = try optionalString(name, maxBytes: 10) else { return nil }
        guard let date = CivilDate(iso: text) else {
            throw BodyError(path: path + "/" + name, expected: "a date YYYY-MM-DD")
        }
        return date
    }

    /// A member that is a text and not empty.
    func requiredText(_ name: String, maxBytes: Int) throws -> String {
        let text = try requiredString(name, maxBytes: maxBytes)
        guard !text.isEmpty else { throw BodyError(path: path + "/" + name, expected: "a text") }
        return text
    }

    /// A member that is a record's id.
    public func requiredRecordID(_ name: String) throws -> RecordID {
        guard let id = RecordID(text: try requiredString(name, maxBytes: 36)) else {
            throw BodyError(path: path + "/" + name, expected: "a record id")
        }
        return id
    }

    /// The same, nil when absent or null.
    public func optionalRecordID(_ name: String) throws -> RecordID? {
        try optionalString(name, maxBytes: 36) == nil ? nil : requiredRecordID(name)
    }

    /// A value that is a record's id.
    func asRecordID() throws -> RecordID {
        guard let id = string.flatMap(RecordID.init(text:)) else {
            throw BodyError(path: path, expected: "a record id")
        }
        return id
    }

    /// A member that is an agency's code.
    public func requiredAgency(_ name: String) throws -> AgencyCode {
        guard let code = AgencyCode(try requiredString(name, maxBytes: 24)) else {
            throw BodyError(path: path + "/" + name, expected: "an agency code: 2 to 24 of a-z, 0-9 and -")
        }
        return code
    }

    /// The same, nil when absent or null.
    public func optionalAgency(_ name: String) throws -> AgencyCode? {
        try optionalString(name, maxBytes: 24) == nil ? nil : requiredAgency(name)
    }
}
