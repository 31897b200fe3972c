import NodeKit

extension Workplace {
    /// Refuses who may not record here, once the node has a list of who works at it. Throws ``CommandError``: `unknown-operator`,
    /// `reads-only`.
    public func requireOperator() throws {
        let people = try store.operators()
        guard !people.isEmpty else { return }
        guard let person = people.first(where: { $0.name.utf8.elementsEqual(actor.utf8) }) else {
            throw CommandError(
                .unknownOperator,
                Sentence(
                    "{name} tidak terdaftar sebagai petugas di simpul ini.",
                    "{name} is not among those who work at this node."),
                advice: Sentence(
                    "Beri --as dengan nama yang terdaftar; lihat dengan operator list.",
                    "Give --as with a name of the list; look with operator list."),
                values: [("name", actor)])
        }
        guard person.role.mayRecord else {
            throw CommandError(
                .readsOnly,
                Sentence("{name} hanya boleh membaca (auditor).", "{name} may only read (auditor)."),
                advice: Sentence(
                    "Minta petugas atau pimpinan yang mencatatnya.", "Ask an operator or the head to record it."),
                values: [("name", actor)])
        }
    }
}
