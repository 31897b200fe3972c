import Negotiation
import Personnel

/// Letters that stand behind what was said, and how late a fact was entered.
extension Presenter {
    /// `surat 800/5, 2 Maret 2026, Siti (definitif)`.
    func letter(_ letter: Letter) -> String {
        let words = "\(letter.number), \(date(letter.date)), \(letter.signer) (\(letter.standing))"
        return say("surat ", "letter ") + words
    }

    /// Who recorded something, with the letter and the delay.
    ///
    /// - Parameter stated: the date that stands on the paper; a letter's own where there is none.
    func recorded(by actor: String, _ letter: Letter?, _ entered: CivilDate?, stated: CivilDate?) -> String {
        let paper = letter.map { "; " + self.letter($0) } ?? ""
        return actor + paper + delay(from: stated ?? letter?.date, entered)
    }

    func recorded(_ said: Attested, stated: CivilDate? = nil) -> String {
        let date = stated ?? said.text("date").flatMap(CivilDate.init(iso:))
        return recorded(by: said.actor, said.letter, said.entered, stated: date)
    }

    /// ` (dicatat 5 hari kemudian, 7 Maret 2026)`; nothing when it was entered in time.
    func delay(from stated: CivilDate?, _ entered: CivilDate?) -> String {
        guard let stated, let entered else { return "" }
        let days = language.number(stated.days(until: entered))
        return say(
            " (dicatat \(days) hari kemudian, \(date(entered)))", " (entered \(days) days later, \(date(entered)))")
    }
}
