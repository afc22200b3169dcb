extension LokiStandIn {
    func status(_ endpoint: Endpoint, _ request: LokiRequest) -> LokiResponse {
        switch endpoint {
        case .ready: .text(200, "ready\n")
        case .buildInformation:
            .json(
                "{\"version\":\"3.7.6-galley-stand-in\",\"revision\":\"\",\"branch\":\"\",\"buildUser\":\"galley\","
                    + "\"buildDate\":\"\",\"goVersion\":\"\"}")
        default: metrics()
        }
    }

    /// The counters of what came in, under Loki's names.
    private func metrics() -> LokiResponse {
        var text = ""
        let named = tenants.sorted { $0.key < $1.key }
        func family(_ name: String, _ type: String, _ help: String, _ samples: [(String, Int)]) {
            guard !samples.isEmpty else { return }
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
            for (labels, value) in samples { text += "\(name){\(labels)} \(value)\n" }
        }
        family(
            "loki_build_info", "gauge", "What this is: a stand-in, not Loki.",
            [("version=\"3.7.6-galley-stand-in\"", 1)])
        family(
            "loki_distributor_lines_received_total", "counter", "The total number of lines received per tenant.",
            named.map { ("format=\"json\",tenant=\(GoString.quote($0.key))", $0.value.lines) })
        family(
            "loki_distributor_bytes_received_total", "counter", "The total number of bytes received per tenant.",
            named.map { ("format=\"json\",tenant=\(GoString.quote($0.key))", $0.value.bytes) })
        family(
            "loki_ingester_memory_streams", "gauge", "The total number of streams in memory per tenant.",
            named.map { ("tenant=\(GoString.quote($0.key))", $0.value.dataset.streams.count) })
        family(
            "loki_discarded_samples_total", "counter", "The total number of samples that were discarded.",
            named.flatMap { tenant in
                tenant.value.discarded.sorted { $0.key < $1.key }.map {
                    ("reason=\(GoString.quote($0.key)),tenant=\(GoString.quote(tenant.key))", $0.value)
                }
            })
        return .text(200, text)
    }
}
