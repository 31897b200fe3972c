import CZlib

/// Replies in the gzip format (RFC 1952), for clients that take them.
///
/// A first sync is mostly one card like the other, and its line may be slow: level 1 takes most of what there is to take,
/// and costs a third of what the usual level does. A signature stays over the bytes before compression.
/// Only replies to sync are packed: no secret of the coordinator is in them whose length somebody on the line could probe by
/// records of his own. A reply to a join has one, and goes as it is.
enum Gzip {
    /// What fits a packet gains nothing.
    static let threshold = 1400
    private static let level: Int32 = 1
    /// The largest window, and 16 for the gzip header.
    private static let windowBits: Int32 = 15 + 16

    /// The bytes packed; nil when they are short, become no shorter, or zlib has no memory.
    static func packed(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= threshold, bytes.count <= Int(UInt32.max) / 2 else { return nil }
        var stream = z_stream()
        guard czlib_deflate_init(&stream, level, windowBits) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            // zlib reads the input only, although its type does not say so.
            bytes.withUnsafeBufferPointer { input in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(bound)
                let isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = isWhole ? bound - Int(stream.avail_out) : 0
            }
        }
        return packed.isEmpty || packed.count >= bytes.count ? nil : packed
    }

    /// Whether `Accept-Encoding` offers gzip (RFC 9110 section 12.5.3): by its name, else by `*`, at a weight that is not zero.
    static func isOffered(in field: String?) -> Bool {
        var star = false
        for item in (field ?? "").lowercased().split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let name = parts.first else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            let isWanted = (weight ?? 1) > 0
            if name == "gzip" || name == "x-gzip" { return isWanted }
            star = star || (name == "*" && isWanted)
        }
        return star
    }
}
