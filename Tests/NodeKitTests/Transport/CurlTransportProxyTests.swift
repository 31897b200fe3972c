import Foundation
import NodeKit
import Testing

/// In processes of their own: the proxy comes from the environment, which the other tests share.
struct CurlTransportProxyTests {
    private static func reply(through proxy: HostileServer.Port) async throws -> TransportReply {
        let server = try HostileServer.shared()
        let address = try server.address(proxy).replacing("https://", with: "http://")
        setenv("https_proxy", address, 1)
        unsetenv("no_proxy")
        unsetenv("NO_PROXY")
        // The name exists only for the proxy, which leads it to the good server.
        return try await server.transport().send(
            TransportRequest(url: server.address(.good, "/echo", host: "coordinator.test")))
    }

    @Test func proxyOfTheEnvironmentIsUsed() async {
        await #expect(processExitsWith: .success) {
            let reply = try await Self.reply(through: .proxy)
            #expect(reply.status == 200)
            #expect(reply.header("x-proxy") == nil)
        }
    }

    @Test func refusalByTheProxyIsItsOwnFailure() async {
        await #expect(processExitsWith: .success) {
            let error = await #expect(throws: TransportError.self) { try await Self.reply(through: .refusingProxy) }
            #expect(error?.code == .proxy)
        }
    }
}
