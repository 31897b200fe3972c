extension HotStatement.Value {
    /// Values next to each other in one form only, for a hash over a row: of each its kind, and its length where it has one.
    public static func encoded(_ values: [HotStatement.Value]) -> [UInt8] {
        var bytes: [UInt8] = []
        for value in values {
            switch value {
            case .integer(let integer): append(0x69, Int64(integer), to: &bytes)
            case .row(let row): append(0x69, row, to: &bytes)
            case .text(let text):
                append(0x74, Int64(text.utf8.count), to: &bytes)
                bytes += text.utf8
            case .bytes(let blob):
                append(0x62, Int64(blob.count), to: &bytes)
                bytes += blob
            case .null: bytes.append(0x6E)
            }
        }
        return bytes
    }

    private static func append(_ kind: UInt8, _ number: Int64, to bytes: inout [UInt8]) {
        bytes.append(kind)
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
