import ArgumentParser
import CoordinatorKit
import Foundation
import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol
import Terminal

/// `init`: founds a region in a data directory, with the desk's node beside the coordinator.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Found a region in a new data directory.",
        discussion: """
            Example: mutasi-coordinator init --data /var/lib/mutasi --region semarang --name "Kota Semarang" --bkd bkpp \
            --bkd-name "Badan Kepegawaian" --day 2026-01-05 --url https://mutasi.semarangkota.go.id:8443

            When it was interrupted, run the same command again. Keep a copy of the key files: without them the region is lost.
            """)

    @Option(help: ArgumentHelp("The region's code.", valueName: "code"))
    var region: String

    @Option(help: ArgumentHelp("The region's name.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("The personnel agency's code.", valueName: "code"))
    var bkd: String

    @Option(help: ArgumentHelp("The personnel agency's name.", valueName: "name"))
    var bkdName: String

    @Option(help: ArgumentHelp("The same in English.", valueName: "name"))
    var bkdNameEn: String?

    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd"))
    var day: CivilDate

    @Flag(help: "On trial: days come only from 'day advance'.")
    var trial = false

    @Option(help: ArgumentHelp("The region's time zone.", valueName: "zone"))
    var zone = "Asia/Jakarta"

    @Option(help: ArgumentHelp("The region's language.", valueName: "id|en"))
    var language = "id"

    @Option(
        help: ArgumentHelp(
            "Where nodes reach the coordinator; a port in it gives way to the port that serve got.", valueName: "url"))
    var url: String

    @Option(help: ArgumentHelp("The authority (PEM) that the desk trusts; else the system's.", valueName: "file"))
    var ca: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard AgencyCode(bkd) != nil else { throw ValidationError("--bkd takes 2 to 24 of a-z, 0-9 and -.") }
        guard Language(parsing: language) != nil else { throw ValidationError("--language takes id or en.") }
        guard RegionAddress(url) != nil else {
            throw ValidationError("--url takes https://host or https://host:port, not '\(url)'.")
        }
    }

    func run() async throws {
        let spoken = options.language(region: language)
        try await Console.answer(options, language: { spoken }) {
            let fingerprint = try await CoordinatorFailures.mapping { try found() }
            let json = JSONValue.object([
                ("region", .string(region)), ("agency", .string(bkd)), ("day", .string(day.iso)),
                ("trial", .boolean(trial)), ("fingerprint", .string(fingerprint)),
            ])
            return (Answer(json) { page(fingerprint, $0) }, spoken)
        }
    }

    /// Founds the region and makes the desk's node; returns the fingerprint of the coordinator's key.
    private func found() throws -> String {
        guard let bkd = AgencyCode(bkd), let address = RegionAddress(url) else {
            preconditionFailure("validated before the command runs")
        }
        let data = try options.directory()
        let ca = try ca.map(Self.absolute)
        let desk = DataDirectory(data + "/" + Workplace.deskFolder)
        let reply: JoinReply
        let keys: DeskKeys
        // What an interrupted run founded is taken up, whatever it is told now.
        if PrivateFile.exists(data + "/" + DeskKeys.fileName), let directory = try? CoordinatorDirectory.open(data) {
            keys = try DeskKeys.begin(data)
            reply = try Self.enrolment(of: keys, in: directory)
        } else {
            let directory = try Self.prepare(data)
            keys = try DeskKeys.begin(data)
            let founding = RegionFounding(
                code: region, name: name, zone: zone, isTrial: trial, bkd: bkd,
                bkdName: (id: bkdName, en: bkdNameEn ?? bkdName), language: language, day: day.iso)
            reply = try Coordinator.found(
                founding, desk: keys.enrolled, store: directory.store, keys: directory.keys)
        }
        if !desk.holdsNode {
            _ = try NodeStore.create(
                desk,
                identity: NodeIdentity(
                    region: reply.region, regionName: reply.regionName, agency: reply.agency, node: reply.node,
                    instance: reply.instance, isRegistry: reply.registry, url: address.text, caPath: ca,
                    signing: keys.signing, box: keys.box, tagKey: reply.tagKey, coordinator: reply.coordinatorKey))
        }
        DeskKeys.remove(data)
        return InvitationLine.fingerprint(of: reply.coordinatorKey)
    }

    private static func prepare(_ data: String) throws -> CoordinatorDirectory {
        do {
            return try CoordinatorDirectory.prepare(data)
        } catch let failure as StoreFailure where failure.code == .region {
            throw Failure(
                .store, failure.code.rawValue, exit: .cannotCreate, detail: failure.message,
                words: Explanation(
                    meaning: Sentence("Di folder ini sudah ada daerah.", "There is a region in this folder already."),
                    advice: Sentence(
                        "Jalankan serve, atau beri --data yang lain.", "Run serve, or give another --data.")))
        }
    }

    private static func enrolment(of keys: DeskKeys, in directory: CoordinatorDirectory) throws -> JoinReply {
        try directory.store.read { snapshot in
            guard let region = try snapshot.region(), let node = try snapshot.node(keyed: keys.signing.publicKey) else {
                throw StoreFailure(.keys, "\(DeskKeys.fileName) is not of this region; remove it")
            }
            return JoinReply(
                region: region.code, regionName: region.name, agency: node.agency, node: node.node,
                instance: node.exchange.instance, registry: node.registry,
                coordinatorKey: directory.keys.signing.publicKey, tagKey: directory.keys.tag,
                epoch: try snapshot.head().epoch)
        }
    }

    /// Commands run from other folders later.
    private static func absolute(_ path: String) throws -> String {
        _ = try CommandFile.read(path, maxBytes: 1 << 20)
        return path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private func page(_ fingerprint: String, _ spoken: Language) -> Page {
        Page([
            .title(Sentence("Daerah {name} didirikan", "Region {name} founded").text(spoken, [("name", name)])),
            .fields([
                Page.Field(Sentence("Sidik kunci", "Key fingerprint")[spoken], fingerprint),
                Page.Field(Sentence("Hari", "Day")[spoken], spoken.date(day)),
            ]),
            .advice(
                Sentence("Simpan salinan berkas kunci, lalu jalankan:", "Keep a copy of the key files, then run:")[
                    spoken],
                command: "mutasi-coordinator serve --data DIR --certificate PEM --key PEM"),
        ])
    }
}
