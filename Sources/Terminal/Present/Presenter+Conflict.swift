import Negotiation
import StrictJSON

/// Two edits of one record that cannot both stand, side by side.
extension Presenter {
    public func conflicts(_ conflicts: [Conflict]) -> Page {
        guard !conflicts.isEmpty else { return nothing("Tidak ada pertentangan.", "There are no conflicts.") }
        let rows = conflicts.map { conflict in
            [
                shown(conflict.id), about(conflict.id), groups(conflict), conflict.actor,
                conflict.ended.map(ending) ?? say("perlu dipilih", "someone has to choose"),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Tentang", "About"), column("Bagian", "Part"),
                        column("Oleh", "By"), column("Keadaan", "State"),
                    ], rows: rows))
        ])
    }

    public func conflict(_ conflict: Conflict) -> Page {
        let state = conflict.ended.map(ending) ?? say("perlu dipilih", "someone has to choose")
        var page = Page([
            .title(say("Pertentangan \(shown(conflict.id)): ", "Conflict \(shown(conflict.id)): ") + state),
            .fields([
                field("Tentang", "About", about(conflict.id)),
                field("Perubahan yang belum diterapkan", "The change not applied", conflict.actor),
                field("Sebab", "Why", Sentences.explanation(.rejection, conflict.code.rawValue).meaning[language]),
            ]),
            .heading(say("Bandingkan", "Compare")),
            .table(comparison(conflict)),
        ])
        guard conflict.ended == nil else { return page }
        let command = "\(todo.program(own)) conflict resolve \(shown(conflict.id))"
        page.add(.heading(say("Pilih salah satu", "Choose one")))
        page.add(.advice(say("Pakai perubahan saya:", "Keep mine:"), command: command + " --keep mine"))
        page.add(.advice(say("Pakai perubahan mereka:", "Keep theirs:"), command: command + " --keep theirs"))
        let group = conflict.groups.first ?? "GROUP"
        page.add(.advice(say("Tulis nilai baru:", "Write it anew:"), command: command + " --write \(group)=JSON"))
        return page
    }

    private func groups(_ conflict: Conflict) -> String {
        conflict.groups.map { word(.group, $0) }.joined(separator: ", ")
    }

    /// A row for each member that differs; a group that is no object is one row.
    private func comparison(_ conflict: Conflict) -> Table {
        let sides = [conflict.was, conflict.now, conflict.theirs].map { try? JSON(parsing: $0) }
        let rows = conflict.groups.flatMap { group in
            let values = sides.map { $0?[group] }
            var names: [String] = []
            for name in values.flatMap({ $0?.members?.map(\.name) ?? [] }) where !names.contains(name) {
                names.append(name)
            }
            return names.map { name in
                [word(.group, group), name] + values.map { $0?[name].map { $0.string ?? $0.text } ?? "-" }
            }
        }
        return Table(
            [
                column("Bagian", "Part"), column("Isian", "Member"), column("Semula", "Before"),
                column("Perubahan saya", "Mine"), column("Perubahan mereka", "Theirs"),
            ], rows: rows.filter { Set($0.dropFirst(2)).count > 1 })
    }
}
