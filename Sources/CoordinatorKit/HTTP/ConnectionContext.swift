import Hummingbird
import NIOCore

/// A request's context that still knows its connection, so that an answer can end it.
struct ConnectionContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Whether the peer is a process of this machine.
    var isLoopback: Bool {
        guard let address = channel.remoteAddress?.ipAddress else { return false }
        return address == "::1" || address.hasPrefix("127.") || address.hasPrefix("::ffff:127.")
    }

    /// Closes the connection after this time, whatever else the peer sends.
    ///
    /// Needed after an answer that left a body unread, because the server library goes on reading such a body without end.
    func close(in time: TimeAmount) {
        let channel = channel
        channel.eventLoop.scheduleTask(in: time) {
            channel.close(mode: .all, promise: nil)
        }
    }
}
