import Personnel

/// What one file says about another, or about what the store knows already.
extension ImportSet {
    /// Takes out the rows that name a post, a unit or a person that nobody knows, and adds an error for each.
    ///
    /// Posts of a kind without any reference, and units without any, are taken from the staff export itself.
    mutating func checkReferences(_ known: KnownReferences) {
        var posts = known.posts
        for row in self.posts {
            posts[row.post.id] = row.post.kind
        }
        var units = known.units
        units.formUnion((self.units ?? []).map(\.unit.id))
        let kinds = Set(posts.values).union(postKinds)
        let hasUnits = !units.isEmpty

        checkUnits(units)
        checkStaff { post, kind in
            kinds.contains(kind) ? posts[post] == kind : true
        } isUnit: { unit in
            !hasUnits || units.contains(unit)
        }
        for row in staff?.rows ?? [] {
            posts[row.postID] = row.postKind
            units.insert(row.unitID)
        }
        check(\.workload, .workload, "JABATAN ID", .unknownPost, { posts[$0.postID] != nil }, \.postID, \.number)
        check(\.workload, .workload, "UNOR ID", .unknownUnit, { units.contains($0.unitID) }, \.unitID, \.number)
        check(\.standards, .standards, "JABATAN ID", .unknownPost, { posts[$0.postID] != nil }, \.postID, \.number)
        check(
            \.floors, .floors, "JABATAN ID", .unknownPost, { $0.postID.map { posts[$0] != nil } ?? true },
            { $0.postID ?? "" }, \.number)
        check(\.floors, .floors, "UNOR ID", .unknownUnit, { units.contains($0.unitID) }, \.unitID, \.number)
        checkPeople(known.people.union((staff?.rows ?? []).map(\.nip)))
        sortErrors()
    }

    private mutating func checkStaff(
        _ isPost: (String, PostKind) -> Bool, isUnit: (String) -> Bool
    ) {
        guard let rows = staff?.rows else { return }
        let file = name(of: .staff)
        var good: [StaffRow] = []
        for row in rows {
            let before = errors.count
            if !isPost(row.postID, row.postKind) {
                errors.append(
                    RowError(
                        file: file, row: row.number, column: "JABATAN ID", value: row.postID, code: .unknownPost,
                        expected: "an id of the reference file of this kind of post"))
            }
            if !isUnit(row.unitID) {
                errors.append(
                    RowError(
                        file: file, row: row.number, column: "UNOR ID", value: row.unitID, code: .unknownUnit,
                        expected: "an id of HierarkiUnor"))
            }
            if errors.count == before {
                good.append(row)
            }
        }
        staff?.rows = good
    }

    private mutating func checkUnits(_ units: Set<String>) {
        check(
            \.units, .units, "ID_ATASAN", .unknownUnit,
            { row in row.unit.parent.map { units.contains($0) && $0 != row.unit.id } ?? true },
            { $0.unit.parent ?? "" }, \.number)
    }

    private mutating func checkPeople(_ people: Set<NIP>) {
        func check<Value>(
            _ part: WritableKeyPath<ImportSet, [PersonRow<Value>]?>, _ file: ImportFile, in set: inout ImportSet
        ) {
            set.check(
                part, file, "NIP BARU", .unknownPerson, { people.contains($0.nip) }, \.nip.text, \.number)
        }
        check(\.appraisals, .appraisals, in: &self)
        check(\.competences, .competences, in: &self)
        check(\.trainings, .trainings, in: &self)
        check(\.placements, .placements, in: &self)
        check(\.sanctions, .sanctions, in: &self)
        check(\.leaves, .leaves, in: &self)
        check(\.certificates, .certificates, in: &self)
        check(\.counterDuties, .counterDuties, in: &self)
        check(\.talents, .talents, in: &self)
    }

    private mutating func check<Row>(
        _ part: WritableKeyPath<ImportSet, [Row]?>, _ file: ImportFile, _ column: String, _ code: RowError.Code,
        _ isKnown: (Row) -> Bool, _ value: (Row) -> String, _ number: (Row) -> Int
    ) {
        guard let rows = self[keyPath: part] else { return }
        let name = name(of: file)
        for row in rows where !isKnown(row) {
            errors.append(
                RowError(
                    file: name, row: number(row), column: column, value: value(row), code: code,
                    expected: Self.expected(code)))
        }
        self[keyPath: part] = rows.filter(isKnown)
    }

    private static func expected(_ code: RowError.Code) -> String {
        switch code {
        case .unknownPost: "an id of the reference files of posts"
        case .unknownUnit: "an id of HierarkiUnor"
        default: "a person of staff.csv or of an earlier import"
        }
    }

    private mutating func sortErrors() {
        let order = counts.map(\.name)
        errors = errors.enumerated().sorted { left, right in
            let leftFile = order.firstIndex(of: left.element.file) ?? order.count
            let rightFile = order.firstIndex(of: right.element.file) ?? order.count
            return (leftFile, left.element.row, left.offset) < (rightFile, right.element.row, right.offset)
        }
        .map(\.element)
    }
}
