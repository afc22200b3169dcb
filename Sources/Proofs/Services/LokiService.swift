import Configuration
import Diagnostics
import Glibc

/// Loki for snippets: a program `loki` where there is one, else Galley's stand-in, with the lines of a dataset.
///
/// The dataset's `now` becomes the moment at which the service starts, so that commands which ask for the last hour find
/// its lines.
public actor LokiService: Service {
    public nonisolated let name: String
    public nonisolated let programs: [Program] = []
    /// The program `galley`, whose stand-in serves.
    private let galley: String?
    private let asksForTenant: Bool
    private var process: ServiceProcess?

    /// - Parameters:
    ///   - galley: an absolute path; the program that runs this code unless another is given.
    ///   - asksForTenant: whether it is Loki with `auth_enabled`, which snippets need as `loki-tenants`.
    public init(galley: String? = nil, asksForTenant: Bool = false) {
        self.galley = galley ?? Self.ownProgram
        self.asksForTenant = asksForTenant
        name = asksForTenant ? "loki-tenants" : "loki"
    }

    public func begin(in place: ServicePlace) async throws(SandboxUnavailable) -> ServiceAccess {
        await end()
        let workbench = place.workbench
        var arguments = ["logql", "serve", "--port", "3100", "--quiet"]
        let settings = workbench.configuration.proofs
        if asksForTenant {
            arguments.append("--auth-enabled")
            if let tenant = settings.services.lokiTenant { arguments += ["--tenant", tenant] }
        }
        if let name = settings.services.lokiData?.value {
            guard let dataset = settings.datasets.first(where: { $0.name.value == name }) else {
                throw SandboxUnavailable(reason: "`services.loki.data` names no dataset: `\(name)`")
            }
            guard let loaded = await workbench.datasets.dataset(name) else {
                throw SandboxUnavailable(reason: "the dataset `\(name)` can't be read")
            }
            for file in dataset.files { arguments += ["--data", workbench.files.root + "/" + file.value] }
            arguments += ["--now", String(loaded.now)]
        }
        guard let galley else {
            throw SandboxUnavailable(reason: "galley can't tell where its own program is")
        }
        let process = try ServiceProcess.start(trusted: [galley] + arguments, in: place.house, of: place.sandbox)
        self.process = process
        guard await ServiceProbe.answers(3100, in: place, while: { process.isRunning }) else {
            let log = process.log.split(separator: "\n").first.map { ": \($0)" } ?? ""
            await end()
            throw SandboxUnavailable(reason: "the stand-in for Loki does not get ready\(log)")
        }
        return ServiceAccess(title: "Galley's stand-in for Loki", hosts: Array(Set(["loki", name])))
    }

    public func log() async -> String { process?.log ?? "" }

    public func end() async {
        await process?.stop(patience: .zero)
        process = nil
    }

    /// The program that runs this code.
    static var ownProgram: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
