import Negotiation
import Personnel

extension Presenter {
    public func trainings(_ trainings: [Negotiation.Training]) -> Page {
        guard !trainings.isEmpty else { return nothing("Tidak ada pelatihan.", "There is no training.") }
        let rows = trainings.map { training in
            [
                shown(training.id), competence(training.competence), language.number(training.level),
                say("\(training.hours) JP", "\(training.hours) h"), agency(training.provider),
                about(training.offer), state(training),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Kompetensi", "Competence"), column("Level", "Level", .right),
                        column("Jam", "Hours", .right), column("Penyelenggara", "Provider"),
                        column("Untuk", "For"), column("Keadaan", "State"),
                    ], rows: rows))
        ])
    }

    public func training(_ training: Negotiation.Training) -> Page {
        var page = Page([
            .title(say("Pelatihan \(shown(training.id)): ", "Training \(shown(training.id)): ") + state(training)),
            .fields([
                field("Kompetensi", "Competence", competence(training.competence)),
                field("Sampai level", "To level", language.number(training.level)),
                field("Jam", "Hours", say("\(training.hours) JP", "\(training.hours) h")),
                field("Penyelenggara", "Provider", agency(training.provider)),
                field("Untuk usulan", "For the offer", "\(about(training.offer)) [\(shown(training.offer))]"),
                field("Diminta oleh", "Required by", training.said.actor),
            ]),
        ])
        if let confirmed = training.confirmed {
            page.add(
                .paragraph(
                    say(
                        "Dikonfirmasi \(training.confirmedHours) JP, \(date(text: confirmed.text("date") ?? "?")), "
                            + "oleh \(confirmed.actor).",
                        "Confirmed \(training.confirmedHours) h, \(date(text: confirmed.text("date") ?? "?")), "
                            + "by \(confirmed.actor).")))
        }
        page.blocks += next(todo.lines(of: training))
        return page
    }

    private func state(_ training: Negotiation.Training) -> String {
        if training.confirmed != nil {
            return say("selesai", "confirmed")
        }
        return training.ended.map(ending) ?? say("menunggu konfirmasi", "waits for confirmation")
    }
}
