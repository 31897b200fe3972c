import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `staff sheet`
struct StaffSheet: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Everything that rules and fit read about one person, for her to sign or to correct.",
        discussion: """
            Examples:
              mutasi-node staff sheet 198501012010011001 --html lembar.html
              mutasi-node staff sheet 198501012010011001 --vacancy 9c41f2
              mutasi-node staff sheet 198501012010011001 --post PL-01

            Each part says the file that it came from. Competences stand against the standard of her own post, of another post with \
            --post, or of a vacancy with --vacancy, which adds rules, fit and growth. Of sanctions only what the rules find stands \
            in it. What she corrects is corrected in the file and imported again; what she wishes is noted with card wish.
            """)

    @Argument(help: "The NIP.")
    var nip: String

    @Option(help: "A vacancy to lay her against, or the end of its id.")
    var vacancy: String?

    @Option(help: ArgumentHelp("A post whose standard her competences are laid against.", valueName: "id"))
    var post: String?

    @Option(help: ArgumentHelp("The first day that is asked about; else today.", valueName: "yyyy-mm-dd"))
    var start: CivilDate?

    @Option(help: ArgumentHelp("Write it as a page to print.", valueName: "file"))
    var html: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard vacancy == nil || post == nil else { throw ValidationError("Give either --vacancy or --post.") }
        guard start == nil || vacancy != nil else { throw ValidationError("--start goes with --vacancy.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let sheet = try workplace.sheet(nip)
        let found = try vacancy.map { try Vacancy(try workplace.foreseen($0, .vacancy)) }
        let data = try workplace.dataSheet(of: sheet, vacancy: found, post: post, start: start)
        let visible = try workplace.visible()
        let own = workplace.agency
        if let html {
            let language = workplace.language
            let page = data.page(Presenter(visible, own: own, language: language))
            try CommandFile.write(Array(page.html(title: sheet.person.name, language).utf8), to: html)
        }
        let written = html
        return Answer(data.json, exit: data.match?.isBlocked == true ? .answerIsNo : .done) { language in
            guard let written else { return data.page(Presenter(visible, own: own, language: language)) }
            return Page([
                .paragraph(
                    Sentence(
                        "Lembar data ditulis ke {file}. Isinya data pribadi: cetak, lalu hapus berkasnya.",
                        "The sheet is written to {file}. It holds personal data: print it, then delete the file."
                    ).text(language, [("file", written)]))
            ])
        }
    }
}

extension Workplace {
    /// What a person signs, against a vacancy's standard, a named post's or that of her own post.
    ///
    /// Throws `StaffError` `staff-unknown-post` for a post that no reference file knows.
    func dataSheet(of sheet: PersonSheet, vacancy: Vacancy?, post: String?, start: CivilDate?) throws -> DataSheet {
        let query = try matchQuery()
        let held = sheet.definitiveAssignment(on: query.today)?.assignment.postID
        let standard = try store.staff.read { reader in
            try (post ?? held).flatMap { id -> DataSheet.Standard? in
                guard let known = try reader.post(id) else {
                    if post == nil { return nil }
                    throw StaffError(
                        .unknownPost, "no reference file has the post", next: "import the reference files of posts")
                }
                let levels = try reader.standard(of: id)?.levels ?? []
                return DataSheet.Standard(
                    post: known.name,
                    levels: Dictionary(levels.map { ($0.competence, $0.level) }) { _, later in later })
            }
        }
        return DataSheet(
            sheet: sheet, vacancy: vacancy, standard: standard, query: query,
            movements: try store.movements(on: query.today), start: start)
    }
}
