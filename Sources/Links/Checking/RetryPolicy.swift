import Foundation

/// Whether and when a request is tried again.
struct RetryPolicy: Sendable {
    /// Statuses that pass: time is up, too early, too many, and faults of servers and of those before them.
    private static let passing: Set<Int> = [408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529]
    /// Those of them that say that a program failed, which it does the next time as a rule: what is overloaded or away for a
    /// moment says 502 to 504. One further try tells them from a mishap.
    private static let failing: Set<Int> = [500, 520]
    /// HEAD is answered otherwise than GET by servers that do not know it, do not let it in, or fail over it.
    private static let headless: Set<Int> = [400, 403, 404, 405, 406, 410, 415, 500, 501, 503]

    /// How often it is tried again.
    let count: Int
    /// The longest wait that a server may ask for.
    let longestWait: Duration
    /// The first wait without a word of the server; each further one is twice as long.
    var firstWait = Duration.milliseconds(500)

    /// How long to wait before the next try; nil where there is none.
    /// - Parameter attempt: how many tries there were before, from 0.
    func wait(after result: Result<WebAnswer, WebFailure>, attempt: Int, now: Date = Date()) -> Duration? {
        guard attempt < count else { return nil }
        switch result {
        case .success(let answer):
            guard Self.passing.contains(answer.status) else { return nil }
            guard let asked = Self.wait(answer.retryAfter, now: now) else {
                if Self.failing.contains(answer.status), attempt > 0 { return nil }
                break
            }
            return asked > longestWait ? nil : asked
        case .failure(let failure):
            guard failure.isPassing else { return nil }
        }
        // Clients that fail together must not come back together: the waits are spread from a half to one and a half, and below
        // the longest wait just as much.
        return min(longestWait, firstWait * (1 << attempt) * 1.5) * Double.random(in: (1 / 3)...1)
    }

    /// Whether an answer to HEAD says nothing about GET.
    static func needsBody(_ result: Result<WebAnswer, WebFailure>) -> Bool {
        switch result {
        case .success(let answer): headless.contains(answer.status)
        case .failure(.closed), .failure(.interrupted), .failure(.notHTTP), .failure(.timeout(.firstByte)): true
        case .failure: false
        }
    }

    /// What `Retry-After` says: seconds, or a date (RFC 9110, section 10.2.3).
    static func wait(_ header: String?, now: Date) -> Duration? {
        guard let header else { return nil }
        if let seconds = Int(header) { return seconds >= 0 ? .seconds(min(seconds, 1_000_000)) : nil }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        guard let date = format.date(from: header) else { return nil }
        return .milliseconds(Int(max(0, min(date.timeIntervalSince(now), 1_000_000)) * 1000))
    }
}

extension Duration {
    fileprivate static func * (duration: Duration, factor: Double) -> Duration {
        .milliseconds(Int(Double(duration.milliseconds) * factor))
    }
}
