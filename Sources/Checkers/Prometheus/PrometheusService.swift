import Proofs

/// Prometheus for snippets, which scrapes itself and the service `loki`.
public actor PrometheusService: Service {
    public nonisolated let name = "prometheus"
    public nonisolated let programs = [PrometheusService.server]
    private var process: ServiceProcess?

    static let server = Program(
        "prometheus", installation: "apt-get install prometheus", purpose: "answers PromQL in examples")
    private static let port = 9090

    public init() {}

    public func begin(in place: ServicePlace) async throws(SandboxUnavailable) -> ServiceAccess {
        await end()
        guard let server = await place.workbench.toolbox.find(Self.server) else {
            throw SandboxUnavailable(reason: "prometheus is not installed (\(Self.server.installation))")
        }
        var command = SandboxCommand([
            server.path, "--config.file=prometheus.yml", "--storage.tsdb.path=/work/data",
            "--web.listen-address=127.0.0.1:\(Self.port)", "--storage.tsdb.retention.time=1h",
        ])
        let configuration = """
            global: {scrape_interval: 1s}
            scrape_configs:
            - {job_name: prometheus, static_configs: [{targets: ["localhost:\(Self.port)"]}]}
            - {job_name: loki, static_configs: [{targets: ["loki:3100"]}]}
            """
        command.files = [.init("prometheus.yml", Array(configuration.utf8))]
        command.hosts = ["loki"]
        command.limits.memory = 1 << 30
        command.limits.processes = 128
        command.limits.disk = 256 << 20
        let process = try ServiceProcess.start(command, in: place.house, of: place.sandbox)
        self.process = process
        guard await ServiceProbe.answers(Self.port, in: place, while: { process.isRunning }) else {
            let log = process.log.split(separator: "\n").last.map { ": \($0)" } ?? ""
            await end()
            throw SandboxUnavailable(reason: "Prometheus does not get ready\(log)", isFault: true)
        }
        return ServiceAccess(title: server.title, hosts: ["prometheus"])
    }

    public func log() async -> String { process?.log ?? "" }

    public func end() async {
        await process?.stop(patience: .zero)
        process = nil
    }
}
