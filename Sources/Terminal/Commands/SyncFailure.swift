import NodeKit
import SyncProtocol

/// How a sync that did not end completely is told.
public enum SyncFailure {
    /// Throws ``CommandError`` unless everything was exchanged.
    public static func check(_ report: SyncReport) throws {
        if let error = error(report) {
            throw error
        }
    }

    /// Nil when everything was sent and received.
    static func error(_ report: SyncReport) -> CommandError? {
        switch report.ending {
        case .complete: nil
        case .roundLimit, .cancelled:
            CommandError(
                .syncIncomplete, Sentence("Sinkronisasi belum selesai.", "The sync is not complete yet."),
                advice: Sentence("Jalankan sync sekali lagi.", "Run sync again."))
        case .unreachable(let error) where error.code == .tls:
            CommandError(
                .unreachable,
                Sentence(
                    "Tidak ada sambungan aman ke koordinator: {cause}",
                    "No secure connection to the coordinator: {cause}"),
                advice: Sentence(
                    "Periksa proksi dan jam mesin ini, dan tanyakan kepada BKD apakah sertifikatnya diganti.",
                    "Check the proxy and this machine's clock, and ask the BKD whether the certificate was changed."),
                values: [("cause", error.message)])
        case .unreachable(let error):
            CommandError(
                .unreachable,
                Sentence("Koordinator tidak terjangkau: {cause}", "The coordinator cannot be reached: {cause}"),
                advice: Sentence(
                    "Periksa jaringan, lalu jalankan sync lagi; tidak ada yang hilang.",
                    "Check the network and run sync again; nothing is lost."),
                values: [("cause", error.message)])
        case .noise(.forkedHead, _), .noise(.earlierHead, _):
            CommandError(
                .refused,
                Sentence(
                    "Koordinator menunjukkan riwayat yang bertentangan dengan yang sudah dilihat simpul ini.",
                    "The coordinator shows a journal that contradicts what this node has seen."),
                advice: Sentence(
                    "Tidak ada yang berubah dan buktinya tersimpan; tunjukkan kepada BKD: checkpoint show.",
                    "Nothing has changed and the proof is kept; show it to the BKD: checkpoint show."))
        case .noise(let noise, let status):
            CommandError(
                .notTheCoordinator,
                Sentence(
                    "Yang menjawab bukan koordinator (status {status}, {noise}).",
                    "What answered is not the coordinator (status {status}, {noise})."),
                advice: Sentence(
                    "Periksa proksi atau halaman masuk jaringan; tidak ada yang berubah.",
                    "Check the proxy or the network's login page; nothing has changed."),
                values: [("status", "\(status)"), ("noise", noise.rawValue)])
        case .refused(let problem, true) where problem.code == .recovering:
            CommandError(
                .syncIncomplete,
                Sentence(
                    "Koordinator sedang memulihkan diri; belum ada yang diputuskan.",
                    "The coordinator recovers from a restore; nothing is decided yet."),
                advice: Sentence(
                    "Yang kurang sudah diserahkan. Jalankan sync lagi nanti; BKD melihat siapa yang ditunggu: recovery show.",
                    "What it lacked has been handed in. Run sync again later; the BKD sees who is awaited: recovery show."
                ))
        case .refused(let problem, let isProven): refused(code: problem.code.rawValue, isProven: isProven)
        case .stopped(let refusal): refused(code: refusal.code, isProven: true)
        }
    }

    /// A carried reply that the coordinator refused.
    static func refused(_ problem: Problem, isProven: Bool) -> CommandError {
        refused(code: problem.code.rawValue, isProven: isProven)
    }

    /// A carried reply that is not the answer to this node's exchange.
    static func foreign(_ noise: SyncNoise) -> CommandError {
        CommandError(
            .notTheCoordinator,
            Sentence(
                "Berkas itu bukan jawaban koordinator untuk pertukaran simpul ini ({noise}).",
                "The file is not the coordinator's answer to this node's exchange ({noise})."),
            advice: Sentence(
                "Pastikan berkasnya dari permintaan terakhir simpul ini; tidak ada yang berubah.",
                "Make sure that it belongs to this node's last request; nothing has changed."),
            values: [("noise", noise.rawValue)])
    }

    /// - Parameter isProven: whether the coordinator signed it; else something on the way may have said it.
    private static func refused(code: String, isProven: Bool) -> CommandError {
        let words = Sentences.explanation(.problem, code)
        let doubt = isProven ? Sentence("", "") : Sentence(" (tidak bertanda tangan)", " (unsigned)")
        return CommandError(
            ProblemCode(rawValue: code)?.isTransient == true ? .comeLater : .refused,
            Sentence(
                "Koordinator menolak simpul ini, {code}\(doubt[.indonesian]): \(words.meaning[.indonesian])",
                "The coordinator refused this node, {code}\(doubt[.english]): \(words.meaning[.english])"),
            advice: words.advice, values: [("code", code)])
    }
}
