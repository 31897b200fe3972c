import Negotiation
import Personnel
import StrictJSON

/// Records as a person reads them: pure functions from what one agency may see to pages.
public struct Presenter: Sendable {
    public let records: VisibleRecords
    /// The agency at whose node the page is read.
    public let own: AgencyCode
    public let language: Language

    public init(_ records: VisibleRecords, own: AgencyCode, language: Language) {
        self.records = records
        self.own = own
        self.language = language
    }

    var todo: Todo { Todo(records, own: own) }

    func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    func word(_ list: WordList, _ code: String) -> String {
        Sentences.word(list, code, language)
    }

    func field(_ indonesian: String, _ english: String, _ value: String) -> Page.Field {
        Page.Field(say(indonesian, english), value)
    }

    func column(_ indonesian: String, _ english: String, _ alignment: Table.Alignment = .left) -> Table.Column {
        Table.Column(say(indonesian, english), alignment)
    }

    func shown(_ id: RecordID) -> String { records.shown(id) }

    func date(_ date: CivilDate) -> String { language.date(date) }

    func deadline(_ date: CivilDate) -> String {
        records.today.map { language.deadline(date, today: $0) } ?? language.date(date)
    }

    /// A date that stands in a record as text, or the text itself when it is none.
    func date(text: String) -> String {
        CivilDate(iso: text).map(date) ?? text
    }

    /// `Dinas Kesehatan (dinkes)`; the code alone when the agency is not at hand.
    func agency(_ code: AgencyCode) -> String {
        guard let agency = records.agencies[code], let names = try? JSON(parsing: agency.names.encoded) else {
            return code.text
        }
        let name = names[language.rawValue]?.string ?? names["id"]?.string ?? code.text
        return name == code.text ? name : "\(name) (\(code.text))"
    }

    /// The post and unit of a vacancy, `Analis SDM Aparatur, Bidang Mutasi`.
    func place(_ vacancy: Vacancy) -> String {
        let place = vacancy.group("place")
        let parts = [place?["post"]?["name"]?.string, place?["unit"]?["name"]?.string]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    func place(of vacancy: RecordID) -> String {
        records.vacancy(vacancy).map { "\(place($0)) [\(shown(vacancy))]" }
            ?? say("lowongan \(shown(vacancy))", "vacancy \(shown(vacancy))")
    }

    /// Who a card stands for, without a name: `Pengelola Data, III/c`.
    func person(_ card: Card) -> String {
        let service = card.group("service")
        let parts = [service?["post"].flatMap(Self.name), service?["grade"]?.string]
        let known = parts.compactMap { $0 }
        return known.isEmpty ? say("kartu", "card") : known.joined(separator: ", ")
    }

    func person(of card: RecordID) -> String {
        let id = say("kartu \(shown(card))", "card \(shown(card))")
        return records.card(card).map { "\(person($0)) [\(id)]" } ?? id
    }

    /// A competence's name with its code, which commands take.
    func competence(_ code: String) -> String {
        let name = word(.competence, code)
        return name == code ? code : "\(name) (\(code))"
    }

    /// An ending in words; what a person wrote is shown as it is.
    func ending(_ ending: Ending) -> String { word(.ending, ending.reason) }

    /// A text, or the member `name` of an object.
    static func name(_ json: JSON) -> String? {
        json.string ?? json["name"]?.string
    }

    /// The lines that tell who has to do what next, own ones with the command.
    func next(_ lines: [TodoLine]) -> [Page.Block] {
        guard !lines.isEmpty else { return [] }
        var blocks: [Page.Block] = [.heading(say("Yang masih ditunggu", "What is still missing"))]
        // A package has several people: each line says whom it is about.
        let isAboutMany = Set(lines.map(\.record)).count > 1
        func told(_ line: TodoLine) -> String {
            isAboutMany ? "\(what(line)): \(about(line.record))" : what(line)
        }
        blocks.append(
            .items(
                lines.map { line in
                    let until = line.until.map { say(" sampai \(deadline($0))", " until \(deadline($0))") } ?? ""
                    return "\(agency(line.who)): \(told(line))\(until)"
                }))
        for line in lines where line.who == own {
            blocks.append(
                .advice(say("Langkah Anda, \(told(line)):", "Your next step, \(told(line)):"), command: line.command))
        }
        return blocks
    }
}
