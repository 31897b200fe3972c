import ArgumentParser
import Glibc
import Terminal

/// The BKD's coordinator, and the desk beside it.
@main
struct MutasiCoordinator {
    static func main() async {
        // A reader that closes early must not end the program.
        signal(SIGPIPE, SIG_IGN)
        await Program.$current.withValue(.coordinator) {
            await CommandLineRun.main(CoordinatorCommands.self)
        }
    }
}

struct CoordinatorCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutasi-coordinator",
        abstract: "The BKD's coordinator: it decides in one order, and its desk is an agency like the others.",
        discussion: """
            Begin with init, then serve; verify, checkpoint, export, access, backup, restore and recovery work beside it or without it, all \
            other commands speak to the coordinator that serves beside them.
            Every command takes --data DIR, --as NAME, --json and --lang id|en.
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, ServeCommand.self, VerifyCommand.self, CheckpointCommand.self, ExportCommand.self,
            CoordinatorBackup.self, CoordinatorRestore.self, RecoveryCommand.self, CoordinatorDoctor.self,
            DayCommand.self, AgencyCommand.self, InviteCommand.self, NodeCommand.self, AccessCommand.self,
            CarryCommand.self, NoticeCommand.self, PolicyCommand.self, TodoCommand.self, StatusCommand.self,
            SyncCommand.self, CardReading.self, VacancyCommand.self, RequestCommand.self, DeskStandbyCommand.self,
            RoundCommand.self, PlanCommand.self, DeskNeedCommand.self, DeskSurgeCommand.self, DeskOfferCommand.self,
            DeskPackageCommand.self, DocumentCommand.self,
            TrainingCommand.self, TransferCommand.self, ConflictCommand.self, OutboxCommand.self, HandoverCommand.self,
            DeskReorganisationCommand.self, ReportCommand.self, ProposalCommand.self, OperatorsCommand.self,
            BehalfCommand.self,
        ])
}
