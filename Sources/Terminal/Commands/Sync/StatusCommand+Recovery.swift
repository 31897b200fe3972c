import Negotiation
import NodeKit

extension StatusCommand {
    /// What a restore of the coordinator changed; at the desk, when a restore was tried last.
    static func recovery(_ changed: Int, _ check: RestoreCheck?, _ language: Language) -> [Page.Block] {
        var blocks: [Page.Block] = []
        if changed > 0 {
            blocks.append(
                .advice(
                    Sentence(
                        "Setelah koordinator dipulihkan, {n} hasil berubah. Yang baru berlaku; lihat yang mana:",
                        "After a restore of the coordinator {n} outcomes changed. The new ones count; see which:"
                    ).text(language, [("n", language.number(changed))]),
                    command: "\(Program.current.rawValue) outbox list"))
        }
        if let check, check.isOld() {
            blocks.append(
                .advice(
                    Sentence(
                        "Pemulihan terakhir dicoba {at}, lebih dari {n} hari lalu. Coba lagi dengan cadangan terbaru:",
                        "A restore was last tried at {at}, more than {n} days ago. Try the latest backup:"
                    ).text(language, [("at", check.at), ("n", "\(RestoreCheck.limitDays)")]),
                    command: "mutasi-coordinator restore --check FILE"))
        }
        return blocks
    }
}
