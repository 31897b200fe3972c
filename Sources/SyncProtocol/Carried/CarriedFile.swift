import StrictJSON

/// What the two kinds of carried files have in common.
enum CarriedFile {
    /// Throws ``ProtocolError`` unless the file says that it is of this format, in a version up to this one.
    static func check(_ json: JSON, format: String, version: Int) throws {
        guard json["format"]?.string?.utf8.elementsEqual(format.utf8) == true else {
            throw ProtocolError(.badRequest, "expected a file of the format \(format)", path: "/format")
        }
        guard let found = json["version"]?.integer, found >= 1 else {
            throw ProtocolError(.badRequest, "expected a version", path: "/version")
        }
        guard found <= version else {
            throw ProtocolError(.unsupportedVersion, "a later program wrote the file", path: "/version")
        }
    }
}
