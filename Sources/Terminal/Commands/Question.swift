import Foundation

/// A question before something is recorded.
public enum Question {
    /// Shows what would be done and asks whether to do it; no without a terminal at both ends.
    public static func isAgreed(_ page: Page, _ language: Language) -> Bool {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return false }
        Output.errors.show(page)
        Output.errors.line(Sentence("Catat semuanya? [y/t]", "Record all of it? [y/n]")[language])
        Output.errors.flush()
        return ["y", "ya", "yes"].contains(readLine()?.lowercased() ?? "")
    }
}
