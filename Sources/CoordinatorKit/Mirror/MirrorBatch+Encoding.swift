import SyncProtocol

/// A batch in bytes: items, each a kind (1 byte), a length (8, big-endian) and so many bytes. Kind 1 is a bundle, 2 an
/// attachment (32 bytes of salt in front), 3 a journal entry, 4 the mark (position, bundle row and attachment row, 8 bytes
/// each, and the leaf), which is the last one.
extension MirrorBatch {
    private static let saltBytes = Limits.attachmentSaltBytes

    var encoded: [UInt8] {
        var bytes: [UInt8] = []
        func add(_ kind: UInt8, _ parts: [UInt8]...) {
            bytes.append(kind)
            bytes += MirrorSegment.bigEndian(parts.reduce(0) { $0 + $1.count })
            parts.forEach { bytes += $0 }
        }
        bundles.forEach { add(1, $0) }
        attachments.forEach { add(2, $0.salt, $0.bytes) }
        entries.forEach { add(3, $0) }
        add(
            4, MirrorSegment.bigEndian(mark.position), MirrorSegment.bigEndian(mark.bundleRow),
            MirrorSegment.bigEndian(mark.attachmentRow), mark.leaf)
        return bytes
    }

    /// Nil for anything else than what ``encoded`` writes.
    init?(parsing bytes: [UInt8]) {
        var rest = bytes[...]
        var mark: MirrorMark?
        self.init(mark: .start)
        while let kind = rest.popFirst() {
            guard mark == nil, rest.count >= 8, let length = MirrorSegment.integer(rest.prefix(8)),
                length <= rest.count - 8
            else { return nil }
            let item = Array(rest.dropFirst(8).prefix(length))
            rest = rest.dropFirst(8 + length)
            switch kind {
            case 1: bundles.append(item)
            case 2:
                guard item.count >= Self.saltBytes else { return nil }
                attachments.append(
                    Attachment(salt: Array(item.prefix(Self.saltBytes)), bytes: Array(item.dropFirst(Self.saltBytes))))
            case 3: entries.append(item)
            case 4:
                guard let read = Self.mark(item) else { return nil }
                mark = read
            default: return nil
            }
        }
        guard let mark else { return nil }
        self.mark = mark
    }

    private static func mark(_ item: [UInt8]) -> MirrorMark? {
        guard item.count == 24 || item.count == 56, let position = MirrorSegment.integer(item[..<8]),
            let bundleRow = MirrorSegment.integer(item[8..<16]),
            let attachmentRow = MirrorSegment.integer(item[16..<24])
        else { return nil }
        return MirrorMark(
            position: position, leaf: Array(item[24...]), bundleRow: bundleRow, attachmentRow: attachmentRow)
    }
}
