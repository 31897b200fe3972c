import StrictJSON

/// Why a command could not do what was asked, as a person and a program are told.
public struct Failure: Error, Equatable, Sendable {
    public var source: ErrorSource
    /// Stable; programs decide by it.
    public var code: String
    public var exitCode: ExitCode
    /// What fills the places of the sentence.
    public var values: [String: String]
    /// Particulars in the words of the part that failed, English or a place such as a path; empty when there are none.
    public var detail: String
    /// The words of whoever failed, in place of those of the catalogue.
    public var words: Explanation?

    public init(
        _ source: ErrorSource, _ code: String, exit exitCode: ExitCode, values: [String: String] = [:],
        detail: String = "", words: Explanation? = nil
    ) {
        self.source = source
        self.code = code
        self.exitCode = exitCode
        self.values = values
        self.detail = detail
        self.words = words
    }

    /// What happened, in a sentence.
    public func message(_ language: Language) -> String {
        explanation.meaning.text(language, values.map { ($0, $1) })
    }

    /// What to do next, in a sentence.
    public func advice(_ language: Language) -> String {
        explanation.advice.text(language, values.map { ($0, $1) })
    }

    /// `code: sentence`, the particulars, and what to do.
    public func page(_ language: Language) -> Page {
        var page = Page([.paragraph("\(code): \(message(language))")])
        if !detail.isEmpty {
            page.add(.fields([.init(language == .indonesian ? "rincian" : "details", detail)]))
        }
        page.add(.advice(advice(language), command: nil))
        return page
    }

    /// `{"error":{"code","message","advice","detail"?}}`
    public func json(_ language: Language) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("code", .string(code)), ("message", .string(message(language))), ("advice", .string(advice(language))),
        ]
        if !detail.isEmpty {
            members.append(("detail", .string(detail)))
        }
        return .object([("error", .object(members))])
    }

    private var explanation: Explanation { words ?? Sentences.explanation(source, code) }
}
