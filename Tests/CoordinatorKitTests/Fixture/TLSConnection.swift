import NIOCore
import NIOPosix
import NIOSSL

/// A TLS connection to a port of this machine that trusts one authority.
enum TLSConnection {
    /// One request, and the whole answer. Throws what ended the connection before its close.
    static func ask(_ port: Int, trusting authority: String, _ head: String, body: [UInt8] = []) async throws
        -> RawAnswer
    {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .file(authority)
        let context = try NIOSSLContext(configuration: configuration)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let answer = loop.makePromise(of: [UInt8].self)
        let channel: any Channel
        do {
            channel = try await ClientBootstrap(group: loop)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandlers([
                            try NIOSSLClientHandler(context: context, serverHostname: "localhost"), Collector(answer),
                        ])
                    }
                }
                .connect(host: "127.0.0.1", port: port).get()
        } catch {
            answer.fail(error)
            throw error
        }
        let length = body.isEmpty ? "" : "Content-Length: \(body.count)\r\n"
        let request = Array("\(head)\r\nHost: localhost\r\nConnection: close\r\n\(length)\r\n".utf8) + body
        channel.writeAndFlush(ByteBuffer(bytes: request), promise: nil)
        return try RawAnswer(String(decoding: try await answer.futureResult.get(), as: UTF8.self))
    }

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let answer: EventLoopPromise<[UInt8]>
        private var received: [UInt8] = []

        init(_ answer: EventLoopPromise<[UInt8]>) {
            self.answer = answer
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            received += unwrapInboundIn(data).readableBytesView
        }

        func channelInactive(context: ChannelHandlerContext) {
            answer.succeed(received)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            // A peer that closes without the closing alert has still sent a whole answer: it is of a known length.
            if error as? NIOSSLError == .uncleanShutdown { return }
            answer.fail(error)
            context.close(promise: nil)
        }
    }
}
