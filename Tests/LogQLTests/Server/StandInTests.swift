import Testing

@testable import LogQL

/// The stand-in's answers, without a network.
@Suite struct StandInTests {
    static let now: Int64 = 1_700_000_100_000_000_000

    static func standIn(_ change: (inout LokiStandIn.Settings) -> Void = { _ in }) -> LokiStandIn {
        var settings = LokiStandIn.Settings()
        change(&settings)
        return LokiStandIn(settings, clock: { now })
    }

    static func push(_ body: String, type: String = "application/json", tenant: String? = nil) -> LokiRequest {
        var headers = ["Content-Type": type]
        headers["X-Scope-OrgID"] = tenant
        return LokiRequest(method: "POST", path: "/loki/api/v1/push", headers: headers, body: Array(body.utf8))
    }

    static func get(_ path: String, _ query: String = "", tenant: String? = nil) -> LokiRequest {
        LokiRequest(
            method: "GET", path: path, query: query, headers: tenant.map { ["X-Scope-OrgID": $0] } ?? [:])
    }

    static let lines = #"""
        {"streams":[{"stream":{"app":"shop"},"values":[
          ["1700000001000000000","level=error msg=broken",{"trace":"t1"}],
          ["1700000002000000000","all is well"]]}]}
        """#

    func text(_ response: LokiResponse) -> String { String(decoding: response.body, as: UTF8.self) }

    @Test func takesLinesAndFindsThem() async {
        let loki = Self.standIn()
        let pushed = await loki.answer(Self.push(Self.lines))
        #expect(pushed.status == 204)
        let answer = await loki.answer(
            Self.get(
                "/loki/api/v1/query_range",
                "query=%7Bapp%3D%22shop%22%7D+%7C%3D+%22broken%22&start=1700000000&end=1700000100"))
        #expect(answer.status == 200)
        #expect(
            text(answer).contains(
                #"{"stream":{"app":"shop","detected_level":"error","service_name":"shop","trace":"t1"},"values":"#
                    + #"[["1700000001000000000","level=error msg=broken"]]}"#))
    }

    @Test(arguments: [
        ("text/plain", "{}", 415, "application/json only"),
        ("application/json", "{", 400, "loghttp.PushRequest"),
        ("application/json", #"{"streams":[]}"#, 422, "at least one valid stream"),
        (
            "application/json", #"{"streams":[{"stream":{"a-b":"x"},"values":[]}]}"#, 400, "couldn't parse labels"
        ),
        (
            "application/json", #"{"streams":[{"stream":{"a":"x"},"values":[["soon","x"]]}]}"#, 400,
            "expected a time in nanoseconds"
        ),
        (
            "application/json", #"{"streams":[{"stream":{"a":"x"},"values":[["1700009000000000000","x"]]}]}"#, 400,
            "has timestamp too new: 2023-11-15T00:43:20Z"
        ),
    ])
    func refusesBadPushes(type: String, body: String, status: Int, message: String) async {
        let answer = await Self.standIn().answer(Self.push(body, type: type))
        #expect(answer.status == status)
        #expect(text(answer).contains(message))
    }

    @Test func refusesLongLinesAndKeepsTheOthers() async {
        let loki = Self.standIn()
        let long = String(repeating: "x", count: 262_145)
        let body =
            #"{"streams":[{"stream":{"app":"shop"},"values":[["1700000001000000000","\#(long)"],["1700000002000000000","y"]]}]}"#
        let answer = await loki.answer(Self.push(body))
        #expect(answer.status == 400)
        #expect(text(answer).hasPrefix("max entry size '262144' bytes exceeded for stream"))
        let metrics = text(await loki.answer(Self.get("/metrics")))
        #expect(metrics.contains(#"loki_discarded_samples_total{reason="line_too_long",tenant="fake"} 1"#))
        #expect(metrics.contains(#"loki_distributor_lines_received_total{format="json",tenant="fake"} 1"#))
    }

    @Test func refusesWhatDoesNotFit() async {
        let loki = Self.standIn { $0.maximumBytes = 200 }
        let first = await loki.answer(Self.push(Self.lines))
        let second = await loki.answer(Self.push(Self.lines + String(repeating: " ", count: 200)))
        #expect(first.status == 204)
        #expect(second.status == 429)
    }

    @Test(arguments: [
        ("query=%7Bapp", 400, "parse error at line 1, col 5: "),
        ("query=%7Bapp%3D%22x%22%7D&limit=0", 400, "limit must be a positive value"),
        ("query=%7Bapp%3D%22x%22%7D&limit=5001", 400, "max entries limit per query exceeded"),
        ("query=%7Bapp%3D%22x%22%7D&direction=up", 400, "invalid direction 'up'"),
        ("query=%7Bapp%3D%22x%22%7D&step=0", 400, "zero or negative query resolution step"),
        ("query=%7Bapp%3D%22x%22%7D&step=1ms&start=1&end=1000", 400, "exceeded maximum resolution of 11,000 points"),
        ("query=%7Bapp%3D%22x%22%7D&start=20&end=10", 400, "end timestamp must not be before"),
        ("query=%7Bapp%3D%22x%22%7D&start=yesterday", 400, "could not parse"),
        ("query=rate(%7Bapp%3D%22x%22%7D%20%7C%20json%20%7C%20unwrap%20a%20%5B5m%5D)", 200, "matrix"),
    ])
    func answersRangeQueries(query: String, status: Int, message: String) async {
        let answer = await Self.standIn().answer(Self.get("/loki/api/v1/query_range", query))
        #expect(answer.status == status)
        #expect(text(answer).contains(message), "\(text(answer))")
    }

    @Test func refusesLogQueriesOfOneMoment() async {
        let answer = await Self.standIn().answer(Self.get("/loki/api/v1/query", "query=%7Bapp%3D%22x%22%7D"))
        #expect(answer.status == 400)
        #expect(text(answer).hasPrefix("log queries are not supported as an instant query type"))
    }

    /// A query nested as deep as it may be does not end the server.
    @Test(arguments: [
        String(repeating: "%28", count: 480) + "vector%281%29" + String(repeating: "%29", count: 480),
        "rate%28{a=%22b%22}[5m]%29" + String(repeating: "+or+rate%28{a=%22b%22}[5m]%29", count: 999),
        String(repeating: "label_replace%28", count: 480) + "vector%281%29"
            + String(repeating: ",%22a%22,%22b%22,%22c%22,%22d%22%29", count: 480),
    ])
    func answersNestedQueries(query: String) async {
        let answer = await Self.standIn().answer(Self.get("/loki/api/v1/query", "query=\(query)"))
        #expect(answer.status == 200, "\(text(answer).prefix(200))")
    }

    @Test func keepsTenantsApart() async {
        let loki = Self.standIn { $0.asksForTenant = true }
        let unnamed = await loki.answer(Self.push(Self.lines))
        #expect(unnamed.status == 401)
        #expect(text(unnamed) == "no org id\n")
        _ = await loki.answer(Self.push(Self.lines, tenant: "a"))
        let range = "start=1700000000&end=1700000100"
        let own = await loki.answer(Self.get("/loki/api/v1/labels", range, tenant: "a"))
        let other = await loki.answer(Self.get("/loki/api/v1/labels", range, tenant: "b"))
        #expect(text(own) == #"{"status":"success","data":["app","service_name"]}"#)
        #expect(text(other) == #"{"status":"success"}"#)
    }

    @Test func deletesLinesThatAQueryFinds() async {
        let loki = Self.standIn()
        _ = await loki.answer(Self.push(Self.lines))
        let request = LokiRequest(
            method: "POST", path: "/loki/api/v1/delete",
            query: "query=%7Bapp%3D%22shop%22%7D+%7C%3D+%22broken%22&start=1700000000")
        #expect(await loki.answer(request).status == 204)
        let statistics = await loki.answer(
            Self.get("/loki/api/v1/index/stats", "query=%7Bapp%3D%22shop%22%7D&start=1700000000&end=1700000100"))
        #expect(text(statistics) == #"{"streams":1,"chunks":1,"bytes":11,"entries":1}"#)
        let refused = await Self.standIn { $0.allowsDeletes = false }.answer(request)
        #expect(refused == .notFound)
    }

    @Test func listsTheDeletionsOfATenant() async throws {
        let loki = Self.standIn { $0.asksForTenant = true }
        func ask(_ method: String, _ tenant: String, _ query: String = "") async -> LokiResponse {
            await loki.answer(
                LokiRequest(
                    method: method, path: "/loki/api/v1/delete", query: query, headers: ["X-Scope-OrgID": tenant]))
        }
        #expect(text(await ask("GET", "lamp")) == "[]")
        let query = "query=%7Bapp%3D%22shop%22%7D+%7C%3D+%22broken%22"
        #expect(await ask("POST", "lamp", query + "&start=1600000000&end=1600000060").status == 204)
        #expect(await ask("PUT", "lamp", query + "&start=2020-01-01T00:00:00.25Z&end=1600000000").status == 204)
        #expect(await ask("POST", "lamp", query).status == 400)
        let expected = [
            ##"{"request_id":"00000001","start_time":1600000000,"end_time":1600000060,"##,
            ##"{"request_id":"00000002","start_time":1577836800.25,"end_time":1600000000,"##,
        ]
        let listed = text(await ask("GET", "lamp"))
        for beginning in expected {
            #expect(
                listed.contains(
                    beginning + ##""query":"{app=\"shop\"} |= \"broken\"","status":"processed","created_at":1"##),
                "\(listed)")
        }
        #expect(listed.hasSuffix(##","user_id":"lamp"}]"##))
        #expect(listed.hasPrefix("[" + expected[0]) && listed.split(separator: "},").count == 2)
        #expect(text(await ask("GET", "buoy")) == "[]")
    }

    @Test(arguments: [
        ("query=%7Bapp%3D%22x%22%7D", "start time not set"),
        ("start=1700000000", "query not set"),
        ("query=rate(&start=1700000000", "invalid query expression"),
        ("query=%7Bapp%3D%22x%22%7D&start=1700000000000000000", "invalid start time: require unix seconds or RFC3339"),
        ("query=%7Bapp%3D%22x%22%7D&start=1700000000&end=1900000000", "deletes in the future are not allowed"),
        ("query=%7Bapp%3D%22x%22%7D&start=1700000050&end=1700000050", "start time can't be greater than or equal"),
    ])
    func refusesBadDeletes(query: String, message: String) async {
        let request = LokiRequest(method: "POST", path: "/loki/api/v1/delete", query: query)
        let answer = await Self.standIn().answer(request)
        #expect(answer.status == 400)
        #expect(text(answer).hasPrefix(message))
    }

    @Test func tellsWhatItIs() async {
        let loki = Self.standIn()
        #expect(text(await loki.answer(Self.get("/ready"))) == "ready\n")
        #expect(text(await loki.answer(Self.get("/loki/api/v1/status/buildinfo"))).contains("galley-stand-in"))
        #expect(await loki.answer(Self.get("/nowhere")).status == 404)
        #expect(await loki.answer(Self.get("/loki/api/v1/push")).status == 405)
    }

    @Test(
        arguments: [
            ("1700000000", 1_700_000_000_000_000_000), ("1700000000.5", 1_700_000_000_500_000_000),
            ("1700000000000000001", 1_700_000_000_000_000_001), ("2023-11-14T22:13:20Z", 1_700_000_000_000_000_000),
            ("2023-11-14T23:13:20.25+01:00", 1_700_000_000_250_000_000), ("1969-12-31T23:59:59Z", -1_000_000_000),
            ("2024-02-29T00:00:00Z", 1_709_164_800_000_000_000),
        ] as [(String, Int64)])
    func readsTimes(text: String, time: Int64) throws {
        #expect(try TimeText.parse(text, default: 0) == time)
    }

    @Test(arguments: [
        (#"{"level":"WARN"}"#, "warn"), (#"{"a":{"severity":"err"}}"#, "error"), ("lvl=dbg x=1", "debug"),
        ("2026-11-23 ERROR: it broke, info follows", "error"), ("nothing here", "unknown"), ("misc:error", "unknown"),
        ("level=info msg=\"an error\"", "info"),
    ])
    func detectsLevels(line: String, level: String) {
        let entry = PushedEntry(time: 0, line: Array(line.utf8), metadata: [])
        #expect(Discovery.withLevel(entry, LabelSet(["app": "x"])).map(\.value) == [level])
    }
}
