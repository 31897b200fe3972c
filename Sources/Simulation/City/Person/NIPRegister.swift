/// Gives out employee numbers (NIP) so that no two people of the city share one.
struct NIPRegister {
    private var lastSerials: [String: Int] = [:]

    /// The next free number: birth YYYYMMDD, entry YYYYMM, sex, serial of three digits.
    ///
    /// Contract staff have a code in place of the entry month.
    mutating func next(birth: CityDay, entry: CityDay, sex: CitySex, isContract: Bool) -> String {
        let (year, month, day) = birth.parts
        let entryCode = isContract ? Self.contractCode : padded(entry.parts.month, to: 2)
        let prefix = "\(year)\(padded(month, to: 2))\(padded(day, to: 2))\(entry.year)\(entryCode)\(sex.rawValue)"
        let serial = (lastSerials[prefix] ?? 0) + 1
        precondition(serial <= 999, "A city of ten thousand never fills the serials of one birthday and month.")
        lastSerials[prefix] = serial
        return prefix + padded(serial, to: 3)
    }

    private static let contractCode = "21"
}
