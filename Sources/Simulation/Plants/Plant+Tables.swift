import GRDB

/// Bugs of the stores, as temporary triggers on a connection: what the program wrote is changed behind its back, in the same
/// transaction.
extension Plant {
    /// Plants the bug in a connection that was just opened.
    static func install(_ sql: String?, in writer: any DatabaseWriter) throws {
        guard let sql else { return }
        try writer.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// Each trigger strikes at some positions only, as real bugs do.
    var coordinatorTrigger: String? {
        switch self {
        case .missingDedup: Self.after("INSERT ON decided", "DELETE FROM decided WHERE position = NEW.position")
        case .headNotStored:
            Self.after(
                "UPDATE ON head", when: "NEW.position % 5 = 0 AND NEW.position <> OLD.position",
                "UPDATE head SET position = OLD.position")
        case .digestNotStored:
            Self.after(
                "UPDATE ON digest", when: "NEW.count % 5 = 0",
                "UPDATE digest SET sum = OLD.sum, count = OLD.count WHERE reader = NEW.reader")
        case .audienceRowLost:
            Self.after(
                "INSERT ON audience", when: "NEW.position % 9 = 0", "DELETE FROM audience WHERE \(Self.sameAudience)")
        case .lateCommit:
            Self.after(
                "INSERT ON audience", when: "NEW.position % 7 = 0",
                "UPDATE OR REPLACE audience SET position = position - 6 WHERE \(Self.sameAudience)")
        case .retractionForgotten:
            Self.after("UPDATE ON audience", when: "NEW.present = 0", "DELETE FROM audience WHERE \(Self.sameAudience)")
        case .leakToAll:
            Self.after(
                "INSERT ON audience", when: "NEW.reader <> 0 AND NEW.position % 3 = 0",
                "UPDATE OR REPLACE audience SET reader = 0 WHERE \(Self.sameAudience)")
        case .exchangeNotAdvanced:
            Self.after(
                "UPDATE ON node", when: "NEW.exchange % 4 = 0",
                "UPDATE node SET exchange = OLD.exchange, nonce = OLD.nonce WHERE id = NEW.id")
        case .endedKeyKept:
            Self.after(
                "UPDATE ON node", when: "NEW.instance <> OLD.instance",
                """
                UPDATE node SET instance = OLD.instance, key = OLD.key, exchange = OLD.exchange, nonce = OLD.nonce,
                bundle = OLD.bundle, bundleHash = OLD.bundleHash WHERE id = NEW.id
                """)
        case .entryRewritten:
            Self.after(
                "INSERT ON journal", when: "NEW.position % 11 = 0",
                "UPDATE journal SET bytes = CAST(bytes || ' ' AS BLOB) WHERE position = NEW.position - 5")
        case .leafWrong:
            Self.after(
                "INSERT ON journal", when: "NEW.position % 13 = 0",
                "UPDATE journal SET leaf = zeroblob(32) WHERE position = NEW.position")
        case .attachmentLost: Self.after("INSERT ON attachment", "DELETE FROM attachment WHERE id = NEW.id")
        case .recordChanged:
            Self.after(
                "INSERT ON record", when: "NEW.kind = 'vacancy'",
                """
                UPDATE record SET body = CAST(replace(CAST(body AS TEXT), '"need":9', '"need":8') AS BLOB)
                WHERE id = NEW.id
                """)
        case .bundleChanged:
            Self.after(
                "INSERT ON bundle", when: "NEW.number % 3 = 0",
                "UPDATE bundle SET bytes = (SELECT bytes FROM bundle WHERE id = NEW.id - 1) WHERE id = NEW.id")
        case .accessNotKept:
            Self.after("INSERT ON access", when: "NEW.class = 'offer'", "DELETE FROM access WHERE class = 'offer'")
        case .claimLost: Self.after("INSERT ON claim", "DELETE FROM claim WHERE tag = NEW.tag")
        case .linkLost:
            Self.after("INSERT ON link", when: "NEW.name = 'card'", "DELETE FROM link WHERE \(Self.sameLink)")
        case .deadlineLinkLost:
            Self.after(
                "INSERT ON link", when: "NEW.name = 'open' AND NEW.value = 'offer'",
                "DELETE FROM link WHERE \(Self.sameLink)")
        default: nil
        }
    }

    var nodeTrigger: String? {
        switch self {
        case .cursorBeforeApply:
            // The cursor is stored with what came up to it, except the last position of the page.
            Self.after(
                "UPDATE ON generation", when: "NEW.position > coalesce(OLD.position, 0) AND NEW.position % 3 = 0",
                "DELETE FROM record WHERE generation = NEW.id AND changed = NEW.position")
        case .forkForgotten: Self.after("INSERT ON contradiction", "DELETE FROM contradiction WHERE id = NEW.id")
        case .nothingErased:
            "CREATE TABLE IF NOT EXISTS trash (body BLOB); "
                + Self.after("DELETE ON record", "INSERT INTO trash (body) VALUES (OLD.body)")
        case .digestMiscounted:
            Self.after(
                "UPDATE ON generation", when: "NEW.position % 4 = 0 AND NEW.count = OLD.count",
                "UPDATE generation SET count = count + 1 WHERE id = NEW.id")
        case .draftLost:
            Self.after("INSERT ON operation", when: "NEW.id % 4 = 0", "DELETE FROM operation WHERE id = NEW.id")
        case .outcomeForgotten:
            Self.after(
                "UPDATE OF outcome ON operation", when: "NEW.position % 3 = 0",
                "UPDATE operation SET outcome = NULL, position = NULL WHERE id = NEW.id")
        case .outcomeChanged:
            Self.after(
                "UPDATE OF outcome ON operation", when: "NEW.position % 5 = 0",
                """
                UPDATE operation SET outcome = CAST('{"outcome":"rejected","code":"rule","detail":{}}' AS BLOB)
                WHERE id = NEW.id
                """)
        case .nonceRenewed:
            Self.after(
                "UPDATE ON state", when: "NEW.pendingNonce IS NOT NULL AND NEW.exchange % 5 = 4",
                "UPDATE state SET pendingNonce = 'AAAAAAAAAAAAAAAAAAAAAA'")
        case .bundleNumberSkipped:
            Self.after(
                "UPDATE ON state", when: "NEW.exchange % 6 = 5 AND OLD.exchange <> NEW.exchange",
                "UPDATE state SET bundle = bundle + 1")
        case .bundleInFlightChanged:
            Self.after(
                "INSERT ON bundle", when: "NEW.number % 3 = 2",
                "UPDATE bundle SET bytes = zeroblob(length(bytes)) WHERE id = NEW.id")
        default: nil
        }
    }

    private static let sameAudience = "reader = NEW.reader AND position = NEW.position AND record = NEW.record"
    private static let sameLink = "name = NEW.name AND value = NEW.value AND record = NEW.record"

    private static func after(_ event: String, when condition: String = "1", _ body: String) -> String {
        "CREATE TEMP TRIGGER planted AFTER \(event) WHEN \(condition) BEGIN \(body); END"
    }
}
