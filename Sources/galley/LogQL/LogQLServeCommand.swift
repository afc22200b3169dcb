import ArgumentParser
import Diagnostics
import FlyingFox
import Foundation
import Glibc
import LogQL

struct LogQLServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Stand in for Loki: take lines and answer queries over HTTP.",
        discussion: """
            Serves the part of Loki's HTTP interface that a guide's commands use: push (as JSON), query, query_range, \
            labels, label values, series, index/stats, format_query, delete, ready, metrics and the build information, \
            which says that this is no Loki.

            It keeps lines in memory up to a bound, and nothing on disk. It does not do: protobuf, compression, tail, \
            rules, volumes, patterns, limits of rates, old lines refused.
            """)

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port: UInt16 = 3100

    @Option(help: "The address to listen on.")
    var address = "127.0.0.1"

    @Option(
        help: ArgumentHelp("Lines to begin with, as for `galley logql query`; may be given again.", valueName: "file"))
    var data: [String] = []

    @Option(
        help: ArgumentHelp(
            "The moment of those lines that counts as now: they are moved to end when the program starts. "
                + "In nanoseconds since 1970, or RFC 3339.", valueName: "time"))
    var now: String?

    @Flag(help: "Ask each request for its tenant, as Loki does with auth_enabled: true.")
    var authEnabled = false

    @Option(help: ArgumentHelp("The tenant that the lines of --data belong to.", valueName: "name"))
    var tenant: String?

    @Flag(help: "Refuse to delete lines, as Loki does without retention.")
    var noDeletes = false

    @Flag(help: "Add neither service_name nor detected_level to lines that come in.")
    var noDiscovery = false

    @Option(help: ArgumentHelp("How many bytes of lines are kept at most.", valueName: "count"))
    var maxBytes = 256 << 20

    @OptionGroup var reporting: ReportingOptions

    func run() async throws {
        let reporting = Reporting(options: reporting)
        var findings: [Diagnostic] = []
        var dataset = Dataset()
        for path in data { try DatasetFile.read(path, into: &dataset, &findings) }
        if reporting.finishBeside(findings) != .success { throw RunCode.findings.exit }
        if let now {
            guard let moment = Int64(now) ?? TimeText.rfc3339(Array(now.utf8)) else {
                throw ValidationError("--now takes nanoseconds since 1970 or RFC 3339, not `\(now)`")
            }
            dataset.move(by: Self.nanoseconds() - moment)
        }
        var settings = LokiStandIn.Settings()
        settings.asksForTenant = authEnabled
        settings.allowsDeletes = !noDeletes
        settings.discovers = !noDiscovery
        settings.maximumBytes = maxBytes
        let standIn = LokiStandIn(settings, dataset: dataset, tenant: tenant, clock: Self.nanoseconds)
        try await serve(standIn, reporting)
    }

    private func serve(_ standIn: LokiStandIn, _ reporting: Reporting) async throws {
        let place: sockaddr_in
        do {
            place = try sockaddr_in.inet(ip4: address, port: port)
        } catch {
            throw ValidationError("\(address) is no address; 127.0.0.1 is this machine alone")
        }
        let maximum = maxBytes
        let handler = ClosureHTTPHandler { await Self.answer($0, standIn, maximum) }
        let server = HTTPServer(address: place, logger: .disabled, handler: handler)
        let running = Task { try await server.run() }
        let stopping = Signals.stopping { Task { await server.stop(timeout: 1) } }
        defer { for source in stopping { source.cancel() } }
        do {
            try await server.waitUntilListening(timeout: 5)
        } catch {
            running.cancel()
            throw Refusal(
                "can't listen on \(address):\(port)",
                help: "is something else listening there? `--port` takes another; 0 takes any")
        }
        if case .ip4(let host, let port)? = await server.listeningAddress {
            reporting.say(
                "listening on http://\(host):\(port), a stand-in for Loki that forgets everything when it ends")
        }
        _ = try? await running.value
    }

    private static func answer(_ request: HTTPRequest, _ standIn: LokiStandIn, _ maximum: Int) async -> HTTPResponse {
        // What can't be kept is not read into memory either.
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > maximum {
            return HTTPResponse(statusCode: .payloadTooLarge)
        }
        guard let body = try? await request.bodyData else { return HTTPResponse(statusCode: .badRequest) }
        var headers: [String: String] = [:]
        for name in request.headers.keys { headers[name.rawValue] = request.headers[name] }
        let answer = await standIn.answer(
            LokiRequest(
                method: request.method.rawValue, path: request.path, query: request.target.query(percentEncoded: true),
                headers: headers, body: [UInt8](body)))
        var response = HTTPResponse(statusCode: HTTPStatusCode(answer.status, phrase: ""), body: Data(answer.body))
        if !answer.contentType.isEmpty { response.headers[.contentType] = answer.contentType }
        return response
    }

    private static let nanoseconds: @Sendable () -> Int64 = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
