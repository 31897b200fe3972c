/// The grade of a service unit in the satisfaction survey (SKM), of its converted value from 25 to 100.
///
/// PermenPANRB 14/2017, annex, table of *nilai interval konversi*: A 88.31–100.00 *sangat baik*, B 76.61–88.30 *baik*, C
/// 65.00–76.60 *kurang baik*, D 25.00–64.99 *tidak baik*. The table is the regulation's, no choice of a region.
public enum ServiceGrade: String, Hashable, Sendable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"

    /// The grade of a value in hundredths, 8831 for 88.31.
    public init(hundredths: Int) {
        switch hundredths {
        case 8831...: self = .a
        case 7661...: self = .b
        case 6500...: self = .c
        default: self = .d
        }
    }
}
