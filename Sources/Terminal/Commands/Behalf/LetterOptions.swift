import ArgumentParser
import Personnel
import StrictJSON
import SyncProtocol

/// A signed letter on a command line: what stands on it, and its scan.
struct LetterOptions: ParsableArguments {
    @Option(name: .customLong("letter"), help: ArgumentHelp("Number of the signed letter.", valueName: "number"))
    var number: String?

    @Option(name: .customLong("letter-date"), help: ArgumentHelp("The letter's date.", valueName: "yyyy-mm-dd"))
    var date: CivilDate?

    @Option(help: ArgumentHelp("Who signed it.", valueName: "name"))
    var signer: String?

    @Option(help: ArgumentHelp("In what standing: definitif, Plt …", valueName: "standing"))
    var standing: String?

    @Option(help: ArgumentHelp("A scan of it, at most 256 KiB.", valueName: "file"))
    var scan: String?

    /// Whether a letter is given; then it is whole.
    var isGiven: Bool { number != nil }

    private var isAny: Bool { number != nil || date != nil || signer != nil || standing != nil || scan != nil }

    func validate() throws {
        guard !isAny || (number != nil && date != nil && signer != nil && standing != nil) else {
            throw ValidationError("A letter has --letter, --letter-date, --signer and --standing.")
        }
    }

    /// The members that name it in an operation, and the attachment beside; none when no letter is given.
    ///
    /// Throws ``CommandError`` `bad-argument` when the scan cannot be read or is too large.
    func members() throws -> (members: [(String, JSONValue)], attachments: [Attachment]) {
        guard let number, let date, let signer, let standing else { return ([], []) }
        let letter = JSONValue.object([
            ("number", .string(number)), ("date", .string(date.iso)), ("signer", .string(signer)),
            ("standing", .string(standing)),
        ])
        guard let scan else { return ([("letter", letter)], []) }
        let attachment = try Attachment.file(scan)
        return ([("letter", letter), ("scan", attachment.reference)], [attachment])
    }
}
