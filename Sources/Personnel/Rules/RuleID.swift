/// The checks that a move can be subject to; the raw value stands in policies, on the wire and in letters.
public enum RuleID: String, Hashable, Sendable, CaseIterable {
    case r1 = "R1"
    case r2 = "R2"
    case r3 = "R3"
    case r4 = "R4"
    case r5 = "R5"
    case r6 = "R6"
    case r7 = "R7"
    case r8 = "R8"
    case r9 = "R9"
    case r10 = "R10"
    case r11 = "R11"
    case r12 = "R12"
    case r13 = "R13"
    case r14 = "R14"
    case r15 = "R15"
    case r16 = "R16"
    case r17 = "R17"
    case r18 = "R18"
    case r19 = "R19"
    case r20 = "R20"
    case r21 = "R21"
    case r22 = "R22"
    case r23 = "R23"
    case r24 = "R24"
    case r25 = "R25"
    case r26 = "R26"
    case r27 = "R27"

    /// The number after the R, 1 to 27.
    public var number: Int {
        (Self.allCases.firstIndex(of: self) ?? 0) + 1
    }
}

extension RuleID: Comparable {
    public static func < (left: RuleID, right: RuleID) -> Bool {
        left.number < right.number
    }
}
