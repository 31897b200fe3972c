import Personnel
import Testing

struct RuleSheetTests {
    private func sheet(
        rules: [RuleID] = RuleID.allCases, _ change: (inout CivilServant) -> Void = { _ in }
    ) throws -> [RuleResult] {
        var person = try Fixtures.servant()
        change(&person)
        let context = MoveContext(rules: Set(rules), requirement: try Fixtures.requirement())
        return RuleSheet.evaluate(RuleSubject(person: person, today: try day("2026-01-05")), context, .standard)
    }

    @Test func everyRuleButTheCoordinatorsStandsOnceInOrder() throws {
        let expected = RuleID.allCases.filter { ![.r3, .r16, .r17, .r18, .r19, .r22, .r24].contains($0) }
        #expect(try sheet().map(\.rule) == expected)
    }

    @Test func faultlessPersonPassesWhatNeedsNoSetting() throws {
        let passed = try sheet().filter { $0.outcome == .pass }.map(\.rule)
        #expect(passed == [.r1, .r2, .r5, .r6, .r8, .r12, .r20, .r21])
    }

    @Test func aPolicyWithoutSettingsNeverPassesARuleThatNeedsOne() throws {
        let sheet = try sheet()
        for rule in [RuleID.r7, .r9, .r14] {
            #expect(sheet.first { $0.rule == rule }?.reason == .notSetByPolicy)
        }
        #expect(sheet.allSatisfy { $0.reason != .notCheckedHere })
    }

    @Test func ruleOutsideTheRouteDoesNotApply() throws {
        let sheet = try sheet(rules: [.r1, .r9]) { $0.discipline = nil }
        #expect(sheet.filter { $0.outcome != .notApplicable }.map(\.rule) == [.r1, .r9])
        #expect(sheet.first { $0.rule == .r6 }?.reason == .notInRoute)
    }

    @Test func personWithoutDataNeverPassesADataRule() throws {
        let sheet = try sheet { person in
            person.assignments = []
            person.appraisals = nil
            person.competences = nil
            person.certificates = nil
            person.discipline = nil
            person.leaves = nil
        }
        #expect(sheet.filter { $0.outcome == .pass }.map(\.rule) == [.r1])
        #expect(sheet.filter { $0.outcome == .notApplicable }.map(\.rule) == [.r15, .r25, .r26])
    }

    @Test func whatDependsOnThePostNeedsAPersonWhileNoneIsNamed() throws {
        let context = MoveContext(rules: [.r1, .r5, .r10, .r12], requirement: try Fixtures.requirement())
        let subject = RuleSubject(person: try Fixtures.servant(), today: try day("2026-01-05"))
        let sheet = RuleSheet.evaluateWithoutPost(subject, context, .standard)
        #expect(sheet.map(\.rule) == RuleCatalogue.computedAtHome)
        #expect(sheet.filter { $0.outcome == .pass }.map(\.rule) == [.r1, .r5])
        #expect(sheet.filter { $0.reason == .noPostNamed }.map(\.rule) == [.r10, .r12])
        #expect(sheet.filter { $0.outcome == .notApplicable }.count == sheet.count - 4)
    }

    @Test func findingNamesArticlePolicyAndDistinctValues() throws {
        for finding in try sheet() {
            #expect(finding.article == RuleCatalogue.entry(finding.rule).article)
            #expect(finding.policyVersion == 1)
            #expect(Set(finding.value.map(\.name)).count == finding.value.count)
            #expect(finding.outcome != .pass || !finding.source.isEmpty)
        }
    }

    @Test func catalogueKnowsEveryRule() {
        #expect(RuleCatalogue.entries.map(\.rule.rawValue) == (1...27).map { "R\($0)" })
        for entry in RuleCatalogue.entries {
            #expect(!entry.article.isEmpty && !entry.indonesianTitle.isEmpty && !entry.englishTitle.isEmpty)
        }
        #expect(RuleCatalogue.strength(of: .r12, reason: .competenceBelow) == .soft)
        #expect(RuleCatalogue.strength(of: .r12, reason: .competenceFarBelow) == .hard)
        #expect(RuleCatalogue.strength(of: .r5, reason: .appraisalBelowBaik) == .hard)
    }

    @Test func codesAreLowerCaseWords() {
        for code in RuleReason.allCases.map(\.rawValue) + RuleOutcome.allCases.map(\.rawValue) {
            #expect(
                code.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            )
        }
        #expect(RuleOutcome.allCases.map(\.rawValue) == ["pass", "fail", "needs-human", "not-applicable"])
    }
}
