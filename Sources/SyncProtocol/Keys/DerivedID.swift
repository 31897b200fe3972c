import Negotiation

/// Ids of the further records that an operation makes: the same on every machine, and nobody can choose them freely.
public enum DerivedID {
    /// UUIDv8 (RFC 9562) of the first 16 bytes of SHA-256("mutasi-id-v1" ‖ length of agency, 2 bytes ‖ agency ‖ operation
    /// id, 16 bytes ‖ number, 8 bytes), integers big-endian, with the version and variant bits set.
    public static func make(agency: AgencyCode, operation: OperationID, number: Int) -> RecordID {
        var input = Array("mutasi-id-v1".utf8)
        input.append(lengthPrefixed: Array(agency.text.utf8))
        input.append(contentsOf: operation.bytes)
        input.append(bigEndian: number)
        var bytes = Array(Sodium.sha256(input).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        guard let id = RecordID(bytes: bytes) else {
            preconditionFailure("a hash's first 16 bytes are the 16 bytes of an id")
        }
        return id
    }
}
