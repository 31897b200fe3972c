import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import SyncProtocol

/// Maps HTTP requests to the coordinator's calls: five addresses, and one place for everything that goes wrong around them.
struct CoordinatorResponder: HTTPResponder {
    let coordinator: Coordinator
    let settings: ServerSettings
    let log: Logger
    private let budget: BodyBudget

    init(coordinator: Coordinator, settings: ServerSettings, log: Logger) {
        self.coordinator = coordinator
        self.settings = settings
        self.log = log
        budget = BodyBudget(bytes: settings.bodiesBytes)
    }

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        do {
            if let operation = operation(for: request, context) {
                let share = BodyBudget.Share(of: budget)
                defer { withExtendedLifetime(share) {} }
                let answer = await operation(try await body(of: request, share))
                return packed(answer, for: request) ?? Self.response(answer)
            }
            let answer = await document(for: request)
            let response = end(answer, request, context)
            return request.method == .head ? headOnly(response, answer) : response
        } catch let problem as Problem {
            let wait = [HTTPAnswer.Header("Retry-After", String(coordinator.settings.commit.retryAfterSeconds))]
            return end(.problem(problem, headers: problem.code.isTransient ? wait : []), request, context)
        } catch {
            log.debug("a request broke off", metadata: ["error": "\(type(of: error))"])
            return end(.problem(Problem(.badRequest, detail: "the request broke off")), request, context)
        }
    }

    /// What takes the body of this request; nil when nothing does.
    private func operation(
        for request: Request, _ context: ConnectionContext
    ) -> ((_ body: [UInt8]) async -> HTTPAnswer)? {
        guard request.method == .post else { return nil }
        switch request.uri.path {
        case ServiceDocument.syncPath:
            let signature = Self.signature(request)
            return { await coordinator.sync(body: $0, signature: signature) }
        case ServiceDocument.resupplyPath:
            let signature = Self.signature(request)
            return { await coordinator.resupply(body: $0, signature: signature) }
        case AdminRequest.path where context.isLoopback:
            let signature = Self.signature(request)
            return { await coordinator.admin(body: $0, signature: signature, isLoopback: true) }
        case ServiceDocument.joinPath: return { await coordinator.join(body: $0) }
        default: return nil
        }
    }

    private static func signature(_ request: Request) -> String? {
        HTTPField.Name(DetachedJWS.headerField).flatMap { request.headers[$0] }
    }

    private func document(for request: Request) async -> HTTPAnswer {
        switch (request.uri.path, request.method == .head ? .get : request.method) {
        case ("/v1", .get): return coordinator.serviceDocument()
        case ("/live", .get): return .json(Array(#"{"live":true}"#.utf8))
        case ("/ready", .get): return await coordinator.ready()
        case (ServiceDocument.syncPath, _), (ServiceDocument.joinPath, _), (ServiceDocument.resupplyPath, _):
            return Self.notAllowed("POST")
        case ("/v1", _), ("/live", _), ("/ready", _): return Self.notAllowed("GET")
        default: return .problem(Problem(.notFound, detail: "there is nothing at this address"))
        }
    }

    private static func notAllowed(_ method: String) -> HTTPAnswer {
        .problem(Problem(.methodNotAllowed, detail: "use \(method)"), headers: [HTTPAnswer.Header("Allow", method)])
    }

    private func body(of request: Request, _ share: BodyBudget.Share) async throws -> [UInt8] {
        let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard type == nil || type?.filter({ !$0.isWhitespace }) == "application/json" else {
            throw Problem(.unsupportedMedia, detail: "send application/json")
        }
        let isSmall = [ServiceDocument.joinPath, AdminRequest.path].contains(request.uri.path)
        let limit = isSmall ? Limits.smallBodyBytes : settings.bodyBytes
        return try await TimedBody(settings, share, limit: min(limit, settings.bodyBytes)).collect(request)
    }

    /// The headers of the answer to GET.
    private func headOnly(_ whole: Response, _ answer: HTTPAnswer) -> Response {
        var response = whole
        response.body = ResponseBody()
        response.headers[.contentLength] = String(answer.body.count)
        return response
    }

    /// An answer that left the request's body unread, if it has one: then the connection ends with it.
    private func end(_ answer: HTTPAnswer, _ request: Request, _ context: ConnectionContext) -> Response {
        var response = Self.response(answer)
        let length = request.headers[.contentLength]
        if request.headers[.transferEncoding] != nil || (length != nil && length != "0") {
            response.headers[.connection] = "close"
            context.close(in: .milliseconds(Int64(settings.lingerMilliseconds)))
        }
        return response
    }

    /// The reply to a sync in the gzip format; nil when it goes as it is.
    private func packed(_ answer: HTTPAnswer, for request: Request) -> Response? {
        guard request.uri.path == ServiceDocument.syncPath, Gzip.isOffered(in: request.headers[.acceptEncoding]),
            let bytes = Gzip.packed(answer.body)
        else { return nil }
        var packed = answer
        packed.body = bytes
        packed.headers += [HTTPAnswer.Header("Content-Encoding", "gzip"), HTTPAnswer.Header("Vary", "Accept-Encoding")]
        return Self.response(packed)
    }

    private static func response(_ answer: HTTPAnswer) -> Response {
        var headers = HTTPFields()
        for header in answer.headers {
            if let name = HTTPField.Name(header.name) {
                headers[name] = header.value
            }
        }
        return Response(status: HTTPResponse.Status(code: answer.status), headers: headers, body: body(answer.body))
    }

    /// A long body goes out in pieces, so that a slow reader that still takes some is told from one that takes nothing.
    private static func body(_ bytes: [UInt8]) -> ResponseBody {
        let piece = 64 * 1024
        let buffer = ByteBuffer(bytes: bytes)
        if bytes.count <= piece { return ResponseBody(byteBuffer: buffer) }
        return ResponseBody(contentLength: bytes.count) { writer in
            var rest = buffer
            while let next = rest.readSlice(length: min(piece, rest.readableBytes)), next.readableBytes > 0 {
                try await writer.write(next)
            }
            try await writer.finish(nil)
        }
    }
}
