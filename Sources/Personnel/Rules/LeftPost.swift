/// The post that a person would leave, as the registry's own files describe it on the day of the start.
public struct LeftPost: Hashable, Sendable {
    /// Whether the post has a job analysis (anjab), which its standard comes from; nil when no standards were imported.
    public var hasStandard: Bool?
    /// Whether the post has a workload analysis (ABK) in its unit; nil when no analysis was imported.
    public var hasWorkloadAnalysis: Bool?
    /// Who serves in the post of the unit, the person included.
    public var post: Staffing
    /// Who serves in the unit, the person included.
    public var unit: Staffing
    /// Whether the unit's own counters are in a rush: an alarm of the last days, or help that it asked for.
    public var isInRush: Bool

    public init(
        hasStandard: Bool?, hasWorkloadAnalysis: Bool?, post: Staffing, unit: Staffing, isInRush: Bool = false
    ) {
        self.hasStandard = hasStandard
        self.hasWorkloadAnalysis = hasWorkloadAnalysis
        self.post = post
        self.unit = unit
        self.isInRush = isInRush
    }
}
