import StrictJSON

extension JSON {
    /// The name that an attachment's reference `{"attachment": name}` holds: 64 lowercase hexadecimal digits.
    public func requiredAttachment() throws -> String {
        let name = try requiredString("attachment", maxBytes: 64)
        guard name.utf8.count == 64, name.utf8.allSatisfy(Self.isLowercaseHexadecimal) else {
            throw BodyError(path: path + "/attachment", expected: "an attachment's name: 64 hexadecimal digits")
        }
        return name
    }

    /// The same of a member that may be left out.
    public func checkAttachment(ifAny name: String) throws {
        _ = try optionalObject(name)?.requiredAttachment()
    }

    static func isLowercaseHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }
}
