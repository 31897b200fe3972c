import Foundation
import GRDB
import Negotiation
import Personnel

extension StaffReader {
    static func person(_ row: Row) throws -> StaffPerson {
        let fields = StaffFields(row, ["nip"] + StaffPerson.columns + StaffPerson.stateColumns)
        guard let nip = fields.text("nip").flatMap({ try? NIP(parsing: $0) }),
            let person = StaffPerson(nip: nip, fields)
        else { throw StaffError.damaged("staffPerson") }
        return person
    }

    static func assignment(_ row: Row) throws -> StaffAssignment {
        let transfer = (row["transfer"] as Data?).flatMap { RecordID(bytes: $0) }
        let fields = StaffFields(row, StaffAssignment.columns)
        guard let assignment = StaffAssignment(fields, transfer: transfer) else {
            throw StaffError.damaged("staffAssignment")
        }
        return assignment
    }

    static func post(_ row: Row) throws -> Post {
        guard let post = Post(StaffFields(row, Post.columns)) else { throw StaffError.damaged("staffPost") }
        return post
    }

    static func workload(_ row: Row) throws -> WorkloadRow {
        let fields = StaffFields(row, ["task", "outputUnit", "volumePerYear", "normMinutes"])
        guard let task = fields.text("task"), let output = fields.text("outputUnit"),
            let volume = fields.integer("volumePerYear"), let minutes = fields.integer("normMinutes"),
            let entry = WorkloadRow(task: task, outputUnit: output, volumePerYear: volume, normMinutes: minutes)
        else { throw StaffError.damaged("staffWorkload") }
        return entry
    }

    static func unit(_ row: Row) throws -> Personnel.Unit {
        let fields = StaffFields(row, ["id", "name", "parent", "district"])
        guard let id = fields.text("id"), let name = fields.text("name") else {
            throw StaffError.damaged("staffUnit")
        }
        return Personnel.Unit(id: id, name: name, parent: fields.text("parent"), district: fields.text("district"))
    }
}

extension Post {
    static let columns = ["id", "name", "kind", "family", "eselon", "level", "retirementAge"]

    var cells: [StaffCell] {
        [
            .text(id), .text(name), .text(kind.rawValue), .optional(family), .optional(eselon?.rawValue),
            .optional(level?.rawValue), .integer(retirementAge),
        ]
    }

    init?(_ fields: StaffFields) {
        guard let id = fields.text("id"), let name = fields.text("name"),
            let kind = fields.text("kind").flatMap(PostKind.init(rawValue:)),
            let age = fields.integer("retirementAge"), (40...80).contains(age)
        else { return nil }
        self.init(
            id: id, name: name, kind: kind, family: fields.text("family"),
            eselon: fields.text("eselon").flatMap(Eselon.init(rawValue:)),
            level: fields.text("level").flatMap(FunctionalLevel.init(rawValue:)), retirementAge: age)
    }
}

extension Identifier {
    /// The 16 bytes as the database stores them.
    var data: Data { Data(bytes) }
}
