import Negotiation
import Personnel
import StrictJSON

extension PersonnelFile {
    /// Reads a file strictly: no member more or less than its version has, every value possible.
    ///
    /// Throws `StaffError.badPersonnelFile` with the place, without repeating a value.
    public init(parsing bytes: [UInt8]) throws {
        guard bytes.count <= Self.byteLimit else {
            throw StaffError.badFile("more than \(Self.byteLimit) bytes")
        }
        do {
            try self.init(reading: try JSON(parsing: bytes))
        } catch let error as JSONError {
            throw StaffError.badFile("\(error.code.rawValue) at byte \(error.offset) \(error.path)")
        } catch let error as BodyError {
            throw StaffError.badFile("\(error.path): expected \(error.expected)")
        }
    }

    private init(reading json: JSON) throws {
        let parts = StaffPart.allCases.map(\.rawValue)
        try json.allow(["format", "version", "agency", "on", "person", "assignments", "posts", "stated"] + parts)
        guard try json.requiredString("format") == Self.format,
            try json.requiredInteger("version") == Self.version
        else { throw StaffError.badFile("not a personnel file of version \(Self.version)") }
        agency = try json.requiredAgency("agency")
        day = try json.requiredDate("on")
        sheet = PersonSheet(
            person: try Self.person(try json.requiredObject("person")),
            assignments: try Self.rows(json, "assignments", Self.assignmentColumns) { cells in
                StaffAssignment(cells.adding("origin", StaffAssignment.Origin.file.rawValue))
            })
        sheet.posts = try Self.rows(json, "posts", Post.columns, Post.init)
        sheet.stated = Set(
            try json.requiredArray("stated", maxCount: StaffPart.allCases.count).map { item in
                guard let part = item.string.flatMap(StaffPart.init(rawValue:)) else {
                    throw StaffError.badFile("\(item.path): expected a part of the file")
                }
                return part
            })
        sheet.appraisals = try Self.facts(json)
        sheet.competences = try Self.facts(json)
        sheet.certificates = try Self.facts(json)
        sheet.trainings = try Self.facts(json)
        sheet.sanctions = try Self.facts(json)
        sheet.leaves = try Self.facts(json)
        sheet.counterDuties = try Self.facts(json)
        // Files that were written before the part was known have no such list.
        if json[StaffPart.talents.rawValue] != nil {
            sheet.talents = try Self.facts(json)
        }
    }

    private static func person(_ json: JSON) throws -> StaffPerson {
        let columns = ["nip"] + StaffPerson.columns
        let fields = try fields(json, columns)
        guard let nip = fields.text("nip").flatMap({ try? NIP(parsing: $0) }),
            let person = StaffPerson(nip: nip, fields)
        else { throw StaffError.badFile("\(json.path): expected a person") }
        return person
    }

    private static func facts<Fact: StaffFact>(_ json: JSON) throws -> [Fact] {
        try rows(json, Fact.part.rawValue, Fact.part.columns, Fact.init)
    }

    private static func rows<Value>(
        _ json: JSON, _ name: String, _ columns: [String], _ make: (StaffFields) -> Value?
    ) throws -> [Value] {
        try json.requiredArray(name, maxCount: rowLimit).map { item in
            guard let value = make(try fields(item, columns)) else {
                throw StaffError.badFile("\(item.path): a value is missing or impossible")
            }
            return value
        }
    }

    private static func fields(_ json: JSON, _ columns: [String]) throws -> StaffFields {
        try json.allow(columns)
        var cells: [String: StaffCell] = [:]
        for (name, value) in json.members ?? [] {
            if let integer = value.integer {
                cells[name] = .integer(integer)
            } else {
                cells[name] = .text(try json.requiredString(name, maxBytes: 400))
            }
        }
        return StaffFields(cells)
    }
}

extension StaffError {
    fileprivate static func badFile(_ message: String) -> StaffError {
        StaffError(.badPersonnelFile, message, next: "ask the home agency to send the file again")
    }
}

extension JSON {
    /// Refuses what is no object and any member with another name.
    fileprivate func allow(_ names: [String]) throws {
        guard let members else {
            throw error(.wrongType, "expected an object")
        }
        if let stranger = members.first(where: { member in !names.contains { $0.utf8.elementsEqual(member.name.utf8) } }
        ) {
            throw stranger.value.error(.tooMany, "a member that the version does not have")
        }
    }
}
