import Negotiation
import Personnel

extension RegistryTransfers {
    /// Units that come to this agency, or that it keeps under another name, stand in its staff tables from then on, before any of
    /// their people arrive; who is lent to a unit that goes over is a guest here until the day before. Once for each
    /// reorganisation that was carried out: a later import may correct the units.
    func takeOver(_ act: Reorganisation, _ page: Page) throws {
        guard act.state == .applied, try !TransferEffects.isDone("units", act.id, in: page.database) else { return }
        let writer = StaffWriter(page.database)
        let reader = StaffReader(page.database)
        for unit in act.units where unit.to == identity.agency {
            var known = try reader.unit(unit.unit) ?? Personnel.Unit(id: unit.unit, name: unit.name ?? unit.unit)
            known = Personnel.Unit(
                id: known.id, name: unit.name ?? known.name, parent: known.parent, district: known.district)
            try writer.put(known)
        }
        for unit in act.units where unit.from == identity.agency && unit.to != unit.from {
            try TransferEffects.endGuests(of: unit.unit, on: act.from.adding(days: -1), in: page.database)
        }
        try TransferEffects.note("units", act.id, nil, in: page.database)
    }
}
