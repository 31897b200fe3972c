import Negotiation
import NodeKit
import Personnel

/// Documents as they are printed: the whole list, or one person's extract.
extension Presenter {
    /// - Parameters:
    ///   - line: the index of the line of an extract; nil for the whole document.
    ///   - people: who stands behind the lines, by offer, as far as this node may name them.
    func printed(_ document: Document, line: Int?, people: [RecordID: DisclosedProfile]) -> Page {
        let title = title(of: document)
        let chosen = line.map { [$0] } ?? Array(document.lines.indices)
        var fields = [
            field("Nomor", "Number", document.number), field("Tanggal", "Date", date(document.date)),
            field("Ditandatangani oleh", "Signed by", "\(document.signer), \(document.standing)"),
        ]
        fields +=
            document.permit.map { [field("Izin Menteri", "Minister's letter", "\($0.number), \(date($0.date))")] } ?? []
        fields += document.corrects.map { [field("Meralat atau mencabut", "Corrects or revokes", paper($0))] } ?? []
        var page = Page([
            .title(line == nil ? title : say("Petikan: \(title)", "Extract: \(title)")), .fields(fields),
        ])
        for index in chosen where line != nil {
            page.add(.heading(say("Baris \(index + 1)", "Line \(index + 1)")))
            page.add(.fields(Self.fields(cells(document.lines[index], of: document, people), lineTitles)))
        }
        if line == nil {
            let rows = chosen.map { [language.number($0 + 1)] + cells(document.lines[$0], of: document, people) }
            page.add(.table(Table([column("No", "No", .right)] + lineTitles.map { Table.Column($0) }, rows: rows)))
        }
        page.add(
            .paragraph(
                say(
                    "Dicetak dari catatan mutasi; yang sah adalah naskah yang ditandatangani.",
                    "Printed from the records of the transfer; the signed paper is what counts.")))
        return page
    }

    private var lineTitles: [String] {
        [
            say("Pegawai", "Person"), say("Dari", "From"), say("Ke jabatan", "To the post"),
            say("Terhitung mulai", "From the day"),
            say("Keputusan", "Decision"),
        ]
    }

    private func cells(
        _ line: Document.Line, of document: Document, _ people: [RecordID: DisclosedProfile]
    ) -> [String] {
        guard let offer = records.offer(line.offer) else {
            let other = say("usulan lain [\(shown(line.offer))]", "another offer [\(shown(line.offer))]")
            return [other, "", "", "", result(line, of: document)]
        }
        let transfer = records.transfer(ofOffer: offer.id)
        let start = date(transfer?.start ?? offer.terms.start)
        let until = (transfer?.returns ?? offer.terms.returns).map { say(" s.d. \(date($0))", " to \(date($0))") } ?? ""
        let place = "\(records.vacancy(offer.vacancy).map(place) ?? shown(offer.vacancy)), \(agency(offer.receiving))"
        return [
            name(people[offer.id]) ?? records.card(offer.card).map(person) ?? shown(offer.card), agency(offer.home),
            place,
            start + until, result(line, of: document),
        ]
    }

    private func name(_ profile: DisclosedProfile?) -> String? {
        guard let profile else { return nil }
        let titles = profile.titleAfter.map { ", \($0)" } ?? ""
        let name = [profile.titleBefore, profile.name].compactMap { $0 }.joined(separator: " ") + titles
        return "\(name), NIP \(profile.nip.text)"
    }

    private static func fields(_ values: [String], _ names: [String]) -> [Page.Field] {
        zip(names, values).filter { !$1.isEmpty }.map { Page.Field($0, $1) }
    }
}
