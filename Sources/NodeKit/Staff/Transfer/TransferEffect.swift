import Personnel

/// What a started transfer did to the staff tables of one registry.
public enum TransferEffect: Equatable, Sendable {
    /// Nothing: another agency's transfer, or done before.
    case none
    /// The person left for another agency; home now sends the personnel file (`transfer.file`).
    case left(NIP)
    /// The person has the new post inside the agency.
    case movedInside(NIP)
    /// The person comes when the personnel file does.
    case awaitsFile
    /// Home's person has a second, dated assignment.
    case seconded(NIP)
    /// Somebody serves here for a while.
    case hosts
    /// The person stands here with history and new post; the receipt can be sent (`transfer.receive`).
    case arrived(NIP)
    /// It does not fit what is stored: nothing was changed, and a person has to look.
    case unresolved(StaffError)
}
