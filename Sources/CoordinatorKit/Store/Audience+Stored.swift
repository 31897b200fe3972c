import Negotiation

/// An audience in one column: `*`, or the codes in order with commas between them. Neither sign occurs in a code.
extension Audience {
    var stored: String {
        switch self {
        case .all: "*"
        case .agencies(let agencies): agencies.map(\.text).joined(separator: ",")
        }
    }

    init?(stored: String) {
        if stored == "*" {
            self = .all
            return
        }
        var agencies: [AgencyCode] = []
        for code in stored.split(separator: ",") {
            guard let agency = AgencyCode(String(code)) else { return nil }
            agencies.append(agency)
        }
        self = .agencies(agencies)
    }
}
