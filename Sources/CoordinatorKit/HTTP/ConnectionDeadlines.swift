import NIOCore

/// Closes a connection whose peer has taken nothing of an answer for too long, and one that is still busy when the server has
/// been stopping for too long. No limit of the server library does either.
///
/// It counts writes that are not yet flushed to the socket; while there are any, each one that completes starts the time
/// anew. It looks at no content.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias OutboundIn = NIOAny

    private let writeLimit: TimeAmount
    private let stopLimit: TimeAmount
    private var pendingWrites = 0
    private var writeDeadline: Scheduled<Void>?
    private var stopDeadline: Scheduled<Void>?

    init(writeLimit: TimeAmount, stopLimit: TimeAmount) {
        self.writeLimit = writeLimit
        self.stopLimit = stopLimit
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        pendingWrites += 1
        if writeDeadline == nil {
            writeDeadline = close(context, in: writeLimit)
        }
        // The future completes on the event loop that this handler lives on.
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        written.futureResult.whenComplete { _ in
            bound.value.handler.wrote(bound.value.context)
        }
        context.write(data, promise: written)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent, stopDeadline == nil {
            stopDeadline = close(context, in: stopLimit)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        writeDeadline?.cancel()
        stopDeadline?.cancel()
        writeDeadline = nil
        stopDeadline = nil
    }

    private func wrote(_ context: ChannelHandlerContext) {
        pendingWrites -= 1
        writeDeadline?.cancel()
        writeDeadline = pendingWrites > 0 && context.channel.isActive ? close(context, in: writeLimit) : nil
    }

    private func close(_ context: ChannelHandlerContext, in limit: TimeAmount) -> Scheduled<Void> {
        let channel = context.channel
        return context.eventLoop.scheduleTask(in: limit) {
            channel.close(mode: .all, promise: nil)
        }
    }
}
