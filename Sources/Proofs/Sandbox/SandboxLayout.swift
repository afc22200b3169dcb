import Glibc

/// What a sandbox looks like from inside, as arguments of bubblewrap.
struct SandboxLayout {
    let command: SandboxCommand
    /// A folder of this machine for what bubblewrap lays into the sandbox.
    let scratch: String
    /// The user inside. Where galley is root it is so outside too.
    let user: UInt32
    let isRoot: Bool

    /// Writes the files that are laid into the sandbox.
    ///
    /// - Returns: the arguments that follow `bwrap`, or why there are none, in words.
    func arguments() -> Result<[String], SandboxUnavailable> {
        if let fault = fault { return .failure(SandboxUnavailable(reason: fault)) }
        guard writeFiles() else {
            let reason = String(cString: strerror(errno)).lowercased()
            return .failure(SandboxUnavailable(reason: "its files can't be written to \(scratch): \(reason)"))
        }
        return .success(namespaces + system + devices + folders + given + ["--chdir", command.folder, "--"] + program)
    }

    private var fault: String? {
        let paths = [command.folder] + command.binds.flatMap { [$0.host, $0.inner] }
        if let path = paths.first(where: { !$0.hasPrefix("/") || $0.hasSuffix("/") || $0.hasParentStep }) {
            return "`\(path)` is not an absolute path"
        }
        if let file = command.files.first(where: { $0.path.isEmpty || $0.path.hasPrefix("/") || $0.path.hasParentStep })
        {
            return "`\(file.path)` is not a path below the working folder"
        }
        if let name = command.hosts.first(where: { !$0.isHostName }) { return "`\(name)` is not a host name" }
        if let name = command.environment.keys.first(where: { $0.isEmpty || $0.contains("=") }) {
            return "`\(name)` is not the name of a variable"
        }
        return command.arguments.isEmpty ? "there is no program to run" : nil
    }

    // MARK: - Arguments

    private var namespaces: [String] {
        var arguments = [
            "--die-with-parent", "--new-session", "--unshare-ipc", "--unshare-pid", "--unshare-uts",
            "--unshare-cgroup-try", "--hostname", "sandbox",
        ]
        switch command.network {
        case .none, .administered: arguments.append("--unshare-net")
        case .house: break
        }
        // Root needs no user namespace, which many machines refuse, and becomes another user by itself.
        return arguments
            + (isRoot
                ? ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
                : ["--unshare-user", "--uid", "\(user)", "--gid", "\(user)"])
    }

    private var system: [String] {
        // Folders that bubblewrap makes for a bind are its own user's only.
        var arguments = ["--ro-bind", "/usr", "/usr", "--dir", "/etc", "--dir", "/etc/ssl"]
        for name in ["bin", "sbin", "lib", "lib64", "lib32", "libx32"] {
            var target = [CChar](repeating: 0, count: 256)
            let count = readlink("/\(name)", &target, target.count - 1)
            arguments +=
                count > 0
                ? [
                    "--symlink", String(decoding: target.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self),
                    "/\(name)",
                ]
                : ["--ro-bind-try", "/\(name)", "/\(name)"]
        }
        for path in Self.systemFiles { arguments += ["--ro-bind-try", path, path] }
        for name in ["hosts", "nsswitch.conf", "passwd", "group"] {
            arguments += ["--ro-bind", "\(scratch)/etc/\(name)", "/etc/\(name)"]
        }
        return arguments
    }

    /// What programs need of `/etc`, and nothing that is a secret.
    private static let systemFiles = [
        "/etc/alternatives", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/ssl/certs",
        "/etc/ssl/openssl.cnf", "/etc/ca-certificates.conf", "/etc/pki/tls/certs", "/etc/services", "/etc/protocols",
        "/etc/mime.types",
    ]

    private var devices: [String] {
        ["--proc", "/proc", "--dev", "/dev"] + memory("/dev/shm") + ["--remount-ro", "/dev"]
    }

    private var folders: [String] {
        let isOwn = command.folder != command.shared?.inner && command.folder != "/tmp"
        return memory("/tmp") + ["--perms", "0777", "--dir", "/tmp/home"]
            + (!isOwn
                ? []
                : command.folder.hasPrefix("/tmp/")
                    ? parents(command.folder) + ["--perms", "0777", "--dir", command.folder]
                    : parents(command.folder) + memory(command.folder))
            + (command.shared.map { parents($0.inner) + ["--bind", $0.path, $0.inner] } ?? [])
    }

    /// The folders above a path. Made by name: those that bubblewrap makes for a bind are closed to the user inside.
    private func parents(_ path: String) -> [String] {
        let parts = path.split(separator: "/").dropLast()
        return parts.indices.flatMap { ["--dir", "/" + parts[...$0].joined(separator: "/")] }
    }

    private func memory(_ folder: String) -> [String] {
        ["--size", "\(command.limits.disk)", "--perms", "1777", "--tmpfs", folder]
    }

    private var given: [String] {
        command.binds.flatMap { parents($0.inner) + ["--ro-bind", $0.host, $0.inner] }
            + (command.files.isEmpty ? [] : parents(Self.files) + ["--ro-bind", "\(scratch)/files", Self.files])
            + ["--remount-ro", "/"]
    }

    /// Where the files lie that are copied to the working folder.
    private static let files = "/run/galley/files"

    /// First it becomes a user without rights, then it is limited, and last of all it gets the author's variables: a
    /// `LD_PRELOAD` among them must not meet a program that has rights.
    private var program: [String] {
        let limits = command.limits
        var arguments: [String] = []
        if isRoot {
            // The pipes belong to root; without this the other user could not open its own /dev/stdout anew.
            arguments += ["sh", "-c", "chmod 666 /dev/stdout /dev/stderr; exec \"$@\"", "sh"]
            arguments += [
                "setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups", "--no-new-privs", "--inh-caps=-all",
                "--",
            ]
        }
        if case .administered = command.network {
            // Root of a network alone: of all rights only those over its addresses, rules and packets are left.
            arguments += ["unshare", "--user", "--map-root-user", "--net", "--"]
            arguments += ["setpriv", "--bounding-set=-all,+net_admin,+net_raw", "--no-new-privs", "--"]
            arguments += ["sh", "-c", "ip link set lo up && exec \"$@\"", "sh"]
        }
        arguments += [
            "prlimit", "--nproc=\(limits.processes)", "--data=\(limits.memory * 2)", "--core=0", "--nofile=1024",
            // A page more: the full disk is to be told as such, not by a signal.
            "--fsize=\(limits.disk + 4096)", "--memlock=65536", "--",
        ]
        if !command.files.isEmpty {
            arguments += ["sh", "-c", "cp -R --preserve=mode \(tops) . && exec \"$@\"", "sh"]
        }
        let variables = SandboxCommand.plainEnvironment.merging(command.environment) { $1 }
        return arguments + ["env", "-i"] + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            + command.arguments
    }

    /// What lies at the top of the files, as words of a shell.
    private var tops: String {
        let names = Set(command.files.compactMap { $0.path.split(separator: "/").first.map(String.init) })
        return names.sorted().map { name in
            "'\(Self.files)/" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
                + "'"
        }.joined(separator: " ")
    }

    // MARK: - Files

    private func writeFiles() -> Bool {
        let names = command.hosts.map { "127.0.0.1 \($0)\n" }.joined()
        let etc = [
            "hosts": "127.0.0.1 localhost sandbox\n::1 localhost\n" + names,
            "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\nservices: files\nprotocols: files\n",
            "passwd": "root:x:0:0:root:/root:/bin/sh\nnobody:x:\(user):\(user):nobody:/tmp/home:/bin/sh\n",
            "group": "root:x:0:\nnogroup:x:\(user):\n",
        ]
        guard makeFolder("\(scratch)/etc") else { return false }
        for (name, text) in etc where !write(Array(text.utf8), to: "\(scratch)/etc/\(name)", mode: 0o644) {
            return false
        }
        if !command.files.isEmpty, !makeFolder("\(scratch)/files") { return false }
        return command.files.allSatisfy { file in
            var folder = "\(scratch)/files"
            for part in file.path.split(separator: "/").dropLast() {
                folder += "/\(part)"
                guard makeFolder(folder) else { return false }
            }
            return write(file.bytes, to: "\(scratch)/files/\(file.path)", mode: file.mode)
        }
    }

    private func makeFolder(_ path: String) -> Bool {
        guard mkdir(path, 0o755) == 0 else { return errno == EEXIST }
        return chmod(path, 0o755) == 0
    }

    private func write(_ bytes: [UInt8], to path: String, mode: UInt32) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        defer { close(file) }
        // The user inside is not its owner and must be able to read it; what the author asked for is about the copy.
        return InputFile.write(bytes, to: file) && fchmod(file, mode | 0o444) == 0
    }
}

extension String {
    fileprivate var hasParentStep: Bool { split(separator: "/").contains { $0 == ".." || $0 == "." } }

    fileprivate var isHostName: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
