import Diagnostics
import Glibc
import Proofs

/// What a configuration of nginx needs to be started anywhere: certificates, password files, names, an upstream.
struct NginxSetup {
    /// The password of all logins that are made.
    static let password = "right-horse-battery"
    static let wrongPassword = "wrong-horse-battery"

    /// The configuration with folders for temporary files added, on its own lines.
    let configuration: [UInt8]
    let text: NginxText
    /// Paths of certificates with their keys, and of authorities.
    let certificates: [(certificate: String, key: String?)]
    let passwordFiles: [String]
    /// Logins that a map of `$remote_user` knows, else one.
    let users: [String]
    let serverNames: [String]
    /// Where requests are passed on to: names with ports.
    let upstreams: [(host: String, port: Int)]

    init(_ configuration: [UInt8]) {
        let text = NginxText(configuration)
        self.text = text
        self.configuration = Self.relocated(Self.withFolders(configuration, text), text)
        let keys = text.all("ssl_certificate_key").compactMap(\.directive.arguments.first)
        certificates =
            zip(text.all("ssl_certificate").compactMap(\.directive.arguments.first), keys).map { ($0, $1) }
            + (text.all("ssl_client_certificate") + text.all("ssl_trusted_certificate")
            + text.all("proxy_ssl_trusted_certificate"))
            .compactMap(\.directive.arguments.first).map { ($0, nil) }
        passwordFiles = Array(Set(text.all("auth_basic_user_file").compactMap(\.directive.arguments.first))).sorted()
        let maps = text.all("map").map(\.directive).filter { $0.arguments.first == "$remote_user" }
        let known = maps.flatMap { $0.block ?? [] }.map(\.name).filter {
            $0 != "default" && !$0.hasPrefix("~") && !$0.isEmpty
        }
        users = known.isEmpty ? ["reader"] : known
        serverNames = Array(Set(text.all("server_name").flatMap(\.directive.arguments))).filter {
            !$0.contains("*") && !$0.hasPrefix("~") && $0 != "_" && !$0.isEmpty
        }.sorted()
        let servers = text.all("server").filter { $0.directive.block == nil && $0.within.first?.name == "upstream" }
            .compactMap(\.directive.arguments.first)
        let named = Set(text.all("upstream").compactMap(\.directive.arguments.first))
        let passed = text.all("proxy_pass").compactMap(\.directive.arguments.first).compactMap { address -> String? in
            guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
            let host = address[start...].prefix { $0 != "/" }
            return host.contains("$") || named.contains(String(host)) ? nil : String(host)
        }
        upstreams = Array(Set(servers + passed)).sorted().compactMap { place in
            let parts = place.split(separator: ":")
            guard let host = parts.first, host != "unix" else { return nil }
            return (String(host), parts.count > 1 ? Int(parts[1]) ?? 80 : 80)
        }
    }

    /// Folders that the sandbox takes from this machine as they are can't hold files of the test, so those are named
    /// elsewhere. nginx tells lines, and no line moves.
    private static func relocated(_ configuration: [UInt8], _ text: NginxText) -> [UInt8] {
        let names = [
            "ssl_certificate", "ssl_certificate_key", "ssl_client_certificate", "ssl_trusted_certificate",
            "proxy_ssl_trusted_certificate", "auth_basic_user_file",
        ]
        let paths = Set(names.flatMap { text.all($0).compactMap(\.directive.arguments.first) })
        var result = String(decoding: configuration, as: UTF8.self)
        // The longest first: one path may be the beginning of another.
        for path in paths.sorted(by: { $0.count > $1.count }) where place(of: path) != path {
            result = result.replacing(path, with: place(of: path))
        }
        return Array(result.utf8)
    }

    /// Where a file is laid that the configuration names.
    private static func place(of path: String) -> String {
        path.hasPrefix("/etc/ssl/") || path.hasPrefix("/usr/") ? "/srv/galley" + path : path
    }

    /// nginx's own folders for temporary files may not be there, or not be writable.
    private static func withFolders(_ configuration: [UInt8], _ text: NginxText) -> [UInt8] {
        guard let http = text.directives.first(where: { $0.name == "http" }) else { return configuration }
        let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].filter {
            text.all("\($0)_temp_path").isEmpty
        }
        let added = folders.map { " \($0)_temp_path /tmp/nginx-\($0);" }.joined()
        return Array(configuration[..<http.range.upperBound]) + Array(added.utf8)
            + Array(configuration[http.range.upperBound...])
    }

    var hosts: [String] { serverNames + upstreams.map(\.host).filter { $0.contains { $0.isLetter } } }

    /// Makes the files that the configuration names, in a folder of the run.
    /// - Returns: where they are to be seen; nil where they can't be made.
    func files(in folder: String) async -> [SandboxCommand.Bind]? {
        var binds: [SandboxCommand.Bind] = []
        let name = serverNames.first ?? "localhost"
        let authority = await run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj",
            "/CN=\(name)", "-addext",
            "subjectAltName=" + (serverNames + ["localhost"]).map { "DNS:\($0)" }.joined(separator: ","),
            "-keyout", "\(folder)/key.pem", "-out", "\(folder)/cert.pem",
        ])
        guard authority != nil, chmod("\(folder)/key.pem", 0o644) == 0 else { return nil }
        for (certificate, key) in certificates {
            binds.append(.init("\(folder)/cert.pem", at: Self.place(of: certificate)))
            if let key { binds.append(.init("\(folder)/key.pem", at: Self.place(of: key))) }
        }
        guard let hash = await run(["passwd", "-apr1", "-salt", "galley", Self.password]) else { return nil }
        let logins = users.map { "\($0):\(hash)" }.joined(separator: "\n") + "\n"
        guard Self.write(Array(logins.utf8), to: "\(folder)/logins") else { return nil }
        for path in passwordFiles { binds.append(.init("\(folder)/logins", at: Self.place(of: path))) }
        guard Self.write(configuration, to: "\(folder)/nginx.conf") else { return nil }
        binds.append(.init("\(folder)/nginx.conf", at: Self.configurationPath))
        // Two directives may name one file.
        var seen: Set<String> = []
        return binds.filter { $0.inner.hasPrefix("/") && seen.insert($0.inner).inserted }
    }

    static let configurationPath = "/etc/nginx/nginx.conf"
    /// What nginx is called with.
    var arguments: String { arguments(with: []) }

    /// What nginx is called with, and directives besides those of the file. Of several `-g` it takes the last alone.
    func arguments(with directives: [String]) -> String {
        let all = directives + (text.all("pid").isEmpty ? ["pid /tmp/nginx.pid;"] : [])
        return "-c \(Self.configurationPath)" + (all.isEmpty ? "" : " -g '\(all.joined(separator: " "))'")
    }

    /// Where nginx writes its process id.
    var pidFile: String { text.all("pid").first?.directive.arguments.first ?? "/tmp/nginx.pid" }

    static let openssl = Program(
        "openssl", versionArguments: ["version"], installation: "apt-get install openssl",
        purpose: "makes certificates for tests")
    static let nginx = Program(
        "nginx", versionArguments: ["-v"], installation: "apt-get install nginx-light",
        purpose: "reads and runs its configurations")

    private func run(_ arguments: [String]) async -> String? {
        let outcome = await ProcessCommand("/usr/bin/openssl", arguments).run()
        return outcome.isSuccess
            ? outcome.outputText.trimmingPrefix("\n").split(separator: "\n").first.map(String.init) ?? "" : nil
    }

    static func write(_ bytes: [UInt8], to path: String) -> Bool {
        guard let file = fopen(path, "w") else { return false }
        let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
        return fclose(file) == 0 && isWritten && chmod(path, 0o644) == 0
    }
}
