import Negotiation

/// An outcome as a person reads it.
public enum OutcomePage {
    /// What was decided of an operation, and what to do when it was not simply accepted.
    public static func add(_ outcome: Outcome, of operation: Operation?, to page: inout Page, _ language: Language) {
        let act = operation.map { Sentences.word(.operation, $0.kind, language) + " " + ShortID.text($0.record) + ": " }
        let word = Sentences.word(.outcome, outcome.kind.rawValue, language)
        guard let code = outcome.code else {
            page.add(.paragraph((act ?? "") + word))
            return
        }
        let explanation = Sentences.explanation(.rejection, code.rawValue)
        page.add(.paragraph("\(act ?? "")\(word) (\(code.rawValue)). \(explanation.meaning[language])"))
        page.add(.advice(explanation.advice[language], command: nil))
    }
}
