import Foundation

/// A certificate for this machine and the authority that signed it, made with the openssl program in a folder.
struct BenchAuthority {
    let folder: String

    var caFile: String { folder + "/ca.pem" }
    var certificate: String { folder + "/server.pem" }
    var key: String { folder + "/server.key" }

    /// Throws ``BenchFailure``.
    init(folder: String) throws {
        self.folder = folder
        let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try openssl(
            ["req", "-x509", "-days", "2", "-subj", "/CN=Bench", "-keyout", "ca.key", "-out", "ca.pem"] + newKey)
        try openssl(
            [
                "req", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout",
                "server.key", "-out", "server.csr",
            ] + newKey)
        try openssl([
            "x509", "-req", "-days", "2", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-copy_extensions", "copy", "-out", "server.pem",
        ])
    }

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw BenchFailure("the openssl program is needed and could not be started")
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw BenchFailure("openssl could not make a certificate") }
    }
}

/// Why a benchmark gives no figures.
struct BenchFailure: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}
