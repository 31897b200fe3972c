import SyncProtocol

/// Writes a whole journal into one file; see `JournalFrame` for its format.
public enum JournalExport {
    /// What was written.
    public struct Summary: Sendable {
        public var head: Head
        public var bundles: Int
        public var bytes: Int
    }

    /// The present head, signed. Throws ``StoreFailure``.
    public static func checkpoint(_ store: any CoordinatorStore, keys: CoordinatorKeys) throws -> Checkpoint {
        try store.read { snapshot in
            guard let region = try snapshot.region() else {
                throw StoreFailure(.region, "no region is founded here")
            }
            return try JournalRoot(headOf: snapshot).checkpoint(of: region.code, key: keys.signing)
        }
    }

    /// Writes a new file for its owner alone, durable on return, from one snapshot. Throws ``StoreFailure``; then there is no file.
    public static func write(_ store: any CoordinatorStore, keys: CoordinatorKeys, to path: String) throws -> Summary {
        let written = try store.read { try JournalFileWriter.write($0, keys: keys, to: path) }
        return Summary(head: written.head, bundles: written.bundles, bytes: written.bytes)
    }
}
