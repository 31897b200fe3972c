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

    /// Closes the connection soon, whatever else the peer sends: time enough for it to read the answer.
    ///
    /// Needed after an answer that left a body unread, because the server library goes on reading such a body without end.
    func closeSoon() {
        let channel = channel
        channel.eventLoop.scheduleTask(in: .seconds(2)) {
            channel.close(mode: .all, promise: nil)
        }
    }
}
