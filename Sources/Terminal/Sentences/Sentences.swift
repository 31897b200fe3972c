import Personnel

/// Every text that explains a code, in both languages.
///
/// A code without a text is shown as it is: a later coordinator may use codes that this version does not know.
public enum Sentences {
    private static let explanations: [ErrorSource: Catalogue<Explanation>] = [
        .rejection: rejections, .problem: problems, .node: node, .transport: transport, .importFile: importFiles,
        .row: rows, .rowWarning: rowWarnings, .nip: nips, .staff: staff, .store: store, .journal: journal,
        .evidence: evidence,
        .json: json, .terminal: terminal, .doctor: doctor,
    ]

    private static let unknown = Explanation(
        meaning: Sentence("Kode ini belum dikenal oleh versi program ini.", "This version does not know this code."),
        advice: Sentence(
            "Perbarui program, atau tunjukkan kode ini kepada pengelola.",
            "Update the program, or show the code to your administrator."))

    /// What a code of one part means and what to do; for a code without a text, words that say so.
    public static func explanation(_ source: ErrorSource, _ code: String) -> Explanation {
        known(source, code) ?? unknown
    }

    /// The same, nil for a code without a text.
    public static func known(_ source: ErrorSource, _ code: String) -> Explanation? {
        explanations[source]?[code]
    }

    /// Why a rule came to its finding; places are the names of the finding's values.
    static func reason(_ reason: RuleReason) -> Sentence? {
        ruleReasons[reason.rawValue]
    }

    /// A word or short phrase for a stable word of one list; nil when the list does not have it.
    static func word(_ list: WordList, _ code: String) -> Sentence? {
        switch list {
        case .label: labels[code]
        case .outcome: outcomes[code]
        case .gate: gates[code]
        case .transferState: transferStates[code]
        case .ending: endings[code]
        case .kind: kinds[code]
        case .notice: notices[code]
        case .hold: holds[code]
        case .group: groups[code]
        case .ruleOutcome: ruleOutcomes[code]
        case .stance: stances[code]
        case .voice: voices[code]
        case .side: sides[code]
        case .result: results[code]
        case .term: terms[code]
        case .competence: competences[code]
        case .assignment: assignments[code]
        case .aspect: aspects[code]
        case .planGate: planGates[code]
        case .departure: departures[code]
        case .transitionGap: transitionGaps[code]
        case .operation: operations[code]
        }
    }

    /// The word in one language, or the code itself when there is none.
    public static func word(_ list: WordList, _ code: String, _ language: Language) -> String {
        word(list, code)?[language] ?? code
    }

    /// A rule's title.
    public static func title(_ rule: RuleID) -> Sentence {
        let entry = RuleCatalogue.entry(rule)
        return Sentence(entry.indonesianTitle, entry.englishTitle)
    }
}
