/// How one agency's spreadsheets happen to write their files.
struct FileDialect: Sendable {
    enum SexWords: CaseIterable, Sendable {
        /// M, F
        case english
        /// L, P
        case letters
        /// Pria, Wanita
        case words
    }

    enum StaffColumns: Sendable {
        case official
        /// Without the columns that a few exports leave out.
        case withoutOptional
        /// With a column that the official header does not have.
        case withExtra
    }

    var separator: UInt8 = UInt8(ascii: ",")
    var startsWithBOM = false
    var endsLinesWithCRLF = false
    /// An apostrophe before every identifier: a spreadsheet's mark for text.
    var marksIdentifiers = false
    var emptyMark = ""
    var dates: DateStyle = .dashed
    var sexes: SexWords = .letters
    var staffColumns: StaffColumns = .official

    /// The dialect of the n-th agency: the first seven show every habit once, later ones mix them.
    static func of(agencyAt index: Int) -> FileDialect {
        let semicolon = UInt8(ascii: ";")
        switch index {
        case 0:
            return FileDialect(sexes: .english)
        case 1:
            return FileDialect(
                separator: semicolon, endsLinesWithCRLF: true, marksIdentifiers: true, emptyMark: "null",
                dates: .slashed)
        case 2:
            return FileDialect(startsWithBOM: true, emptyMark: "-", dates: .iso, sexes: .words)
        case 3:
            return FileDialect(
                separator: semicolon, emptyMark: "null", dates: .spreadsheetSerial, sexes: .english)
        case 4:
            return FileDialect(separator: UInt8(ascii: "\t"), emptyMark: "-", dates: .indonesian)
        case 5:
            return FileDialect(endsLinesWithCRLF: true, sexes: .words, staffColumns: .withoutOptional)
        case 6:
            return FileDialect(
                separator: semicolon, startsWithBOM: true, endsLinesWithCRLF: true, dates: .iso, sexes: .english,
                staffColumns: .withExtra)
        default:
            return FileDialect(
                separator: index.isMultiple(of: 3) ? semicolon : UInt8(ascii: ","),
                startsWithBOM: index % 5 == 1,
                endsLinesWithCRLF: index % 4 == 2,
                marksIdentifiers: index % 4 == 0,
                emptyMark: ["", "null", "-"][index % 3],
                dates: DateStyle.allCases[index % DateStyle.allCases.count],
                sexes: SexWords.allCases[(index / 2) % SexWords.allCases.count])
        }
    }
}
