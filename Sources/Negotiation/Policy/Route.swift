import Personnel
import StrictJSON

/// How one kind of move is decided: data of the region's policy, never known to code by its name.
public struct Route: Equatable, Sendable {
    /// How a party takes part.
    public enum Voice: String, Sendable, CaseIterable {
        /// Its agreement is needed; its refusal or silence closes the offer.
        case required
        /// It is heard; a refusal or silence goes to the personnel agency, which decides with a reason.
        case heard
        /// It is not asked.
        case none
    }

    /// How the person takes part.
    public enum PersonVoice: String, Sendable, CaseIterable {
        case none
        /// Told of it; nothing waits for a word.
        case told
        /// Heard; a refusal or silence goes to the personnel agency, which decides with a reason.
        case heard
        /// The person's own signed request stands behind it; a refusal or silence closes the offer.
        case required
    }

    /// Who may open an offer.
    public enum Opener: String, Sendable, CaseIterable {
        case home
        case receiving
        /// The personnel agency.
        case desk
    }

    /// From when on the two agencies see an offer.
    public enum Seen: String, Sendable, CaseIterable {
        case opening
        /// Until the decree the personnel agency alone sees it.
        case decree
    }

    /// What the move does to the person's assignments.
    public enum AssignmentEffect: String, Sendable, CaseIterable {
        /// The person leaves the old post for the new one.
        case definitive
        /// A second, dated assignment; post, pay and appraisal stay at home.
        case second
    }

    /// What a board, an authority or another body says of an offer before it is decreed.
    public struct Opinion: Equatable, Sendable {
        public let code: String
        /// The rules that it answers: R18 for a board, R17 for BKN's consideration, R22 for whoever decides.
        public let answers: [RuleID]
        /// Whether the decree waits for it.
        public let isRequired: Bool

        /// Whether it is a word about who decides, and so falls with the head in office.
        public var isBoundToHead: Bool { answers.contains(.r17) || answers.contains(.r22) }
    }

    /// Who does a step.
    public enum StepOwner: String, Sendable, CaseIterable {
        case home
        case receiving
        /// The personnel agency.
        case desk
    }

    /// Something that one party does between the decree and the start, or after it.
    public struct Step: Equatable, Sendable {
        public enum Moment: String, Sendable, CaseIterable {
            /// A gate: the start waits for it.
            case before
            case after
        }

        /// The route's code of it; `brief` and `handover` have commands of their own.
        public let step: String
        public let owner: StepOwner
        public let moment: Moment
        /// The rule whose open finding calls for it; nil when every move on the route takes it.
        public let when: RuleID?

        /// Whether a move with these findings takes it: its rule needs a person, or was not checked at all.
        func isCalled(by findings: [RuleResult]) -> Bool {
            guard let when else { return true }
            let found = findings.filter { $0.rule == when }
            return found.isEmpty || found.contains { $0.outcome == .needsHuman }
        }
    }

    /// How often and how far a secondment can be extended.
    public struct Extension: Equatable, Sendable {
        public let times: Int
        /// The most days that one extension adds.
        public let days: Int
    }

    public let code: String
    public let home: Voice
    public let receiving: Voice
    public let person: PersonVoice
    public let opens: [Opener]
    public let seen: Seen
    /// What is said of it, in the order in which it is asked.
    public let opinions: [Opinion]
    /// Code of the document that ends it.
    public let document: String
    /// Code of the document that corrects or revokes such a decree; nil when the route has none.
    public let correction: String?
    public let assignment: AssignmentEffect
    /// Whether the second assignment is to act in a post that nobody holds (*Plt*).
    public let isActing: Bool
    /// Vacancy modes that the route allows.
    public let modes: [String]
    /// Who ranks the offers of a selection; nil when the vacancy may say it.
    public let ranks: Ranker?
    /// The most offers that an order may name for each seat; nil when the vacancy may say it.
    public let shortlist: Int?
    /// The rules that apply; all others are shown as not applicable.
    public let rules: [RuleID]
    /// Rules of ``rules`` whose fail is a remark to whoever decides and stops nothing.
    public let remarks: [RuleID]
    public let steps: [Step]
    /// Days that a party has from the first day on which it certainly knew the terms.
    public let stanceDays: Int
    /// Days after which silence counts even when the party never synced.
    public let outerDays: Int
    /// Days that a hold may stand without progress.
    public let holdDays: Int
    /// The most days between a rule sheet and the decree; nil when the sheet of the agreement counts until the end.
    public let sheetDays: Int?
    /// Nil when the move cannot be extended.
    public let `extension`: Extension?

    func voice(of side: Side) -> Voice {
        switch side {
        case .home: home
        case .receiving: receiving
        }
    }

    /// Whether the two agencies see an offer only from its decree on.
    public var isHidden: Bool { seen == .decree }

    /// The opinions for which the decree waits, in their order.
    public var requiredOpinions: [String] {
        opinions.filter(\.isRequired).map(\.code)
    }

    public func opinion(_ code: String) -> Opinion? {
        opinions.first { $0.code.utf8.elementsEqual(code.utf8) }
    }

    /// The opinions that answer a rule. Where a route does not say which answer R18, all that it requires do.
    public func opinions(answering rule: RuleID) -> [Opinion] {
        let named = opinions.filter { $0.answers.contains(rule) }
        return named.isEmpty && rule == .r18 ? opinions.filter(\.isRequired) : named
    }

    /// Rules of the route that the home registry answers from its staff data.
    public var homeRules: [RuleID] {
        rules.filter { !RuleCatalogue.coordinatorOnly.contains($0) }
    }

    /// Whether a finding forbids the move on this route.
    public func isBlocked(by finding: RuleResult) -> Bool {
        finding.blocks && rules.contains(finding.rule) && !remarks.contains(finding.rule)
    }
}
