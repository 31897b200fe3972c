import CoordinatorKit
import StrictJSON
import SyncProtocol
import Terminal

/// A verified journal as people and programs are told.
enum JournalText {
    /// `key` is the one that it verified under, told where nobody named one; `hasChecksum` is about a backup.
    static func answer(
        _ summary: JournalVerifier.Summary, key: VerifyingKey? = nil, isKeyKnown: Bool = true, hasChecksum: Bool? = nil
    ) -> Answer {
        var members: [(String, JSONValue)] = [
            ("verified", true), ("epoch", .integer(summary.head.epoch)),
            ("position", .integer(summary.head.position)), ("day", .optional(summary.head.day)),
            ("records", .integer(summary.records)), ("bundles", .integer(summary.bundles)),
        ]
        let fingerprint = key.map { InvitationLine.fingerprint(of: $0) }
        members += fingerprint.map { [("fingerprint", .string($0)), ("trusted", .boolean(isKeyKnown))] } ?? []
        members += hasChecksum.map { [("checksum", .boolean($0))] } ?? []
        return Answer(.object(members)) { language in
            var page = Page([
                .title(Sentence("Jurnal utuh", "The journal is whole")[language]),
                .fields([
                    Page.Field(Sentence("Keputusan", "Decisions")[language], language.number(summary.head.position)),
                    Page.Field(Sentence("Catatan", "Records")[language], language.number(summary.records)),
                    Page.Field(Sentence("Bundel", "Bundles")[language], language.number(summary.bundles)),
                    Page.Field(Sentence("Hari", "Day")[language], summary.head.day ?? "-"),
                ]),
            ])
            if let fingerprint, !isKeyKnown {
                page.add(
                    .paragraph(
                        Sentence(
                            "Bandingkan sidik kunci koordinator dengan yang Anda kenal: \(fingerprint)",
                            "Compare the fingerprint of the coordinator's key with the one you know: \(fingerprint)")[
                                language]))
            }
            if hasChecksum == false {
                page.add(
                    .paragraph(
                        Sentence(
                            "Tidak ada berkas .sha256: bagian berkas yang tidak berisi data tidak diperiksa.",
                            "There is no .sha256 file: parts of the file that hold no data were not looked at.")[
                                language]))
            }
            return page
        }
    }
}
