import GRDB
import Personnel

/// Units, posts, workload and standards.
extension ImportApplication {
    func applyUnits() throws -> Int {
        try (set.units ?? []).reduce(0) { try $0 + (writer.put($1.unit) ? 1 : 0) }
    }

    func applyPosts(_ kind: PostKind) throws -> Int {
        try set.posts.filter { $0.post.kind == kind }.reduce(0) { try $0 + (writer.put($1.post) ? 1 : 0) }
    }

    /// Tasks that a complete file no longer names are taken out of the posts and units that it does name.
    func applyWorkload() throws -> Int {
        guard let rows = set.workload else { return 0 }
        var tasks: [[String]: Set<String>] = [:]
        var changes = 0
        for entry in rows {
            tasks[[entry.postID, entry.unitID], default: []].insert(entry.row.task)
            let columns = ["postID", "unitID", "task", "outputUnit", "volumePerYear", "normMinutes"]
            let isChanged = try writer.put(
                "staffWorkload", key: ["postID", "unitID", "task"], columns: columns,
                [
                    .text(entry.postID), .text(entry.unitID), .text(entry.row.task), .text(entry.row.outputUnit),
                    .integer(entry.row.volumePerYear), .integer(entry.row.normMinutes),
                ])
            changes += isChanged ? 1 : 0
        }
        guard set.isComplete(.workload) else { return changes }
        for row in try Row.fetchAll(writer.db, sql: "SELECT id, postID, unitID, task FROM staffWorkload") {
            let id: Int64 = row["id"]
            guard let named = tasks[[row["postID"], row["unitID"]]], !named.contains(row["task"]) else { continue }
            try writer.db.execute(sql: "DELETE FROM staffWorkload WHERE id = ?", arguments: [id])
            changes += 1
        }
        return changes
    }

    /// A complete file replaces the standard of each post that it names; else its rows are added to it.
    func applyStandards() throws -> Int {
        guard let rows = set.standards else { return 0 }
        var byPost: [String: [StandardRow.Demand]] = [:]
        for row in rows {
            byPost[row.postID, default: []].append(row.demand)
        }
        var changes = 0
        for post in byPost.keys.sorted() {
            let known = try reader.demands(of: post)
            let stated = byPost[post] ?? []
            let demands = StandardRow.Demand.distinct(set.isComplete(.standards) ? stated : known + stated)
            guard demands != known else { continue }
            changes += 1
            try writer.db.execute(sql: "DELETE FROM staffStandard WHERE postID = ?", arguments: [post])
            for demand in demands {
                let (kind, code, value) = demand.columns
                try writer.db.execute(
                    sql: "INSERT INTO staffStandard (postID, demand, code, value) VALUES (?, ?, ?, ?)",
                    arguments: [post, kind, code, value])
            }
        }
        return changes
    }
}

extension StaffReader {
    /// What a post asks of its holder; nil when no standard was imported for it.
    public func standard(of post: String) throws -> PostStandard? {
        let demands = try demands(of: post)
        return demands.isEmpty ? nil : PostStandard(demands)
    }

    /// The rows of a post's standard in the order in which they were imported.
    func demands(of post: String) throws -> [StandardRow.Demand] {
        try Row.fetchAll(
            db, sql: "SELECT demand, code, value FROM staffStandard WHERE postID = ? ORDER BY id", arguments: [post]
        ).map { row in
            guard let demand = StandardRow.Demand(row["demand"], row["code"], row["value"]) else {
                throw StaffError.damaged("staffStandard")
            }
            return demand
        }
    }
}

extension StandardRow.Demand {
    var columns: (kind: String, code: String, value: String) {
        switch self {
        case .competence(let code, let level): ("kompetensi", code, String(level))
        case .education(let minimum, let field): ("pendidikan", minimum.rawValue, field ?? "")
        case .certificate(let kind): ("sertifikat", kind, "")
        case .grades(let range): ("golongan", range.lowest.text, range.highest.text)
        case .test(let kind): ("uji kompetensi", kind, "")
        case .service(let months): ("pengalaman", "", String(months))
        case .age(let limit): ("usia", "", String(limit))
        case .counter(let service): ("loket", service ?? "", "")
        }
    }

    init?(_ kind: String, _ code: String, _ value: String) {
        switch kind {
        case "kompetensi":
            guard let level = Int(value), Competence.levels.contains(level) else { return nil }
            self = .competence(code: code, level: level)
        case "pendidikan":
            guard let minimum = EducationLevel(rawValue: code) else { return nil }
            self = .education(minimum: minimum, field: value.isEmpty ? nil : value)
        case "sertifikat": self = .certificate(kind: code)
        case "golongan":
            guard let lowest = Grade(parsing: code), let highest = Grade(parsing: value),
                let range = GradeRange(lowest: lowest, highest: highest)
            else { return nil }
            self = .grades(range)
        case "uji kompetensi": self = .test(kind: code)
        case "pengalaman":
            guard let months = Int(value), Self.serviceMonths.contains(months) else { return nil }
            self = .service(months: months)
        case "usia":
            guard let limit = Int(value), Self.ages.contains(limit) else { return nil }
            self = .age(limit: limit)
        case "loket": self = .counter(service: code.isEmpty ? nil : code)
        default: return nil
        }
    }

    /// Months of service that a standard can ask for.
    static let serviceMonths = 0...600
    /// Ages that a standard can set as the highest.
    static let ages = 18...75

    /// The same rows once; of two levels for one competence, and of two demands of a kind that stands once, the later.
    static func distinct(_ demands: [StandardRow.Demand]) -> [StandardRow.Demand] {
        var kept: [StandardRow.Demand] = []
        for demand in demands {
            kept.removeAll { other in
                switch (other, demand) {
                case (.competence(let left, _), .competence(let right, _)): left == right
                case (.grades, .grades), (.test, .test), (.service, .service), (.age, .age): true
                default: other == demand
                }
            }
            kept.append(demand)
        }
        return kept
    }
}
