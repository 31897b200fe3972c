import Negotiation

/// What is behind its dates.
extension Presenter {
    public func late(_ late: [LateTransfer]) -> Page {
        guard !late.isEmpty else {
            return nothing("Tidak ada mutasi yang terlambat.", "No transfer is late.")
        }
        let rows = late.map { one in
            [
                shown(one.transfer.id), person(of: one.transfer.card), one.transfer.home.text,
                one.transfer.receiving.text, date(one.transfer.startDate ?? one.transfer.start),
                language.number(one.days), standing(one), waits(one).joined(separator: "; "),
            ]
        }
        return Page([
            .title(say("Mutasi yang terlambat: \(late.count)", "Late transfers: \(late.count)")),
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Pegawai", "Person"), column("Asal", "Home"),
                        column("Tujuan", "Receiving"), column("Mulai", "Start"), column("Hari", "Days", .right),
                        column("Keadaan", "Standing"), column("Menunggu", "Waits for"),
                    ], rows: rows)),
        ])
    }

    private func standing(_ late: LateTransfer) -> String {
        if late.transfer.started != nil {
            return say("sudah mulai, berkas belum", "started, without the file")
        }
        return late.isReleased
            ? say("belum mulai", "not started") : say("belum dilepas", "not released")
    }

    private func waits(_ late: LateTransfer) -> [String] {
        late.waits.map { wait in
            let what =
                switch wait.what {
                case .gate(let code): word(.gate, code)
                case .start: say("pencatatan SPMT", "the start letter")
                case .file: say("sync simpul registri asal", "a sync of home's registry")
                case .receipt: say("sync simpul registri tujuan", "a sync of the receiver's registry")
                }
            return wait.who.map { "\($0.text): \(what)" } ?? what
        }
    }
}
