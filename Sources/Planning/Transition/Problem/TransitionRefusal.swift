/// Why no transition could be made of the data: all faults at once, up to `TransitionLimits.faults`.
public struct TransitionRefusal: Error, Hashable, Sendable {
    public let faults: [TransitionFault]
}
