import StrictJSON

extension JSON {
    /// The name that an attachment's reference `{"attachment": name}` holds: 64 lowercase hexadecimal digits.
    public func requiredAttachment() throws -> String {
        let name = try requiredString("attachment", maxBytes: 64)
        let isHexadecimal = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
        guard name.utf8.count == 64, isHexadecimal else {
            throw BodyError(path: path + "/attachment", expected: "an attachment's name: 64 hexadecimal digits")
        }
        return name
    }
}
