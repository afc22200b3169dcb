/// Stands in for Loki where a guide's commands ask it: the part of its HTTP interface that takes lines in and gives answers.
///
/// It keeps everything in memory, up to a bound, and nothing on disk. In its build information it says what it is.
public actor LokiStandIn {
    public struct Settings: Sendable {
        /// Whether requests name their tenant in `X-Scope-OrgID`.
        public var asksForTenant = false
        /// Whether lines can be deleted.
        public var allowsDeletes = true
        /// Whether `service_name` and `detected_level` are added to what comes in.
        public var discovers = true
        /// Of lines and labels together; what would go beyond is refused.
        public var maximumBytes = 256 << 20

        public init() {}
    }

    struct Tenant {
        var dataset = Dataset()
        var lines = 0
        var bytes = 0
        /// By reason.
        var discarded: [String: Int] = [:]
        var deletions: [Deletion] = []
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        DeepStackExecutor.shared.asUnownedSerialExecutor()
    }

    let settings: Settings
    /// Nanoseconds since 1970.
    let clock: @Sendable () -> Int64
    var tenants: [String: Tenant] = [:]

    /// - Parameters:
    ///   - dataset: what a tenant begins with.
    ///   - tenant: its name; that of requests without a name unless another is given.
    public init(
        _ settings: Settings = Settings(), dataset: Dataset = Dataset(), tenant: String? = nil,
        clock: @escaping @Sendable () -> Int64
    ) {
        self.settings = settings
        self.clock = clock
        tenants[tenant ?? Self.onlyTenant] = Tenant(dataset: dataset)
    }

    private static let onlyTenant = "fake"

    /// Whether it has the path at all; of Loki's others it says that they are not found.
    public static func serves(_ path: String) -> Bool { Endpoint.find(path) != nil }

    public func answer(_ request: LokiRequest) -> LokiResponse {
        guard let endpoint = Endpoint.find(request.path) else { return .notFound }
        guard endpoint.methods.contains(request.method) else { return LokiResponse(405, contentType: "", "") }
        guard endpoint.needsTenant else { return status(endpoint, request) }
        let name = tenantName(of: request)
        if name.isEmpty { return .text(401, "no org id\n") }
        let used = size
        // Taken out while it changes, so that it is not copied.
        var tenant = tenants.removeValue(forKey: name) ?? Tenant()
        defer { tenants[name] = tenant }
        do {
            return try answer(endpoint, request, &tenant, used)
        } catch {
            return .text(error.status, error.message + "\n")
        }
    }

    private func answer(
        _ endpoint: Endpoint, _ request: LokiRequest, _ tenant: inout Tenant, _ used: Int
    ) throws(Refusal) -> LokiResponse {
        switch endpoint {
        case .push: try push(request, &tenant, used)
        case .query: try query(request, tenant)
        case .queryRange: try queryRange(request, tenant)
        case .labels: try labels(request, tenant)
        case .labelValues(let name): try labelValues(name, request, tenant)
        case .series: try series(request, tenant)
        case .indexStats: try indexStats(request, tenant)
        case .formatQuery: try formatQuery(request)
        case .delete: try delete(request, &tenant)
        case .ready, .buildInformation, .metrics: status(endpoint, request)
        }
    }

    /// Empty where the request should name one and does not.
    func tenantName(of request: LokiRequest) -> String {
        settings.asksForTenant ? request.headers["x-scope-orgid"] ?? "" : Self.onlyTenant
    }

    /// All tenants together, in bytes.
    var size: Int { tenants.values.reduce(0) { $0 + $1.dataset.size } }
}

/// A request that Loki would not serve.
struct Refusal: Error {
    let status: Int
    let message: String

    static func bad(_ message: String) -> Refusal { Refusal(status: 400, message: message) }
}

/// The addresses that are served.
enum Endpoint: Equatable {
    case push, query, queryRange, labels, series, indexStats, formatQuery, delete
    case ready, buildInformation, metrics
    case labelValues(String)

    static func find(_ path: String) -> Endpoint? {
        switch path {
        case "/ready": return .ready
        case "/metrics": return .metrics
        case "/loki/api/v1/push": return .push
        case "/loki/api/v1/query": return .query
        case "/loki/api/v1/query_range": return .queryRange
        case "/loki/api/v1/labels", "/loki/api/v1/label": return .labels
        case "/loki/api/v1/series": return .series
        case "/loki/api/v1/index/stats": return .indexStats
        case "/loki/api/v1/format_query": return .formatQuery
        case "/loki/api/v1/delete": return .delete
        case "/loki/api/v1/status/buildinfo": return .buildInformation
        default: break
        }
        let (prefix, suffix) = ("/loki/api/v1/label/", "/values")
        guard path.hasPrefix(prefix), path.hasSuffix(suffix), path.utf8.count > prefix.utf8.count + suffix.utf8.count
        else { return nil }
        let name = Array(path.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count))
        return .labelValues(FormEncoding.decoded(name[...], plusIsSpace: false))
    }

    var methods: [String] {
        switch self {
        case .push: ["POST"]
        case .ready, .buildInformation, .metrics: ["GET"]
        case .delete: ["POST", "PUT", "GET"]
        default: ["GET", "POST"]
        }
    }

    var needsTenant: Bool {
        switch self {
        case .ready, .buildInformation, .metrics: false
        default: true
        }
    }
}
