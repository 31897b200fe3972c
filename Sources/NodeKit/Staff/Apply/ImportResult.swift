import Personnel

/// What an import did to the store: a comparison by NIP, never a replacement.
public struct ImportResult: Equatable, Sendable {
    /// Rows written for one file; 0 when the store held the same already.
    public struct FileChange: Equatable, Sendable {
        public let file: ImportFile
        public let rows: Int
    }

    /// In the file for the first time.
    public var added: [NIP] = []
    /// With another name, grade, education or standing, or a corrected post.
    public var changed: [NIP] = []
    /// In a newer post that no transfer explains: recorded as *di luar sistem*.
    public var moved: [NIP] = []
    /// Back in the file after being absent or having left.
    public var returned: [NIP] = []
    /// No longer in the file: someone has to say why; nothing was deleted.
    public var absent: [NIP] = []
    /// Moved by a started transfer that the file does not show yet (*menunggu SIASN*): left where the transfer put them.
    public var awaiting: [NIP] = []
    /// In an older post than the store knows: left where they are.
    public var older: [NIP] = []
    /// The rows written, in the order of `ImportFile`, for each file that was handed in.
    public var files: [FileChange] = []

    /// Whether the store holds after the import exactly what it held before.
    public var isUnchanged: Bool {
        added.isEmpty && changed.isEmpty && moved.isEmpty && returned.isEmpty && absent.isEmpty
            && files.allSatisfy { $0.rows == 0 }
    }
}
