import ArgumentParser
import Foundation
import StrictJSON

/// Reads a program's command line and runs its command.
///
/// A command line that cannot be read ends with 64 (EX_USAGE). With `--json` it is told as every other failure is, as
/// `{"error":{"code":"bad-argument",…}}` on standard output; else as ArgumentParser tells it, on standard error.
public enum CommandLineRun {
    /// Never returns normally after a failure: the process ends with its code.
    public static func main(_ root: (some AsyncParsableCommand).Type) async {
        do {
            var command = try root.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(root, error)
        }
    }

    private static func end(_ root: (some AsyncParsableCommand).Type, _ error: any Error) -> Never {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let isTold = error is ArgumentParser.ExitCode
        guard !isTold, root.exitCode(for: error) == .validationFailure, asksForJSON(arguments) else {
            root.exit(withError: error)
        }
        let language = Language.choose(
            argument: value(of: "--lang", in: arguments),
            environment: ProcessInfo.processInfo.environment[GlobalOptions.languageVariable])
        Output.standard.line(failure(root.message(for: error)).json(language).encodedText)
        Output.standard.flush()
        root.exit(withError: ArgumentParser.ExitCode(ExitCode.usage.rawValue))
    }

    /// A command line that cannot be read; the parser's own words are its particulars.
    public static func failure(_ message: String) -> Failure {
        Failure(
            .terminal, CommandError.Code.badArgument.rawValue, exit: .usage, detail: message,
            words: Explanation(
                meaning: Sentence("Baris perintah ini tidak terbaca.", "The command line cannot be read."),
                advice: Sentence(
                    "Lihat contohnya dengan --help pada perintah itu.",
                    "See the example that --help of the command shows.")))
    }

    /// Whether `--json` stands among the options; what follows `--` is none.
    public static func asksForJSON(_ arguments: [String]) -> Bool {
        arguments.prefix { $0 != "--" }.contains("--json")
    }

    private static func value(of option: String, in arguments: [String]) -> String? {
        arguments.firstIndex(of: option).flatMap { index in
            index + 1 < arguments.count ? arguments[index + 1] : nil
        }
    }
}
