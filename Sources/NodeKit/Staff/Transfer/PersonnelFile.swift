import Negotiation
import Personnel
import StrictJSON

/// Everything that goes with a person to the receiving registry, as one JSON document to be sealed.
///
/// `{"format":"mutasi-personnel-file","version":1,"agency","on","person":{…},"assignments":[…],"posts":[…],"stated":[…],
/// "appraisals":[…],"competences":[…],"certificates":[…],"trainings":[…],"sanctions":[…],"leaves":[…],"counterDuties":[…],
/// "talents":[…]}`; the members of a row are the columns of its table, those without a value left out. Of sanctions only those in force on
/// or after the day go along (UU 27/2022, minimisation).
public struct PersonnelFile: Equatable, Sendable {
    /// What the member `format` says.
    public static let format = "mutasi-personnel-file"
    /// The only version so far.
    public static let version = 1
    /// The most bytes of a file: what one attachment can carry.
    public static let byteLimit = 256 << 10
    /// The most rows of one list.
    public static let rowLimit = 1000

    /// The agency that wrote it.
    public var agency: AgencyCode
    /// The day on which it was written.
    public var day: CivilDate
    /// The person, without a card, present and awaiting nothing.
    public var sheet: PersonSheet

    /// Takes what a registry knows of a person on a day.
    public init(_ sheet: PersonSheet, from agency: AgencyCode, on day: CivilDate) {
        var copy = sheet
        copy.card = nil
        copy.person.presence = .present
        copy.person.awaitsExport = false
        // A reader of the first files knows no such part, and would refuse the whole.
        copy.stated.remove(.talents)
        copy.sanctions = sheet.sanctions.filter { ($0.until ?? .latest) >= day }
        copy.assignments = sheet.assignments.map { assignment in
            var carried = assignment
            carried.origin = .file
            carried.transfer = nil
            return carried
        }
        self.agency = agency
        self.day = day
        self.sheet = copy
    }

    /// The bytes. Throws `StaffError.personnelFileTooLarge` beyond the limits.
    public func encoded() throws -> [UInt8] {
        // A reader of the first files refuses a list that it does not know.
        let parts = StaffPart.allCases.filter { $0 != .talents || !sheet.talents.isEmpty }
        let lists = parts.map { part in
            (part.rawValue, sheet.facts(of: part).map { JSONValue.row(part.columns, $0.cells) })
        }
        let assignments = sheet.assignments.map {
            JSONValue.row(Self.assignmentColumns, Array($0.cells.dropLast()))
        }
        let bytes = JSONValue.object(
            [
                ("format", .string(Self.format)), ("version", .integer(Self.version)),
                ("agency", .string(agency.text)), ("on", .string(day.iso)),
                (
                    "person",
                    .row(["nip"] + StaffPerson.columns, [.text(sheet.person.nip.text)] + sheet.person.cells)
                ),
                ("assignments", .array(assignments)),
                ("posts", .array(sheet.posts.map { .row(Post.columns, $0.cells) })),
                (
                    "stated",
                    .array(StaffPart.allCases.filter(sheet.stated.contains).map { .string($0.rawValue) })
                ),
            ] + lists.map { ($0.0, .array($0.1)) }
        ).encoded
        let longest = lists.map(\.1.count).max() ?? 0
        guard bytes.count <= Self.byteLimit, max(longest, sheet.assignments.count) <= Self.rowLimit else {
            throw StaffError(
                .personnelFileTooLarge,
                "\(bytes.count) bytes; at most \(Self.byteLimit), and \(Self.rowLimit) rows a list",
                next: "tell the receiving agency which papers come apart from the file")
        }
        return bytes
    }

    /// Every column but the last, `origin`, which is the registry's own.
    static let assignmentColumns = Array(StaffAssignment.columns.dropLast())
}

extension JSONValue {
    /// A row as an object of the columns that have a value.
    fileprivate static func row(_ columns: [String], _ cells: [StaffCell]) -> JSONValue {
        .members(
            zip(columns, cells).map { column, cell in
                switch cell {
                case .text(let text): (column, .string(text))
                case .integer(let integer): (column, .integer(integer))
                case .none: (column, nil)
                }
            })
    }
}
