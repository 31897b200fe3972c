import NodeKit
import StrictJSON

/// What the agent says after one attempt, in one line.
struct SyncLine {
    private let event: SyncLoop.Event
    private let moment: Stamp

    init(_ event: SyncLoop.Event, at moment: Stamp) {
        self.event = event
        self.moment = moment
    }

    private var next: Duration {
        switch event {
        case .synced(_, let next), .held(_, let next): next
        }
    }

    /// `2026-01-05T08:00:00Z  selesai: 3 diputuskan, 12 perubahan diterima; lagi dalam 15 menit`
    func text(_ language: Language) -> String {
        let pause = language.pause(next)
        let again = Sentence("berikutnya {pause}", "next {pause}").text(language, [("pause", pause)])
        return "\(moment.text)  \(DisplayWidth.safe(what(language))); \(again)"
    }

    private func what(_ language: Language) -> String {
        switch event {
        case .synced(let report, _):
            guard let error = SyncFailure.error(report) else {
                return Sentence(
                    "selesai: {decided} diputuskan, {changes} perubahan diterima",
                    "complete: {decided} decided, {changes} changes received"
                ).text(
                    language,
                    [
                        ("decided", language.number(report.outcomes.count)),
                        ("changes", language.number(report.changes)),
                    ])
            }
            return "\(error.code.rawValue): \(error.message.text(language, error.values)) "
                + error.advice.text(language, error.values)
        case .held(let failure, _):
            let failure = Failure(failure)
            return "\(failure.code): \(failure.message(language)) \(failure.advice(language))"
        }
    }

    /// `{"at","ending","decided","changes","exchanges","sent","received","nextMilliseconds"}`; `ending` is `complete` or the code
    /// of what went wrong, with its `message` in English.
    var json: JSONValue {
        var members: [(String, JSONValue)] = [("at", .string(moment.text))]
        switch event {
        case .synced(let report, _):
            let error = SyncFailure.error(report)
            members.append(("ending", .string(error?.code.rawValue ?? "complete")))
            members += error.map { [("message", .string($0.message.text(.english, $0.values)))] } ?? []
            members += [
                ("decided", .integer(report.outcomes.count)), ("changes", .integer(report.changes)),
                ("exchanges", .integer(report.exchanges)), ("sent", .integer(report.bytesSent)),
                ("received", .integer(report.bytesReceived)),
            ]
        case .held(let failure, _):
            members += [("ending", .string(failure.code.rawValue)), ("message", .string(failure.message))]
        }
        members.append(("nextMilliseconds", .integer(Int(next / .milliseconds(1)))))
        return .object(members)
    }
}

extension Language {
    /// `dalam 14 menit`, `in 14 minutes`.
    func pause(_ duration: Duration) -> String {
        "\(self == .indonesian ? "dalam" : "in") \(span(duration))"
    }

    /// `14 menit`, `14 minutes`: seconds below a minute, whole hours from two on, whole days from two on.
    func span(_ duration: Duration) -> String {
        let seconds = Int(duration.components.seconds)
        let (count, one, many) =
            switch seconds {
            case ..<60: (seconds, Sentence("detik", "second"), Sentence("detik", "seconds"))
            case ..<7200: (seconds / 60, Sentence("menit", "minute"), Sentence("menit", "minutes"))
            case ..<172_800: (seconds / 3600, Sentence("jam", "hour"), Sentence("jam", "hours"))
            default: (seconds / 86_400, Sentence("hari", "day"), Sentence("hari", "days"))
            }
        return "\(number(count)) \((count == 1 ? one : many)[self])"
    }
}
