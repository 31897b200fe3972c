import ArgumentParser
import NodeKit
import StrictJSON

/// `run`: the agent, which syncs on the coordinator's schedule until it is told to stop.
public struct RunCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Sync on the coordinator's schedule until SIGTERM or SIGINT; one line for each sync.",
        discussion: """
            Example: mutasi-node run --data /var/lib/mutasi

            An alternative to a timer that runs sync. Other commands may be used meanwhile; sync at once with mutasi-node sync. \
            Without a network it waits and tries again, at most a quarter of an hour later.
            """)

    @Flag(help: "Begin with a sync at once; else the first one comes within half a minute.")
    var now = false

    @OptionGroup public var options: GlobalOptions

    public init() {}

    public func run() async throws {
        let options = options
        try await Console.follow(options, language: { options.language() }) {
            let language = try await Self.language(options)
            let loop = SyncLoop(startsAtOnce: now) { event in
                let line = SyncLine(event, at: .now())
                Output.standard.line(options.json ? line.json.encodedText : line.text(language))
                Output.standard.flush()
            } sync: {
                // Opened anew each time: a rejoin or a restore in another process gives the node other keys.
                let workplace = try await Workplace.open(options, fresh: false)
                defer { workplace.close() }
                return try await workplace.sync()
            }
            try await StopSignals.cancelling { try await loop.run() }
        }
    }

    private static func language(_ options: GlobalOptions) async throws -> Language {
        let workplace = try await Workplace.open(options, fresh: false)
        defer { workplace.close() }
        return workplace.language
    }
}
