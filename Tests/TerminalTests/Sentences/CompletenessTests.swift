import CoordinatorKit
import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol
import Testing

@testable import Terminal

struct CompletenessTests {
    @Test func everyCodeOfEveryModuleIsExplainedInBothLanguages() {
        let codes: [(ErrorSource, [String])] = [
            (.rejection, RejectionCode.all.map(\.rawValue)),
            (.problem, ProblemCode.allCases.map(\.rawValue)),
            (.node, NodeFailure.Code.allCases.map(\.rawValue)),
            (.transport, TransportError.Code.allCases.map(\.rawValue)),
            (.importFile, ImportError.Code.allCases.map(\.rawValue)),
            (.row, RowError.Code.allCases.map(\.rawValue)),
            (.rowWarning, RowWarning.Code.allCases.map(\.rawValue)),
            (.nip, NIPError.Code.allCases.map(\.rawValue)),
            (.staff, StaffError.Code.allCases.map(\.rawValue)),
            (.store, StoreFailure.Code.allCases.map(\.rawValue)),
            (.journal, JournalDamage.Code.allCases.map(\.rawValue)),
            (.evidence, EvidenceFault.allCases.map(\.rawValue) + ["form"]),
            (.json, JSONError.Code.allCases.map(\.rawValue)),
            (.terminal, ShortIDError.Code.allCases.map(\.rawValue)),
            (.doctor, Checkup.Finding.allCases.map(\.rawValue)),
        ]
        for (source, codes) in codes {
            for code in codes {
                guard let explanation = Sentences.known(source, code) else {
                    Issue.record("\(source.rawValue) \(code) has no sentence")
                    continue
                }
                expectBoth(explanation.meaning, code)
                expectBoth(explanation.advice, code)
            }
        }
    }

    @Test func everyRuleAndReasonHasASentence() {
        for reason in RuleReason.allCases {
            expectBoth(Sentences.reason(reason), reason.rawValue)
        }
        for rule in RuleID.allCases {
            expectBoth(Sentences.title(rule), rule.rawValue)
        }
    }

    @Test func everyStableWordHasAPhrase() {
        let words: [(WordList, [String])] = [
            (.label, Offer.Label.allCases.map(\.rawValue)), (.outcome, Outcome.Kind.allCases.map(\.rawValue)),
            (.gate, ["brief", "handover", "training"]),
            (.transferState, Transfer.State.allCases.map(\.rawValue)),
            (.ruleOutcome, RuleOutcome.allCases.map(\.rawValue)),
            (.stance, Stance.Word.allCases.map(\.rawValue) + Request.Word.allCases.map(\.rawValue)),
            (.aspect, Round.Aspect.allCases.map(\.rawValue)), (.term, Vacancy.Mode.allCases.map(\.rawValue)),
            (.voice, Route.Voice.allCases.map(\.rawValue)), (.side, Side.allCases.map(\.rawValue)),
            (.assignment, Route.AssignmentEffect.allCases.map(\.rawValue)),
            (.operation, OperationKind.allCases.map(\.rawValue)), (.notice, NoticeCode.all.map(\.rawValue)),
            (.hold, HoldReason.allCases.map(\.rawValue)),
            (.competence, Competence.generalCodes),
            (.term, SKPRating.allCases.map(\.rawValue) + EmploymentKind.allCases.map(\.rawValue)),
            (.term, PostKind.allCases.map(\.rawValue) + Sanction.Level.allCases.map(\.rawValue)),
        ]
        for (list, codes) in words {
            for code in codes {
                expectBoth(Sentences.word(list, code), "\(list.rawValue) \(code)")
            }
        }
    }

    @Test func codeWithoutSentenceIsShownWithAdvice() {
        let failure = Failure(.problem, "from-the-future", exit: .protocol)
        #expect(failure.page(.english).text().hasPrefix("from-the-future: This version does not know this code."))
    }

    private func expectBoth(_ sentence: Sentence?, _ code: String) {
        #expect(sentence?.indonesian.isEmpty == false, "\(code) lacks Indonesian")
        #expect(sentence?.english.isEmpty == false, "\(code) lacks English")
        #expect(
            Set(sentence?.places(.indonesian) ?? []) == Set(sentence?.places(.english) ?? []),
            "\(code) names other values in English")
    }
}
