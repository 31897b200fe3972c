/// How a program ends: the codes of sysexits.h, and 1 for an answer that is no.
public enum ExitCode: Int32, Sendable, CaseIterable {
    case done = 0
    /// A check failed, something waits, or the operation was refused.
    case answerIsNo = 1
    /// EX_USAGE: the command line is wrong.
    case usage = 64
    /// EX_DATAERR: a file or message is not what it should be.
    case badData = 65
    /// EX_UNAVAILABLE: the coordinator cannot be reached.
    case unreachable = 69
    /// EX_SOFTWARE: a bug of this program.
    case bug = 70
    /// EX_CANTCREAT: something cannot be created or stored.
    case cannotCreate = 73
    /// EX_TEMPFAIL: the same may succeed later.
    case tryLater = 75
    /// EX_PROTOCOL: the other side said something that the protocol does not allow.
    case `protocol` = 76
    /// EX_NOPERM: it may not be done here or by this node.
    case notAllowed = 77
    /// EX_CONFIG: this machine is not set up right.
    case configuration = 78
}
