import ArgumentParser
import Glibc
import Terminal

/// An agency's node.
@main
struct MutasiNode {
    static func main() async {
        // A reader that closes early must not end the program.
        signal(SIGPIPE, SIG_IGN)
        await Program.$current.withValue(.node) {
            await CommandLineRun.main(NodeCommands.self)
        }
    }
}

struct NodeCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutasi-node",
        abstract: "An agency's node: its own staff, and transfers negotiated with other agencies.",
        discussion: """
            A day's work: sync, todo, what todo says, sync. Everything is recorded here first and sent with the next sync.
            Every command takes --data DIR, --as NAME, --json and --lang id|en.
            """,
        version: "0.1.0",
        subcommands: [
            JoinCommand.self, RejoinCommand.self, SyncCommand.self, RunCommand.self, TodoCommand.self,
            StatusCommand.self, DoctorCommand.self, StaffCommand.self, NeedCommand.self, CardCommand.self,
            VacancyCommand.self,
            MatchCommand.self,
            SurgeCommand.self, ServiceCommand.self, RequestCommand.self, StandbyCommand.self, OfferCommand.self,
            PackageCommand.self, DocumentReading.self,
            TrainingCommand.self, TransferCommand.self, ConflictCommand.self, OutboxCommand.self, NoticeCommand.self,
            BackupCommand.self, RestoreCommand.self, CheckpointCommand.self, VerifyEvidence.self, HandoverCommand.self,
            ReorganisationCommand.self, ProposalCommand.self, OperatorsCommand.self,
        ])
}
