/// What a candidate holds of what a post asks for, compared as official words are.
extension CandidateProfile {
    /// Her competences against what a post asks; what she was never measured in counts as unmeasured.
    public func match(_ requirement: PostRequirement) -> CompetenceMatch {
        CompetenceMatch(held: competences ?? [:], standard: requirement.competences)
    }

    /// Whether a certificate of a kind is held and valid on a day; nil when certificates were never stated.
    public func holds(certificate kind: String, on day: CivilDate) -> Bool? {
        certificates.map { held in
            held.contains { LooseText.matches($0.kind, kind) && $0.validUntil.map { day <= $0 } ?? true }
        }
    }

    /// The box of talent management: computed where the scores are known, else as home told it. Nil without either, for a number
    /// that is no box, and in a region that has no grid.
    public func box(_ policy: PersonnelPolicy) -> Int? {
        guard let grid = policy.rules.talentGrid else { return nil }
        return talent.map(grid.box(of:)) ?? box.flatMap { TalentGrid.boxes.contains($0) ? $0 : nil }
    }

    /// Months in posts of a family: 0 when the present post is of another; nil when family or months are not known.
    public func months(inFamily wanted: String) -> Int? {
        guard let family else { return nil }
        return LooseText.matches(family, wanted) ? monthsInFamily : 0
    }
}
