/// The parts of which a fit is made; the raw value stands in command output.
public enum FitPart: String, Hashable, Sendable, CaseIterable {
    case competence
    case education
    case appraisals
    case experience
}
