import ArgumentParser
import StrictJSON

/// A command over an opened node: it answers, and this prints the answer and ends with its exit code.
public protocol OperatorCommand: AsyncParsableCommand {
    var options: GlobalOptions { get }

    /// Whether the desk's program brings its node up to date first.
    static var needsFreshRecords: Bool { get }

    func answer(_ workplace: Workplace) async throws -> Answer
}

extension OperatorCommand {
    public static var needsFreshRecords: Bool { true }

    public func run() async throws {
        let options = options
        try await Console.answer(options, language: { options.language() }) {
            let workplace = try await Workplace.open(options, fresh: Self.needsFreshRecords)
            defer { workplace.close() }
            return (try await answer(workplace), workplace.language)
        }
    }
}

/// Prints answers and failures of a command, and ends it with the right code.
public enum Console {
    /// Runs a command's body. Throws ArgumentParser's `ExitCode` unless the command is done.
    public static func answer(
        _ options: GlobalOptions, language fallback: () -> Language,
        _ body: () async throws -> (answer: Answer, language: Language)
    ) async throws {
        try await ending(options, fallback) {
            let (answer, language) = try await body()
            if options.json {
                Output.standard.line(answer.json.encodedText)
            } else {
                Output.standard.show(answer.page(language))
            }
            return answer.exit
        }
    }

    /// Runs the body of a command that writes as it goes along. Throws ArgumentParser's `ExitCode` unless it is done.
    public static func follow(
        _ options: GlobalOptions, language: () -> Language, _ body: () async throws -> Void
    ) async throws {
        try await ending(options, language) {
            try await body()
            return .done
        }
    }

    private static func ending(
        _ options: GlobalOptions, _ language: () -> Language, _ body: () async throws -> ExitCode
    ) async throws {
        let exit: ExitCode
        do {
            exit = try await body()
        } catch let error as ValidationError {
            throw error
        } catch {
            exit = report(error, options, language())
        }
        Output.standard.flush()
        Output.errors.flush()
        if exit != .done {
            throw ArgumentParser.ExitCode(exit.rawValue)
        }
    }

    private static func report(_ error: any Error, _ options: GlobalOptions, _ language: Language) -> ExitCode {
        let failure = Failure(error)
        if options.json {
            Output.standard.line(failure.json(language).encodedText)
        } else {
            Output.errors.show(failure.page(language))
        }
        return failure.exitCode
    }
}
