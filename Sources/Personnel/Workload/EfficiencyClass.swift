/// The class of *efektivitas dan efisiensi jabatan* (EJ): how full the working time of the holders is.
public enum EfficiencyClass: String, Hashable, Sendable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"

    /// The class of a ratio in per mille, which must be rounded down: A from 910, B from 760, C from 610, D from 510.
    public init(permille: Int) {
        switch permille {
        case 910...: self = .a
        case 760...: self = .b
        case 610...: self = .c
        case 510...: self = .d
        default: self = .e
        }
    }
}
