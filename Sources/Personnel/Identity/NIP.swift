/// The employee number (*nomor induk pegawai*) of a civil servant: 18 digits that state birth, entry, sex and a serial.
///
///     1990 05 17 2015 03 2 001
///     birth date entry   sex serial
///
/// A PNS has the month of the first appointment (TMT CPNS) in positions 13 and 14; a PPPK has there a two-digit code
/// that is no month. A NIP is text: a spreadsheet that reads it as a number keeps 15 digits and writes zeros after
/// them, so a number that ends in 000, which is never issued, is refused as damaged.
public struct NIP: Hashable, Sendable {
    /// What positions 9 to 14 say about the first appointment.
    public enum Entry: Hashable, Sendable {
        /// The month of the TMT CPNS.
        case month(year: Int, month: Int)
        /// A PPPK: the year of the first contract and the code (13 to 99) that stands in place of the month.
        case pppk(year: Int, code: Int)

        public var year: Int {
            switch self {
            case .month(let year, _), .pppk(let year, _): year
            }
        }
    }

    /// Ages at entry that the law of any decade allowed, with room on both sides; outside them a digit is wrong.
    public static let agesAtEntry = 15...60

    /// The 18 digits.
    public let text: String
    public let birthDate: CivilDate
    public let entry: Entry
    public let sex: Sex
    /// 1 to 999.
    public let serial: Int

    /// Parses 18 ASCII digits without spaces, apostrophe or other marks.
    ///
    /// - Throws: the first reason found, in this order: damage by a spreadsheet, characters, length, birth date, entry,
    ///   sex, age at entry.
    public init(parsing text: String) throws(NIPError) {
        let bytes = Array(text.utf8)
        if Self.isFloatingPoint(bytes) {
            throw .damaged("the number is in scientific notation")
        }
        var digits: [Int] = []
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
                throw NIPError(
                    code: .notDigits, message: "a character is not a digit", expected: "18 digits without spaces")
            }
            digits.append(Int(byte - UInt8(ascii: "0")))
        }
        guard digits.count == 18 else {
            throw NIPError(code: .wrongLength, message: "\(digits.count) digits", expected: "18 digits")
        }
        if digits[15...17].allSatisfy({ $0 == 0 }) {
            throw .damaged("the last three digits are 000")
        }
        func number(_ range: ClosedRange<Int>) -> Int {
            digits[range].reduce(0) { $0 * 10 + $1 }
        }
        guard let birthDate = CivilDate(year: number(0...3), month: number(4...5), day: number(6...7)) else {
            throw NIPError(
                code: .impossibleBirthDate, message: "digits 1 to 8 are no date", expected: "YYYYMMDD of the birth date"
            )
        }
        let entry = try Self.entry(year: number(8...11), code: number(12...13))
        guard let sex = [1: Sex.male, 2: Sex.female][digits[14]] else {
            throw NIPError(code: .impossibleSex, message: "digit 15 is \(digits[14])", expected: "1 or 2")
        }
        try Self.checkAge(birthDate: birthDate, entry: entry)

        self.text = text
        self.birthDate = birthDate
        self.entry = entry
        self.sex = sex
        serial = number(15...17)
    }

    private static func entry(year: Int, code: Int) throws(NIPError) -> Entry {
        guard CivilDate.years.contains(year), code > 0 else {
            throw NIPError(
                code: .impossibleEntry, message: "digits 9 to 14 are no month",
                expected: "YYYYMM of the TMT CPNS, or a year and a PPPK code")
        }
        return code <= 12 ? .month(year: year, month: code) : .pppk(year: year, code: code)
    }

    /// A PPPK number has no month, so the whole year is given the benefit of the doubt.
    private static func checkAge(birthDate: CivilDate, entry: Entry) throws(NIPError) {
        let first: CivilDate?
        let last: CivilDate?
        switch entry {
        case .month(let year, let month):
            first = CivilDate(year: year, month: month, day: 1)
            last = first
        case .pppk(let year, _):
            first = CivilDate(year: year, month: 1, day: 1)
            last = CivilDate(year: year, month: 12, day: 31)
        }
        guard let first, let last,
            birthDate.fullYears(until: last) >= agesAtEntry.lowerBound,
            birthDate.fullYears(until: first) <= agesAtEntry.upperBound
        else {
            throw NIPError(
                code: .impossibleAgeAtEntry, message: "birth date and entry do not fit together",
                expected: "an age from \(agesAtEntry.lowerBound) to \(agesAtEntry.upperBound) at entry")
        }
    }

    /// Whether the text is a number with an exponent, with a decimal comma or point.
    private static func isFloatingPoint(_ bytes: [UInt8]) -> Bool {
        guard let exponent = bytes.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }) else {
            return false
        }
        let mantissa = bytes[..<exponent]
        let power = bytes[(exponent + 1)...]
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let marks: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ".")]
        return mantissa.first.map(digits.contains) ?? false
            && mantissa.allSatisfy { digits.contains($0) || marks.contains($0) }
            && (power.last.map(digits.contains) ?? false)
            && power.allSatisfy { digits.contains($0) || $0 == UInt8(ascii: "+") }
    }
}

extension NIPError {
    fileprivate static func damaged(_ message: String) -> NIPError {
        NIPError(
            code: .damagedBySpreadsheet, message: message,
            expected: "18 digits; export again with the column as text, the lost digits cannot be restored")
    }
}

extension NIP {
    /// The first day of the first appointment, known to the day only for a PNS number.
    public var entryDate: CivilDate? {
        guard case .month(let year, let month) = entry else { return nil }
        return CivilDate(year: year, month: month, day: 1)
    }

    /// Completed years of life; 0 before the birth.
    public func age(on day: CivilDate) -> Int {
        birthDate.fullYears(until: day)
    }

    /// Service since the first appointment, or nil for a PPPK number, which does not state the month.
    public func service(on day: CivilDate) -> ServiceLength? {
        entryDate.map { ServiceLength(totalMonths: $0.fullMonths(until: day)) }
    }

    /// The first day of retirement (TMT pensiun): the first of the month after the birthday at the retirement age
    /// (BUP).
    public func retirementDate(retirementAge: Int) -> CivilDate {
        birthDate.adding(years: retirementAge).firstOfNextMonth
    }
}

extension NIP: Comparable {
    public static func < (left: NIP, right: NIP) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
