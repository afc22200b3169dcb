import Glibc
import LogQL
import Proofs

/// What a script needs in order to be run in the sandbox.
struct ShellNeeds {
    private let commands: [SimpleCommand]
    private let invocations: [Invocation]
    private let functions: Set<String>

    init(_ code: [UInt8]) {
        let reader = ShellReader(code)
        commands = reader.commands
        invocations = reader.commands.flatMap(Invocation.all)
        functions = reader.functions
    }

    /// A command that can't be run here, and why; nil where all can.
    /// - Parameters:
    ///   - defined: functions of earlier scripts of the session.
    ///   - setsUpNetwork: whether it has a network of its own, whose root it is.
    func obstacle(defined: Set<String>, setsUpNetwork: Bool = false) -> String? {
        for invocation in invocations where !invocation.isElsewhere {
            let name = invocation.name
            let isAllowed = setsUpNetwork && Self.networking.contains(name)
            if !isAllowed, Self.outside.contains(name) { return "`\(name)` works on a whole machine or cluster" }
            let isOwn = functions.contains(name) || defined.contains(name) || name.contains("/")
            if !isOwn, !Self.builtIn.contains(name), !Self.isInstalled(name) { return "`\(name)` is not installed" }
        }
        return nil
    }

    /// A host that the script asks and that is none of the services.
    func hostBeyond(_ hosts: [String]) -> String? {
        for invocation in invocations where invocation.program == "curl" || invocation.program == "wget" {
            let urls =
                invocation.program == "curl"
                ? CurlCall(invocation).urls
                : invocation.arguments.map { WebAddress($0.bytes) }.filter { $0.scheme != nil }
            for url in urls where !url.hasUnknownHost && !url.isLoopback && !hosts.contains(url.host) {
                return url.host
            }
        }
        return nil
    }

    /// A path of Loki that the script asks for and that Galley's stand-in does not have.
    var beyondStandIn: String? {
        let urls = invocations.filter { $0.program == "curl" }.flatMap { CurlCall($0).urls }
        let paths = urls.filter { $0.isLoki && !$0.path.hasExpansion && $0.scheme != "https" }.map(\.path.text)
        return paths.first { !LokiStandIn.serves($0) }
    }

    /// A file of a whole machine that the script names: the sandbox has only those that every machine has.
    /// - Parameter seen: folders and files of this machine that are shown inside.
    func fileBeyond(seen: [String]) -> String? {
        for command in commands {
            let values = command.words.compactMap(\.assigned?.value)
            for word in command.words + values + command.redirections.map(\.target) {
                guard let path = word.literal, path.utf8.count > 1, Self.isAbsolute(path) else { continue }
                let isThere = (Self.folders + seen).contains { path == $0 || path.hasPrefix($0 + "/") }
                if !isThere { return path }
            }
        }
        return nil
    }

    private static func isAbsolute(_ text: String) -> Bool {
        text.hasPrefix("/") && text.utf8.allSatisfy { ShellReader.isNameByte($0) || "/.-@+:".utf8.contains($0) }
    }

    private static let folders = [
        "/bin", "/dev", "/etc/group", "/etc/hosts", "/etc/passwd", "/etc/services", "/etc/ssl/certs", "/lib", "/proc",
        "/sbin", "/tmp", "/usr", "/work",
    ]

    /// Files that the script names without a folder or below the working folder.
    var files: Set<String> {
        var names: Set<String> = []
        for command in commands {
            let targets = command.redirections.filter { $0.operation == "<" }.map(\.target)
            for word in command.words.dropFirst() + targets {
                guard let text = word.literal else { continue }
                names.insert(text)
                if let value = word.assigned?.value.literal { names.insert(value) }
            }
        }
        return names.filter { name in
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            return name.contains(".") && !name.hasPrefix("-") && !parts.contains("..") && !parts.contains("")
                && name.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "*") }
        }
    }

    private static func isInstalled(_ name: String) -> Bool {
        let path = SandboxCommand.plainEnvironment["PATH"] ?? ""
        return path.split(separator: ":").contains { (folder: Substring) in access("\(folder)/\(name)", X_OK) == 0 }
    }

    private static let builtIn = words(
        """
        . : [ alias bg bind break builtin caller cd command compgen complete compopt continue declare dirs disown echo
        enable eval exec exit export false fc fg getopts hash help history jobs kill let local logout mapfile popd printf
        pushd pwd read readarray readonly return set shift shopt source suspend test times trap true type typeset ulimit
        umask unalias unset wait
        """)

    /// Commands for what no sandbox has: rights of root, an init, a container engine, a cluster, a package source.
    private static let outside = words(
        """
        sudo doas su iptables ip6tables iptables-save iptables-restore ip6tables-save nft ufw firewall-cmd ipset sysctl
        systemctl journalctl service loginctl hostnamectl timedatectl reboot shutdown mount umount useradd usermod
        userdel groupadd adduser addgroup chroot apt apt-get apt-key add-apt-repository dpkg dnf yum rpm apk snap brew
        docker docker-compose podman nerdctl buildah kubectl helm helmfile kind k3s minikube terraform tofu ansible
        ansible-playbook certbot ssh scp rsync aws gcloud az gh vault argocd flux kubeseal kustomize
        """)

    private static let networking: Set<String> = [
        "iptables", "iptables-save", "ip6tables", "nft", "ip", "tc", "sysctl",
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
