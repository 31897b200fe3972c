extension Sentences {
    /// Codes of `EvidenceFault`, and `form` for a file that is none.
    static let evidence = Catalogue(
        explanations: evidenceFaults(
            ("form", "Berkas ini bukan berkas bukti.", "The file is no evidence file."),
            (
                "key", "Kunci dalam berkas bukan kunci koordinator ini.",
                "The key in the file is not that of this coordinator."
            ),
            (
                "checkpoint", "Titik periksa tidak ditandatangani koordinator.",
                "The coordinator did not sign the checkpoint."
            ),
            (
                "entry", "Keputusan ini tidak terbukti ada dalam jurnal.",
                "The decision is not proven to be in the journal."
            ),
            ("bundle", "Kiriman tidak memuat operasi ini.", "The bundle does not hold the operation."),
            (
                "signer", "Kunci simpul tidak terbukti berasal dari jurnal.",
                "The node's key is not proven to come from the journal."
            ),
            ("signature", "Simpul tidak menandatangani kiriman ini.", "The node did not sign the bundle.")))

    /// All of them ask for the same.
    private static func evidenceFaults(_ entries: (code: String, indonesian: String, english: String)...) -> String {
        entries.map { entry in
            """
            \(entry.code)
            \(entry.indonesian)
            Jangan percaya berkas ini; minta BKD membuatnya lagi dengan export evidence.
            \(entry.english)
            Do not rely on the file; ask the BKD to make it again with export evidence.
            """
        }.joined(separator: "\n\n")
    }
}
