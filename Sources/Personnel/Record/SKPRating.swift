/// The yearly appraisal rating (*predikat kinerja*); the raw value stands on the wire.
public enum SKPRating: String, Hashable, Sendable, CaseIterable {
    case sangatKurang = "sangat-kurang"
    case kurang
    case butuhPerbaikan = "butuh-perbaikan"
    case baik
    case sangatBaik = "sangat-baik"

    /// One of the two sides of an appraisal: *hasil kerja* or *perilaku kerja* against what was expected.
    public enum Expectation: String, Hashable, Sendable, CaseIterable {
        case below
        case meets
        case above

        /// Parses `Diatas Ekspektasi` (also `Di Atas`), `Sesuai Ekspektasi`, `Dibawah Ekspektasi`, in any capitals.
        public init?(parsing text: String) {
            let names: [(Self, String)] = [
                (.below, "dibawah"), (.meets, "sesuai"), (.above, "diatas"),
            ]
            let match = names.first { LooseText.matches($0.1, text) || LooseText.matches($0.1 + "ekspektasi", text) }
            guard let match else { return nil }
            self = match.0
        }
    }

    /// The rating of the quadrant table: results (*hasil kerja*) by behaviour (*perilaku kerja*), PermenPANRB 6/2022.
    ///
    /// Behaviour below expectation spoils good results (*Kurang*); results below expectation with sound behaviour need
    /// improvement; both below are *Sangat Kurang*; only both above are *Sangat Baik*.
    public init(results: Expectation, behaviour: Expectation) {
        switch (results, behaviour) {
        case (.above, .above): self = .sangatBaik
        case (.above, .meets), (.meets, .above), (.meets, .meets): self = .baik
        case (.below, .meets), (.below, .above): self = .butuhPerbaikan
        case (.above, .below), (.meets, .below): self = .kurang
        case (.below, .below): self = .sangatKurang
        }
    }

    /// Parses `Sangat Baik`, `BUTUH PERBAIKAN`, `kurang` and so on; nil for anything else.
    public init?(parsing text: String) {
        guard let match = Self.allCases.first(where: { LooseText.matches($0.rawValue, text) }) else { return nil }
        self = match
    }
}

extension SKPRating: Comparable {
    public static func < (left: SKPRating, right: SKPRating) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
