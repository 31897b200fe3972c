import StrictJSON

/// What a command says, in both forms.
public struct Answer: Sendable {
    /// The document of `--json`.
    public var json: JSONValue
    /// What a person reads.
    public var page: @Sendable (Language) -> Page
    /// `done`, or `answerIsNo` when a check failed, something waits or an operation was refused.
    public var exit: ExitCode

    public init(_ json: JSONValue, exit: ExitCode = .done, page: @escaping @Sendable (Language) -> Page) {
        self.json = json
        self.exit = exit
        self.page = page
    }
}
