import CoordinatorKit
import Foundation
import SyncProtocol
import Terminal

/// A file that is verified by itself; its first bytes say what it is.
struct OfflineFile {
    let path: String

    private enum Kind {
        case database, journal, other
    }

    /// Checks it. `fingerprint` is that of the coordinator's key; nil believes the key that the file names, and says which.
    ///
    /// Throws `JournalDamage`, `StoreFailure` or ``Failure``.
    func answer(fingerprint: String?) throws -> Answer {
        switch try kind() {
        case .database:
            try check(try BackupVerifier.statedKey(path), fingerprint)
            let summary = try BackupVerifier.verify(path, coordinatorKey: nil)
            return JournalText.answer(
                summary.journal, key: summary.key, isKeyKnown: fingerprint != nil, hasChecksum: summary.hasChecksum)
        case .journal:
            let file = try JournalFile(path: path)
            try check(file.coordinatorKey, fingerprint)
            let summary = try JournalVerifier.verify(file, coordinatorKey: file.coordinatorKey)
            return JournalText.answer(summary, key: file.coordinatorKey, isKeyKnown: fingerprint != nil)
        case .other:
            guard let fingerprint else {
                throw CommandError(
                    .badArgument,
                    Sentence("Sidik kunci koordinator tidak disebut.", "The coordinator's fingerprint is not named."),
                    advice: Sentence("Beri --fingerprint atau --data.", "Give --fingerprint or --data."))
            }
            let bytes = try CommandFile.read(path, maxBytes: EvidenceFile.byteLimit)
            return try EvidenceCheck.answer(bytes, fingerprint: fingerprint)
        }
    }

    private func kind() throws -> Kind {
        guard let file = FileHandle(forReadingAtPath: path) else {
            _ = try CommandFile.read(path, maxBytes: 0)
            return .other
        }
        defer { try? file.close() }
        let first = (try file.read(upToCount: 16)).map(Array.init) ?? []
        if first.starts(with: Array("SQLite format 3".utf8)) { return .database }
        return first.starts(with: Array("mutasi-journal ".utf8)) ? .journal : .other
    }

    private func check(_ key: VerifyingKey, _ fingerprint: String?) throws {
        guard let fingerprint else { return }
        let digits = InvitationLine.fingerprint(of: key)
        guard InvitationLine.fingerprintDigits.contains(fingerprint.utf8.count), digits.hasPrefix(fingerprint) else {
            throw Failure(.evidence, EvidenceFault.key.rawValue, exit: .answerIsNo, detail: digits)
        }
    }
}
