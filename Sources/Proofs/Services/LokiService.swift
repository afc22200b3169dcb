import Configuration
import Diagnostics
import Glibc
import LogQL

/// Loki for snippets, with the lines of a dataset: a real one where there is one, else Galley's stand-in.
///
/// The dataset's `now` becomes the moment at which the service starts, so that commands which ask for the last hour find
/// its lines.
public actor LokiService: Service {
    /// How Loki is set up, by the name that snippets give in `needs=`.
    public enum Variant: String, Sendable, CaseIterable {
        /// One tenant, retention on.
        case plain = "loki"
        /// `auth_enabled`: each request names its tenant.
        case tenants = "loki-tenants"
        /// Retention is off, and so no line can be deleted.
        case withoutRetention = "loki-without-retention"
    }

    public nonisolated var name: String { variant.rawValue }
    public nonisolated let programs: [Program]
    /// The program `galley`, whose stand-in serves.
    private let galley: String?
    private nonisolated let variant: Variant
    private let server: LokiServer?
    private var processes: [ServiceProcess] = []

    /// - Parameters:
    ///   - galley: an absolute path; the program that runs this code unless another is given.
    ///   - server: the real Loki; nil for the stand-in.
    public init(_ variant: Variant = .plain, galley: String? = nil, server: LokiServer? = nil) {
        self.galley = galley ?? Self.ownProgram
        self.variant = variant
        self.server = server
        programs =
            switch server {
            case nil: []
            case .program: [LokiServer.loki, LokiClient.curl]
            case .address: [LokiServer.relay, LokiClient.curl]
            }
    }

    public func begin(in place: ServicePlace) async throws(SandboxUnavailable) -> ServiceAccess {
        await end()
        let title =
            switch server {
            case nil: try await beginStandIn(place)
            case .program: try await beginProgram(place)
            case .address(let address): try await beginRelay(to: address, place)
            }
        return ServiceAccess(title: title, hosts: Array(Set(["loki", name])))
    }

    public func log() async -> String { processes.map(\.log).joined(separator: "\n") }

    public func end() async {
        for process in processes { await process.stop(patience: .zero) }
        processes = []
    }

    // MARK: - The stand-in

    private func beginStandIn(_ place: ServicePlace) async throws(SandboxUnavailable) -> String {
        let workbench = place.workbench
        var arguments = ["logql", "serve", "--port", "3100", "--quiet"]
        if variant == .withoutRetention { arguments.append("--no-deletes") }
        if variant == .tenants {
            arguments.append("--auth-enabled")
            if let tenant = workbench.configuration.proofs.services.lokiTenant { arguments += ["--tenant", tenant] }
        }
        if let dataset = try await dataset(workbench) {
            for file in dataset.files { arguments += ["--data", workbench.files.root + "/" + file] }
            arguments += ["--now", String(dataset.now)]
        }
        guard let galley else {
            throw SandboxUnavailable(reason: "galley can't tell where its own program is")
        }
        try await start([galley] + arguments, place, "the stand-in for Loki")
        return "Galley's stand-in for Loki"
    }

    private func dataset(_ workbench: Workbench) async throws(SandboxUnavailable) -> LoadedDataset? {
        let settings = workbench.configuration.proofs
        guard let name = settings.services.lokiData?.value else { return nil }
        guard settings.datasets.contains(where: { $0.name.value == name }) else {
            throw SandboxUnavailable(reason: "`services.loki.data` names no dataset: `\(name)`")
        }
        guard let loaded = await workbench.datasets.dataset(name) else {
            throw SandboxUnavailable(reason: "the dataset `\(name)` can't be read")
        }
        return loaded
    }

    // MARK: - A real one

    private func beginProgram(_ place: ServicePlace) async throws(SandboxUnavailable) -> String {
        guard let loki = await place.workbench.toolbox.find(LokiServer.loki) else {
            throw SandboxUnavailable(reason: "loki is not installed (\(LokiServer.loki.installation))")
        }
        guard let folder = place.folder.makeFolder("loki") else {
            throw SandboxUnavailable(reason: "no folder can be made for Loki")
        }
        let text = LokiProgram.configuration(folder: folder, variant)
        guard let file = place.folder.makeFile("loki.yaml", in: folder, Array(text.utf8)) else {
            throw SandboxUnavailable(reason: "Loki's configuration can't be written to \(folder)")
        }
        try await start([loki.path, "-config.file=" + file], place, "Loki")
        return try await fill(LokiClient(curl: try await curl(place), tenant: tenant(place), in: place.house), place)
    }

    private func beginRelay(to address: String, _ place: ServicePlace) async throws(SandboxUnavailable) -> String {
        guard let endpoint = ServerAddress(address) else {
            throw SandboxUnavailable(reason: "`\(address)` is no address of a server")
        }
        guard let socat = await place.workbench.toolbox.find(LokiServer.relay) else {
            throw SandboxUnavailable(reason: "socat is not installed (\(LokiServer.relay.installation))")
        }
        guard let folder = place.folder.makeFolder("relay") else {
            throw SandboxUnavailable(reason: "no folder can be made for the way to Loki")
        }
        // A socket in the file system is seen from both networks.
        let socket = folder + "/loki"
        let target = "\(endpoint.host):\(endpoint.port)"
        let out =
            endpoint.isEncrypted ? "OPENSSL:\(target),snihost=\(endpoint.host)" : "TCP:\(target)"
        processes.append(
            ServiceProcess.start(
                ProcessCommand(
                    place.sandbox.program.path,
                    ServiceProcess.trusted + [socat.path, "UNIX-LISTEN:\(socket),fork", out],
                    timeLimit: .seconds(1_000_000), outputLimit: 64 << 10),
                scratch: nil, watch: nil, limits: SandboxLimits()))
        try await start(
            [socat.path, "TCP-LISTEN:3100,bind=127.0.0.1,fork,reuseaddr", "UNIX-CONNECT:\(socket)"], place,
            "the way to Loki")
        return try await fill(LokiClient(curl: try await curl(place), base: address, tenant: tenant(place)), place)
    }

    private func tenant(_ place: ServicePlace) -> String? {
        variant == .tenants ? place.workbench.configuration.proofs.services.lokiTenant ?? "tenant" : nil
    }

    private func curl(_ place: ServicePlace) async throws(SandboxUnavailable) -> FoundProgram {
        guard let curl = await place.workbench.toolbox.find(LokiClient.curl) else {
            throw SandboxUnavailable(reason: "curl is not installed (\(LokiClient.curl.installation))")
        }
        return curl
    }

    /// Pushes the dataset.
    /// - Returns: the name and version that Loki tells.
    private func fill(_ client: LokiClient, _ place: ServicePlace) async throws(SandboxUnavailable) -> String {
        let title = try await client.title()
        if let dataset = try await dataset(place.workbench) {
            try await client.push(dataset.data, movedBy: dataset.distanceToPresent)
        }
        return title
    }

    private func start(
        _ arguments: [String], _ place: ServicePlace, _ title: String
    ) async throws(SandboxUnavailable) {
        let process = try ServiceProcess.start(trusted: arguments, in: place.house, of: place.sandbox)
        processes.append(process)
        guard await ServiceProbe.answers(3100, in: place, while: { process.isRunning }) else {
            let log = process.log.split(separator: "\n").first.map { ": \($0)" } ?? ""
            await end()
            throw SandboxUnavailable(reason: "\(title) does not get ready\(log)", isFault: true)
        }
    }

    /// The program that runs this code.
    static var ownProgram: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension LoadedDataset {
    /// Nanoseconds from its `now` to this moment, in whole seconds.
    public var distanceToPresent: Int64 {
        (Int64(Glibc.time(nil)) &- now / 1_000_000_000) &* 1_000_000_000
    }
}
