import ArgumentParser
import Negotiation
import Personnel
import StrictJSON

/// What terms a command writes.
struct OfferTerms {
    var start: CivilDate
    var returns: CivilDate?
    var note: String?
    /// For what the start waits; nil leaves it as it was.
    var after: [JSONValue]?
    /// The part of the working time in percent.
    var partTime: Int?

    var members: [(String, JSONValue?)] {
        [
            ("start", .string(start.iso)), ("return", returns.map { .string($0.iso) }),
            ("note", note.map(JSONValue.string)), ("after", after.map(JSONValue.array)),
            ("partTime", partTime.map(JSONValue.integer)),
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

    @Option(
        help: ArgumentHelp(
            "For what the start waits: vacancy:ID, transfer:ID, training, replacement, or none; may repeat.",
            valueName: "what"))
    var after: [String] = []

    @Option(help: ArgumentHelp("The part of the working time, 1 to 99.", valueName: "percent"))
    var partTime: Int?

    func validate() throws {
        guard after.count == 1 || !after.contains("none") else {
            throw ValidationError("--after none takes every condition away and stands alone.")
        }
        if let partTime, !(1...99).contains(partTime) {
            throw ValidationError("--part-time takes 1 to 99 percent.")
        }
    }

    /// Throws ``ShortIDError`` for a vacancy or transfer that is not there.
    func terms(_ workplace: Workplace) throws -> OfferTerms {
        var terms = OfferTerms(start: start, returns: `return`, note: note)
        terms.after = after.isEmpty ? nil : try after.filter { $0 != "none" }.map { try condition($0, workplace) }
        terms.partTime = partTime
        return terms
    }

    private func condition(_ typed: String, _ workplace: Workplace) throws -> JSONValue {
        for (name, kind) in [("vacancy", RecordKind.vacancy), ("transfer", .transfer)] where typed.hasPrefix(name + ":")
        {
            let id = try workplace.foreseen(String(typed.dropFirst(name.count + 1)), kind).id
            return .object([(name, .string(id.text))])
        }
        return .string(typed)
    }
}
