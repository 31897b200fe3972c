import Personnel
import StrictJSON

/// What a move does for a person, in both forms; it stands beside the fit and is never part of it.
enum GrowthText {
    /// `{"score","possible":[least,most],"growthMove","monthsOverTerm","step","steps"?,"builds":[{"competence","held","asked"}],
    /// "unmeasured":[]}`; `step` is `up`, `level`, `down` or `beside`, `growthMove` null while missing data could decide it.
    static func json(_ growth: Growth) -> JSONValue {
        let (step, steps) = words(growth.step)
        return .members([
            ("score", .optional(growth.score)), ("possible", FitText.range(growth.possible)),
            ("growthMove", growth.isGrowthMove.map(JSONValue.boolean) ?? .null),
            ("monthsOverTerm", .optional(growth.monthsOverTerm)), ("step", .optional(step)),
            ("steps", steps.map(JSONValue.integer)),
            (
                "builds",
                .array(
                    growth.builds.map {
                        .object([
                            ("competence", .string($0.competence)), ("held", .integer($0.held)),
                            ("asked", .integer($0.asked)),
                        ])
                    })
            ),
            ("unmeasured", .array(growth.unmeasured.map(JSONValue.string))),
        ])
    }

    /// `417, mutasi pengembangan: 14 bulan melewati masa rotasi; naik satu jenjang; membangun komunikasi 2→3`.
    static func text(_ growth: Growth, _ language: Language) -> String {
        let mark =
            switch growth.isGrowthMove {
            case true: Sentence(", mutasi pengembangan", ", a growth move")[language]
            case false: ""
            case nil:
                Sentence(", data kurang untuk menyebutnya pengembangan", ", too little data to call it growth")[
                    language]
            }
        let reasons = reasons(growth, language)
        return (growth.score.map(language.number) ?? "-") + mark
            + (reasons.isEmpty ? "" : ": " + reasons.joined(separator: "; "))
    }

    static func reasons(_ growth: Growth, _ language: Language) -> [String] {
        var reasons: [String] = []
        switch growth.monthsOverTerm {
        case nil: reasons.append(Sentence("masa jabatan tidak diketahui", "time in the post not known")[language])
        case let months? where months > 0:
            reasons.append(
                Sentence("{months} bulan melewati masa rotasi", "{months} months over the rotation term").text(
                    language, [("months", language.number(months))]))
        default: break
        }
        reasons += step(growth.step, language).map { [$0] } ?? []
        if !growth.builds.isEmpty {
            let built = growth.builds.map {
                "\(Sentences.word(.competence, $0.competence, language)) \($0.held)→\($0.asked)"
            }
            reasons.append(
                Sentence("membangun {what}", "builds {what}").text(language, [("what", built.joined(separator: ", "))]))
        }
        if !growth.unmeasured.isEmpty {
            let names = growth.unmeasured.map { Sentences.word(.competence, $0, language) }
            reasons.append(
                Sentence("belum diukur: {what}", "not measured: {what}").text(
                    language, [("what", names.joined(separator: ", "))]))
        }
        return reasons
    }

    private static func step(_ step: CareerStep?, _ language: Language) -> String? {
        switch step {
        case .up(1): Sentence("naik satu jenjang", "one step up")[language]
        case .up(let steps):
            Sentence("naik {steps} jenjang", "{steps} steps up").text(language, [("steps", language.number(steps))])
        case .down(let steps):
            Sentence("turun {steps} jenjang", "{steps} steps down").text(language, [("steps", language.number(steps))])
        case .beside: Sentence("ke atau dari jalur fungsional", "into or out of the functional path")[language]
        case .level: nil
        case nil: Sentence("jenjang tidak diketahui", "step not known")[language]
        }
    }

    private static func words(_ step: CareerStep?) -> (String?, Int?) {
        switch step {
        case .up(let steps): ("up", steps)
        case .level: ("level", nil)
        case .down(let steps): ("down", steps)
        case .beside: ("beside", nil)
        case nil: (nil, nil)
        }
    }
}
