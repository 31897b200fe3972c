/// Members of an object by name and type, for decoding messages. All throw `JSONError` with the member's path: the
/// value itself is not an object, the member is missing, or it is of another type or beyond its limit.
extension JSON {
    /// The member, of any type, `null` included.
    public func required(_ name: String) throws -> JSON {
        guard let member = try member(name) else {
            var path = document.path(to: index)
            path.append(name: name)
            throw JSONError(code: .missing, offset: offset, path: path.text, message: "a required member is missing")
        }
        return member
    }

    /// The string member, of at most `maxBytes` decoded UTF-8 bytes.
    public func requiredString(_ name: String, maxBytes: Int = 4096) throws -> String {
        try required(name).string(maxBytes: maxBytes)
    }

    /// The string member's UTF-8 bytes, at most `maxBytes`.
    public func requiredStringBytes(_ name: String, maxBytes: Int) throws -> [UInt8] {
        let member = try required(name)
        guard let bytes = member.stringBytes else {
            throw member.unexpectedType("a string")
        }
        guard bytes.count <= maxBytes else {
            throw member.error(.tooLong, "expected at most \(maxBytes) bytes, found \(bytes.count)")
        }
        return bytes
    }

    public func requiredInteger(_ name: String, in range: ClosedRange<Int> = JSON.integerRange) throws -> Int {
        try required(name).integer(in: range)
    }

    public func requiredBoolean(_ name: String) throws -> Bool {
        try required(name).checkedBoolean()
    }

    public func requiredArray(_ name: String, maxCount: Int) throws -> [JSON] {
        try required(name).elements(maxCount: maxCount)
    }

    public func requiredObject(_ name: String) throws -> JSON {
        try required(name).checkedObject()
    }

    /// The string member, nil when it is absent or `null`.
    public func optionalString(_ name: String, maxBytes: Int = 4096) throws -> String? {
        try optional(name)?.string(maxBytes: maxBytes)
    }

    /// The integer member, nil when it is absent or `null`.
    public func optionalInteger(_ name: String, in range: ClosedRange<Int> = JSON.integerRange) throws -> Int? {
        try optional(name)?.integer(in: range)
    }

    /// The boolean member, nil when it is absent or `null`.
    public func optionalBoolean(_ name: String) throws -> Bool? {
        try optional(name)?.checkedBoolean()
    }

    /// The array member, nil when it is absent or `null`.
    public func optionalArray(_ name: String, maxCount: Int) throws -> [JSON]? {
        try optional(name)?.elements(maxCount: maxCount)
    }

    /// The object member, nil when it is absent or `null`.
    public func optionalObject(_ name: String) throws -> JSON? {
        try optional(name)?.checkedObject()
    }

    /// An error about this value, at its path and offset, for checks that go beyond its type.
    public func error(_ code: JSONError.Code, _ message: String) -> JSONError {
        JSONError(code: code, offset: offset, path: path, message: message)
    }

    private func member(_ name: String) throws -> JSON? {
        try checkedObject()[name]
    }

    private func optional(_ name: String) throws -> JSON? {
        guard let member = try member(name), !member.isNull else {
            return nil
        }
        return member
    }

    private func checkedObject() throws -> JSON {
        guard kind == .object else {
            throw unexpectedType("an object")
        }
        return self
    }

    private func checkedBoolean() throws -> Bool {
        guard let boolean else {
            throw unexpectedType("a boolean")
        }
        return boolean
    }

    private func string(maxBytes: Int) throws -> String {
        guard let string else {
            throw unexpectedType("a string")
        }
        guard string.utf8.count <= maxBytes else {
            throw error(.tooLong, "expected at most \(maxBytes) bytes, found \(string.utf8.count)")
        }
        return string
    }

    private func integer(in range: ClosedRange<Int>) throws -> Int {
        guard let integer else {
            throw unexpectedType("an integer")
        }
        guard range.contains(integer) else {
            throw error(.range, "expected \(range.lowerBound) to \(range.upperBound), found \(integer)")
        }
        return integer
    }

    private func elements(maxCount: Int) throws -> [JSON] {
        guard let elements else {
            throw unexpectedType("an array")
        }
        guard elements.count <= maxCount else {
            throw error(.tooMany, "expected at most \(maxCount) elements, found \(elements.count)")
        }
        return elements
    }

    private func unexpectedType(_ expected: String) -> JSONError {
        let found =
            switch kind {
            case .object: "an object"
            case .array: "an array"
            case .string: "a string"
            case .integer: "an integer"
            case .boolean: "a boolean"
            case .null: "null"
            }
        return error(.wrongType, "expected \(expected), found \(found)")
    }
}
