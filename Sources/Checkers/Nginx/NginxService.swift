import Configuration
import Diagnostics
import Proofs

/// nginx with the configuration that `galley.yml` names, before the services that it passes requests on to.
///
/// Its certificates are made for the run; snippets trust them by the variable `CURL_CA_BUNDLE`, and find a login in the
/// netrc file that the configuration names.
public actor NginxService: Service {
    public nonisolated let name = "nginx"
    public nonisolated let programs = [NginxSetup.nginx, NginxSetup.openssl]
    private var process: ServiceProcess?

    public init() {}

    public func begin(in place: ServicePlace) async throws(SandboxUnavailable) -> ServiceAccess {
        await end()
        let settings = place.workbench.configuration.proofs.services
        guard let nginx = await place.workbench.toolbox.find(NginxSetup.nginx) else {
            throw SandboxUnavailable(reason: "nginx is not installed")
        }
        guard let path = settings.nginxConfiguration, case .success(let file) = place.workbench.files.file(path.value)
        else {
            throw SandboxUnavailable(reason: "`services.nginx.configuration` names no file that can be read")
        }
        let setup = NginxSetup(file.bytes)
        guard let folder = place.sandbox.makeFolder("nginx"), var binds = await setup.files(in: folder) else {
            throw SandboxUnavailable(reason: "openssl is not installed")
        }
        let arguments = setup.arguments(with: ["daemon off;"])
        var command = SandboxCommand(["bash", "-c", "exec nginx -e /tmp/error.log \(arguments)"])
        command.hosts = setup.hosts
        command.binds = binds
        command.shared = place.sandbox.sharedFolder(at: "/var/log/nginx")
        let process = try ServiceProcess.start(command, in: place.house, of: place.sandbox)
        self.process = process
        for port in setup.ports {
            guard await ServiceProbe.answers(port, in: place, while: { process.isRunning }) else {
                let log = process.log.split(separator: "\n").first.map { ": \($0)" } ?? ""
                await end()
                throw SandboxUnavailable(reason: "nginx does not get ready\(log)", isFault: true)
            }
        }
        if let login = settings.nginxLogin {
            let lines = setup.serverNames.map {
                "machine \($0) login \(setup.users[0]) password \(NginxSetup.password)\n"
            }
            guard NginxSetup.write(Array(lines.joined().utf8), to: folder + "/netrc") else {
                throw SandboxUnavailable(reason: "the login can't be written")
            }
            binds.append(.init(folder + "/netrc", at: login))
        }
        binds.append(.init(folder + "/cert.pem", at: "/etc/ssl/galley.pem"))
        return ServiceAccess(
            title: nginx.title, hosts: setup.hosts + ["nginx"], environment: ["CURL_CA_BUNDLE": "/etc/ssl/galley.pem"],
            binds: binds)
    }

    public func log() async -> String { process?.log ?? "" }

    public func end() async {
        await process?.stop(patience: .zero)
        process = nil
    }
}

extension NginxSetup {
    /// The ports that servers listen on.
    var ports: [Int] {
        let addresses = text.all("listen").compactMap(\.directive.arguments.first)
        return Array(Set(addresses.map { $0.split(separator: ":").last.flatMap { Int($0) } ?? 80 })).sorted()
    }
}
