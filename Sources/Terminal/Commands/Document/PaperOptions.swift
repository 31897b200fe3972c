import ArgumentParser
import Personnel
import StrictJSON

/// What stands on every document: its type, number, date, who signed and in what standing.
public struct PaperOptions: ParsableArguments {
    @Option(help: ArgumentHelp("An opinion's or the ending document's code of the route.", valueName: "code"))
    public var type: String

    @Option(help: ArgumentHelp("The document's number.", valueName: "number"))
    public var number: String

    @Option(help: ArgumentHelp("Its date.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @Option(help: ArgumentHelp("Who signed.", valueName: "name"))
    var signer: String

    @Option(help: ArgumentHelp("In what standing.", valueName: "standing"))
    var standing: String

    public init() {}

    /// Its members in a document's body.
    public var members: [(String, JSONValue?)] { members(type: type, number: number) }

    /// The same of another type and number.
    func members(type: String, number: String) -> [(String, JSONValue?)] {
        [
            ("type", .string(type)), ("number", .string(number)), ("date", .string(date.iso)),
            ("signer", .string(signer)), ("standing", .string(standing)),
        ]
    }
}
