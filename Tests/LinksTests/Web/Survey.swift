import TestSupport
import Testing

@testable import Links

struct Survey {
    @Test func survey() async throws {
        let asking = try Asking()
        for path in [
            "/hang/status", "/hang/line", "/hang/headers", "/hang/body", "/drip/headers", "/drip/body", "/cut/start",
            "/cut/line", "/cut/headers", "/cut/body", "/cut/chunks", "/cut/start?reset", "/cut/body?reset",
            "/endless/headers", "/endless/header", "/endless/hints", "/endless/body", "/endless/chunks",
            "/endless/redirects/1/s", "/length/short", "/length/long", "/length/negative", "/length/words",
            "/length/two", "/length/vast", "/encoding/garbage", "/encoding/half", "/encoding/unknown", "/encoding/bomb",
            "/encoding/chunks", "/garbage/bytes", "/garbage/version", "/garbage/status", "/garbage/zero",
            "/garbage/old", "/garbage/fields", "/garbage/empty", "/status/204", "/status/304", "/status/599",
            "/status/999", "/redirect/302", "/redirect/302?to=", "/redirect/302?to=http://",
            "/redirect/302?to=%2F%2F%2F", "/redirect/302?to=%01%02", "/redirect/302?to=http://127.0.0.1:99999/",
            "/loop/s", "/chain/10/s", "/chain/11/s", "/cookie/s", "/head/405", "/head/403",
            "/redirect/300?to=/status/200", "/redirect/304?to=/status/200",
        ] {
            for fragments in [[], ["top"]] as [Set<String>] {
                let start = ContinuousClock.now
                let a = try await asking.outcome(asking.server.address(path), fragments)
                print(
                    "SURVEY \(path) \(fragments.isEmpty ? "" : "#") \(a.verdict) \(a.missing.isEmpty ? "" : "missing") \(ContinuousClock.now - start)"
                )
            }
        }
        for door in [
            "closed", "full", "mute", "slam", "reset", "banner", "alert", "plain", "expired", "early", "wrong-name",
            "untrusted", "self-signed", "tls", "six",
        ] {
            for scheme in ["http", "https"] {
                let start = ContinuousClock.now
                let a = try await asking.verdict("/status/200", door, scheme: scheme)
                print("SURVEY \(scheme) \(door) \(a) \(ContinuousClock.now - start)")
            }
        }
    }
}
