import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol

/// `status`: how the node stands, computed anew from what is stored.
public struct StatusCommand: OperatorCommand {
    public static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How this node stands: what waits, and whether it holds what the coordinator says it should.",
        discussion: """
            Example: mutasi-node status --data /var/lib/mutasi

            Ends with 0 when all is well: nothing unsent, no open conflict, a view that is fresh, and whose digest, computed \
            from the stored records, is the one that the coordinator stated. Else with 1. How fresh it is goes by this \
            machine's clock: a doubt may mean that the clock is wrong.
            """)

    @OptionGroup public var options: GlobalOptions

    public init() {}

    public func answer(_ workplace: Workplace) async throws -> Answer {
        let now = Stamp.now()
        let status = try workplace.store.status(at: now)
        let identity = workplace.identity
        let visible = try workplace.visible()
        let changed = try workplace.store.formerOutcomes().count
        let restores = workplace.restoreCheck
        let isWell = status.isWell && restores?.isOld() != true
        let json = JSONValue.object([
            ("state", .string(status.state.rawValue)),
            ("well", .boolean(isWell)),
            ("agency", .string(identity.agency.text)),
            ("node", .string(identity.node.text)),
            ("registry", .boolean(identity.isRegistry)),
            ("unsent", .integer(status.drafts)),
            ("inFlight", .integer(status.inFlight)),
            ("held", .integer(status.held)),
            ("waiting", .integer(status.waiting)),
            ("restored", .boolean(status.isRestored)),
            ("rejoining", .boolean(status.isRejoining)),
            ("lastBackup", .optional(status.upkeep.lastBackup)),
            ("lastBackupCheck", .optional(status.upkeep.lastCheck)),
            ("conflicts", .integer(status.openConflicts)),
            ("incomplete", .integer(status.incompleteRecords)),
            ("records", .integer(status.view.count)),
            ("digest", .string(status.view.hex)),
            ("coordinatorDigest", .optional(status.stated?.hex)),
            ("agrees", .boolean(status.agrees)),
            ("complete", .boolean(status.isComplete)),
            ("day", .optional(status.day)),
            ("cursor", status.cursor?.json ?? .null),
            ("unsentSince", .optional(status.unsentSince)),
            ("lastSync", .optional(status.lastSync)),
            ("completeAt", .optional(status.completeAt?.text)),
            ("erasureOwed", .boolean(status.owesErasure)),
            ("doubts", .array(status.doubts.map { .string($0.rawValue) })),
            ("refusal", .optional(status.refusal?.code)),
            ("unreadable", .integer(visible.unreadable.count)),
            ("alarms", .array(visible.notices.filter { $0.code == .copySeen }.map(\.detail))),
            ("ask", .optional(StatusWords.invitation(status, identity))),
            ("changedOutcomes", .integer(changed)),
            ("restoreCheckedAt", .optional(restores?.at)),
            ("restoreCheckedDaysAgo", .optional(restores?.ageDays())),
        ])
        return Answer(json, exit: isWell ? .done : .answerIsNo) { language in
            var page = Self.page(status, identity, language, at: now)
            page.blocks += Self.remarks(visible, Presenter(visible, own: identity.agency, language: language))
            page.blocks += Self.recovery(changed, restores, language)
            return page
        }
    }

    /// What the records say beside the node's own state: alarms about copies, and records of a later version.
    private static func remarks(_ visible: VisibleRecords, _ presenter: Presenter) -> [Page.Block] {
        let language = presenter.language
        let program = Program.current.rawValue
        var blocks = presenter.alarms().map { Page.Block.advice($0, command: "\(program) notice list") }
        if !visible.unreadable.isEmpty {
            blocks.append(
                .advice(
                    Sentence(
                        "{count} catatan tidak terbaca oleh versi ini dan tidak ditampilkan; perbarui program.",
                        "{count} records cannot be read by this version and are not shown; update the program."
                    ).text(language, [("count", language.number(visible.unreadable.count))]), command: nil))
        }
        return blocks
    }

    private static func page(
        _ status: NodeStatus, _ identity: NodeIdentity, _ language: Language, at now: Stamp
    ) -> Page {
        func field(_ name: Sentence, _ value: String) -> Page.Field {
            Page.Field(name[language], value)
        }
        let yes = Sentence("ya", "yes")[language]
        let no = Sentence("TIDAK", "NO")[language]
        var page = Page([
            .title(
                status.isWell
                    ? Sentence("Simpul ini sehat", "This node is well")[language]
                    : Sentence("Simpul ini perlu dilihat", "This node needs a look")[language]),
            .fields([
                field(
                    Sentence("Perangkat daerah", "Agency"),
                    identity.agency.text
                        + (identity.isRegistry ? Sentence(" (registri)", " (registry)")[language] : "")),
                field(Sentence("Keadaan", "State"), StatusWords.state(status.state)[language]),
                field(Sentence("Hari", "Day"), status.day.map { CivilDate(iso: $0).map(language.date) ?? $0 } ?? "-"),
                field(Sentence("Sinkronisasi terakhir", "Last sync"), status.lastSync ?? "-"),
                field(Sentence("Menurut", "As of"), Self.asOf(status, language)),
                field(Sentence("Lengkap terakhir", "Last complete"), Self.age(status.completeAt, language, at: now)),
                field(
                    Sentence("Belum terkirim", "Unsent"),
                    language.number(status.drafts + status.inFlight)
                        + (status.unsentSince.map {
                            Sentence(" (tertua dicatat {at})", " (oldest recorded {at})").text(language, [("at", $0)])
                        } ?? "")),
                field(
                    Sentence("Ditahan untuk diperiksa", "Held for you to look at"),
                    language.number(status.held)
                        + (status.waiting == 0
                            ? ""
                            : Sentence(" ({count} menunggu bersamanya)", " ({count} wait with them)").text(
                                language, [("count", language.number(status.waiting))]))),
                field(
                    Sentence("Cadangan terakhir", "Last backup"),
                    Self.age(of: status.upkeep.lastBackup, language, at: now)),
                field(
                    Sentence("Cadangan terakhir diperiksa", "Last backup check"),
                    Self.age(of: status.upkeep.lastCheck, language, at: now)),
                field(Sentence("Pertentangan terbuka", "Open conflicts"), language.number(status.openConflicts)),
                field(Sentence("Catatan", "Records"), language.number(status.view.count)),
                field(Sentence("Lengkap", "Complete"), status.isComplete ? yes : no),
                field(
                    Sentence("Sama dengan koordinator", "Same as the coordinator"), status.agrees ? yes : no),
                field(Sentence("Sidik data", "View digest"), String(status.view.hex.prefix(16)) + "…"),
            ]),
        ])
        page.blocks += status.doubts.map { doubt in
            let words = StatusWords.doubt(doubt)
            return .advice("\(doubt.rawValue): \(words.meaning[language]) \(words.advice[language])", command: nil)
        }
        for advice in StatusWords.advice(status, identity) {
            page.add(
                .advice(advice.text[language], command: advice.command.map { "\(Program.current.rawValue) \($0)" }))
        }
        return page
    }
}

extension StatusCommand {
    /// `epoch 1, keputusan 1.234`
    private static func asOf(_ status: NodeStatus, _ language: Language) -> String {
        guard let cursor = status.cursor else { return "-" }
        return Sentence("epoch {epoch}, keputusan ke-{position}", "epoch {epoch}, decision {position}").text(
            language, [("epoch", "\(cursor.epoch)"), ("position", language.number(cursor.position))])
    }

    /// How long ago a moment was that is kept as text.
    private static func age(of text: String?, _ language: Language, at now: Stamp) -> String {
        guard let text else { return Sentence("belum pernah", "never")[language] }
        return age(Stamp(text: text), language, at: now)
    }

    private static func age(_ completeAt: Stamp?, _ language: Language, at now: Stamp) -> String {
        guard let completeAt else { return "-" }
        let age = language.span(.seconds(max(completeAt.seconds(until: now), 0)))
        return completeAt.text + Sentence(" ({age} lalu)", " ({age} ago)").text(language, [("age", age)])
    }
}
