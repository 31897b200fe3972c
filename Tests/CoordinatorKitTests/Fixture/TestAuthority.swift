import Foundation

/// A certificate authority of one test, and a certificate of it for this machine, as PEM files.
struct TestAuthority {
    let directory: TemporaryDirectory

    var certificate: String { directory.path + "/ca.pem" }
    var serverCertificate: String { directory.path + "/server.pem" }
    var serverKey: String { directory.path + "/server.key" }

    /// Makes both with the openssl program.
    init() throws {
        directory = try TemporaryDirectory()
        let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try run(
            ["req", "-x509", "-days", "2", "-subj", "/CN=Test authority", "-keyout", "ca.key", "-out", "ca.pem"]
                + newKey)
        try run(
            [
                "req", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout",
                "server.key", "-out", "server.csr",
            ] + newKey)
        try run([
            "x509", "-req", "-days", "2", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-copy_extensions", "copy", "-out", "server.pem",
        ])
    }

    private func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: directory.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw TestFailure.missing("openssl \(arguments.first ?? "")")
        }
    }
}
