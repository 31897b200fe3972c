import ArgumentParser
import Foundation

/// What every command takes.
public struct GlobalOptions: ParsableArguments, Sendable {
    static let directoryVariable = "MUTASI_DATA"
    static let languageVariable = "MUTASI_LANG"
    /// An actor's name in an operation, in bytes.
    static let actorBytes = 100

    @Option(help: ArgumentHelp("The data directory; else MUTASI_DATA.", valueName: "dir"))
    public var data: String?

    @Option(name: .customLong("as"), help: ArgumentHelp("Who acts; else the login name.", valueName: "name"))
    public var actor: String?

    @Flag(help: "Print one JSON document.")
    public var json = false

    @Option(help: ArgumentHelp("Language; else MUTASI_LANG, else the region's.", valueName: "id|en"))
    public var lang: String?

    public init() {}

    public func validate() throws {
        if let lang, Language(parsing: lang) == nil {
            throw ValidationError("--lang takes id or en, not '\(lang)'.")
        }
        if let actor, !(1...Self.actorBytes).contains(actor.utf8.count) {
            throw ValidationError("--as takes a name of 1 to \(Self.actorBytes) bytes.")
        }
    }

    /// The data directory; throws ``CommandError`` `no-data-directory` when none is named.
    public func directory() throws -> String {
        let named = data ?? ProcessInfo.processInfo.environment[Self.directoryVariable]
        guard let named, !named.isEmpty else {
            throw CommandError(
                .noDataDirectory,
                Sentence("Direktori data belum disebut.", "No data directory is named."),
                advice: Sentence("Beri --data DIR atau setel MUTASI_DATA.", "Give --data DIR or set MUTASI_DATA."))
        }
        return named
    }

    /// The name that stands in operations.
    public var actorName: String {
        actor ?? String(decoding: NSUserName().utf8.prefix(Self.actorBytes), as: UTF8.self)
    }

    /// The language that was asked for, else the region's, else Indonesian.
    public func language(region: String? = nil) -> Language {
        Language.choose(
            argument: lang, environment: ProcessInfo.processInfo.environment[Self.languageVariable], region: region)
    }
}
