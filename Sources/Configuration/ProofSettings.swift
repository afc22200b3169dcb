import Diagnostics
import YAML

/// What `galley.yml` says about proofs.
public struct ProofSettings: Sendable {
    /// Logs that queries run on, by name.
    public var datasets: [Dataset] = []
    /// Metrics that queries run on, by name.
    public var series: [Series] = []
    public var services: Services = Services()
    /// Checkers of the project's own: programs.
    public var checkers: [ProgramChecker] = []
    /// Names of commands that shell snippets use and that need not be on this machine.
    public var commands: [Located<String>] = []
    public var coverage: Coverage?
    /// The file that keeps what was proven; nil where nothing is kept.
    public var evidence: Located<String>?

    public init() {}

    public struct Dataset: Sendable {
        public let name: Located<String>
        /// Paths of JSON lines.
        public let files: [Located<String>]
        /// The moment that counts as now, as RFC 3339 (`2027-01-15T12:00:00Z`); nil for the last line's.
        public let now: Located<String>?
    }

    /// Metrics of Prometheus in the notation of promtool's rule tests: `interval` and `input_series`.
    public struct Series: Sendable {
        public let name: Located<String>
        public let file: Located<String>
        /// How long after the first sample is now, as Prometheus writes durations (`1h`).
        public let now: Located<String>
    }

    /// The services that snippets may need. One that is not set is there with nothing in it, where it can be.
    public struct Services: Sendable {
        /// The dataset that Loki holds.
        public var lokiData: Located<String>?
        /// The tenant that its lines belong to where Loki asks for one.
        public var lokiTenant: String?
        /// SQL files that make the database, in order.
        public var postgresFiles: [Located<String>] = []
        /// The database, and the role that owns it and runs snippets.
        public var postgresDatabase = "app"
        public var postgresUser = "app"
        /// The configuration that nginx serves.
        public var nginxConfiguration: Located<String>?
        /// Where snippets find the login of the proxy, in the form of a netrc file.
        public var nginxLogin: String?

        public init() {}

        /// The names that `needs=` may hold. A network is none to be asked, but one to be set up.
        public static let names = [
            "loki", "loki-tenants", "loki-without-retention", "network", "nginx", "postgres", "prometheus",
        ]
    }

    /// A checker without Swift: a program that is given a snippet.
    public struct ProgramChecker: Sendable {
        public enum Input: String, Sendable, CaseIterable { case file, stdin }

        public let name: Located<String>
        /// Languages, or `language/kind`.
        public let takes: [Located<String>]
        /// The program and its arguments; `{file}` stands for the snippet's file.
        public let command: [Located<String>]
        public let input: Input
        /// What a clean run proves: `parse` or `validate`.
        public let level: Located<String>
        /// How findings are printed: a regular expression with the groups `line`, `column`, `message`; nil for JSON lines.
        public let findings: Located<String>?
        /// How long it may take for a snippet, in seconds.
        public let seconds: Int
    }

    /// The least that has to be proven.
    public struct Coverage: Sendable {
        /// The least share of snippets that are proven, in percent.
        public let proven: Located<Int>?
        /// The greatest share of snippets that may be skipped, in percent.
        public let skipped: Located<Int>?
        public let languages: [(language: Located<String>, level: Located<String>)]
    }
}

extension ProofSettings {
    /// All that a proof may depend on, as words. What is asked of proofs (`coverage`, `evidence`) is no part of it.
    public var words: [String] {
        var words = commands.map(\.value)
        for dataset in datasets {
            words += ["dataset", dataset.name.value, dataset.now?.value ?? ""] + dataset.files.map(\.value)
        }
        for one in series { words += ["series", one.name.value, one.file.value, one.now.value] }
        words += ["services", services.lokiData?.value ?? "", services.lokiTenant ?? ""]
        words += services.postgresFiles.map(\.value) + [services.postgresDatabase, services.postgresUser]
        words += [services.nginxConfiguration?.value ?? "", services.nginxLogin ?? ""]
        for checker in checkers {
            words += ["checker", checker.name.value, checker.input.rawValue, checker.level.value]
            words +=
                [checker.findings?.value ?? "", "\(checker.seconds)"] + checker.takes.map(\.value)
                + checker.command.map(\.value)
        }
        return words
    }
}

extension YAMLType where Value == [ProofSettings.Dataset] {
    static var datasets: Self {
        let dataset = YAMLType<(files: [Located<String>], now: Located<String>?)>.mapping("a dataset") { fields in
            let files = fields.required("files", as: .list(of: .path))
            let now = fields.optional("now", as: .string)
            guard let files else { return nil }
            return (files.value, now)
        }
        let pairs = YAMLType<[YAMLPair<(files: [Located<String>], now: Located<String>?)>]>.pairs(of: dataset)
        return Self("a mapping of datasets", shape: pairs.shape) { node, report in
            pairs.read(node, &report)?.map {
                ProofSettings.Dataset(name: $0.key, files: $0.value.value.files, now: $0.value.value.now)
            }
        }
    }
}

extension YAMLType where Value == [ProofSettings.Series] {
    static var series: Self {
        let series = YAMLType<(file: Located<String>, now: Located<String>)>.mapping("metrics") { fields in
            let file = fields.required("file", as: .path)
            let now = fields.required("now", as: .string)
            guard let file, let now else { return nil }
            return (file, now)
        }
        let pairs = YAMLType<[YAMLPair<(file: Located<String>, now: Located<String>)>]>.pairs(of: series)
        return Self("a mapping of metrics", shape: pairs.shape) { node, report in
            pairs.read(node, &report)?.map {
                ProofSettings.Series(name: $0.key, file: $0.value.value.file, now: $0.value.value.now)
            }
        }
    }
}

extension YAMLType where Value == ProofSettings.Services {
    static var services: Self {
        .mapping("`services`") { fields in
            var services = ProofSettings.Services()
            let loki = YAMLType<(data: Located<String>?, tenant: String?)>.mapping("`loki`") { fields in
                let data = fields.optional("data", as: .string)
                let tenant = fields.optional("tenant", as: .string)
                return (data, tenant?.value)
            }
            if let loki = fields.optional("loki", as: loki)?.value {
                services.lokiData = loki.data
                services.lokiTenant = loki.tenant
            }
            let postgres = YAMLType<ProofSettings.Services>.mapping("`postgres`") { fields in
                var services = ProofSettings.Services()
                services.postgresFiles = fields.required("files", as: .list(of: .path))?.value ?? []
                services.postgresDatabase = fields.optional("database", as: .identifier)?.value ?? "app"
                services.postgresUser = fields.optional("user", as: .identifier)?.value ?? "app"
                return services
            }
            if let postgres = fields.optional("postgres", as: postgres)?.value {
                services.postgresFiles = postgres.postgresFiles
                services.postgresDatabase = postgres.postgresDatabase
                services.postgresUser = postgres.postgresUser
            }
            let nginx = YAMLType<(configuration: Located<String>?, login: String?)>.mapping("`nginx`") { fields in
                let configuration = fields.required("configuration", as: .path)
                let login = fields.optional("netrc", as: .string)
                return (configuration, login?.value)
            }
            if let nginx = fields.optional("nginx", as: nginx)?.value {
                services.nginxConfiguration = nginx.configuration
                services.nginxLogin = nginx.login
            }
            return services
        }
    }
}

extension YAMLType where Value == ProofSettings.ProgramChecker {
    static var programChecker: Self {
        .mapping("a checker") { fields in
            let name = fields.required("name", as: .identifier)
            let takes = fields.required("takes", as: .list(of: .string))
            let command = fields.required("command", as: .command)
            let inputs = ProofSettings.ProgramChecker.Input.allCases.map(\.rawValue)
            let input = fields.optional("input", as: .word(of: inputs))
            let level = fields.optional("level", as: .word(of: ["parse", "validate"]))
            let findings = fields.optional("findings", as: .findingPattern)
            let seconds = fields.optional("seconds", as: .integer(in: 1...3600))
            guard let name, let takes, let command else { return nil }
            return ProofSettings.ProgramChecker(
                name: name, takes: takes.value, command: command.value,
                input: input.flatMap { .init(rawValue: $0.value) } ?? .file,
                level: level ?? Located("validate", at: name.origin), findings: findings, seconds: seconds?.value ?? 30)
        }
    }
}

extension YAMLType where Value == ProofSettings.Coverage {
    static var coverage: Self {
        .mapping("`coverage`") { fields in
            let proven = fields.optional("proven", as: .integer(in: 0...100))
            let skipped = fields.optional("skipped", as: .integer(in: 0...100))
            let levels = ["parse", "validate", "run", "match"]
            let languages = fields.optional("languages", as: .pairs(of: .word(of: levels)))
            return ProofSettings.Coverage(
                proven: proven, skipped: skipped, languages: (languages?.value ?? []).map { ($0.key, $0.value) })
        }
    }
}
