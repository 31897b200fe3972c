import Negotiation
import Personnel
import StrictJSON

/// Findings of rules, each with its article.
extension Presenter {
    /// The findings of the rules of the route, those that do not apply to this post or person included; nil when there is none.
    func rules(_ results: [RuleResult]) -> Table? {
        let shown = results.filter { $0.outcome != .notApplicable || $0.reason != .notInRoute }
        guard !shown.isEmpty else { return nil }
        return Table(
            [
                column("Aturan", "Rule"), column("Hasil", "Finding"), column("Keterangan", "Why"),
                column("Dasar", "Article"),
            ],
            rows: shown.sorted { $0.rule < $1.rule }.map { result in
                [
                    "\(result.rule.rawValue) \(Sentences.title(result.rule)[language])", outcome(result),
                    sentence(result), result.article,
                ]
            })
    }

    /// Why a rule came to its finding, with the values in it.
    public func sentence(_ result: RuleResult) -> String {
        guard let sentence = Sentences.reason(result.reason) else { return result.reason.rawValue }
        var values = result.value.map { ($0.name, value($0.text)) }
        let ratings = result.value.filter { $0.name.hasPrefix("rating-") }
        for (index, part) in result.value.enumerated() where part.name == "parts" {
            values[index].1 = part.text.split(separator: ", ").map { word(.term, String($0)) }.joined(separator: ", ")
        }
        values.append(
            ("ratings", ratings.map { "\($0.name.dropFirst(7)) \(value($0.text))" }.joined(separator: ", ")))
        return ([sentence.text(language, values)] + staffing(result)).joined(separator: " ")
    }

    /// Of R23: how many stay in the post and in the unit, against which floor, and where it comes from. Nothing without a floor.
    private func staffing(_ result: RuleResult) -> [String] {
        guard result.rule == .r23 else { return [] }
        func text(_ name: String) -> String? { result.value.first { $0.name == name }?.text }
        let places = ["post", "unit"].compactMap { name -> String? in
            guard let floor = text(name + "-floor"), let held = text(name + "-holders") else { return nil }
            let source = text(name + "-floor-from") ?? "share-of-need"
            return Sentence(
                "{place} {held} petugas, batas {floor} ({source})", "{place} {held} people, floor {floor} ({source})"
            )
            .text(
                language,
                [
                    ("place", name == "post" ? say("jabatan", "post") : "unit"),
                    ("held", language.decimal(held)), ("floor", floor), ("source", word(.term, source)),
                ])
        }
        guard !places.isEmpty else { return [] }
        let published =
            text("published").map { [say("diumumkan ", "published ") + date(text: $0)] } ?? []
        let stays = text("stays-percent").map { [say("tetap bertugas \($0)%", "stays with \($0)%")] } ?? []
        let list = (places + stays + published).joined(separator: "; ")
        return [list.prefix(1).uppercased() + list.dropFirst() + "."]
    }

    /// What was found; a fail that does not forbid the move says so.
    func outcome(_ result: RuleResult) -> String {
        let word = word(.ruleOutcome, result.outcome.rawValue)
        return result.outcome == .fail && !result.blocks ? word + say(" (catatan)", " (noted)") : word
    }

    private func value(_ text: String) -> String {
        CivilDate(iso: text).map(date) ?? word(.term, text)
    }
}
