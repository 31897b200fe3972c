import ArgumentParser
import Personnel
import StrictJSON

/// What terms a command writes.
struct OfferTerms {
    var start: CivilDate
    var returns: CivilDate?
    var note: String?

    var members: [(String, JSONValue?)] {
        [
            ("start", .string(start.iso)), ("return", returns.map { .string($0.iso) }),
            ("note", note.map(JSONValue.string)),
        ]
    }
}

/// The same on a command line.
struct TermsOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The first day in the new post.", valueName: "yyyy-mm-dd"))
    var start: CivilDate

    @Option(help: ArgumentHelp("The day of the return, for a secondment.", valueName: "yyyy-mm-dd"))
    var `return`: CivilDate?

    @Option(help: ArgumentHelp("A note that both parties and the BKD read.", valueName: "text"))
    var note: String?

    var terms: OfferTerms { OfferTerms(start: start, returns: `return`, note: note) }
}
