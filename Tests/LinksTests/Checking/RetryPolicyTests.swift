import Foundation
import Testing

@testable import Links

@Suite struct RetryPolicyTests {
    private let policy = RetryPolicy(count: 2, longestWait: .seconds(60))

    private func answer(_ status: Int, retryAfter: String? = nil) -> Result<WebAnswer, WebFailure> {
        .success(WebAnswer(status: status, retryAfter: retryAfter))
    }

    @Test(arguments: [408, 425, 429, 502, 503, 504])
    func passingStatusesAreTriedAgain(status: Int) throws {
        let first = try #require(policy.wait(after: answer(status), attempt: 0))
        #expect(first >= .milliseconds(250) && first <= .milliseconds(750))
        let second = try #require(policy.wait(after: answer(status), attempt: 1))
        #expect(second >= .milliseconds(500) && second <= .milliseconds(1500))
        #expect(policy.wait(after: answer(status), attempt: 2) == nil)
    }

    /// A program that failed fails again, unless its server says when to come back.
    @Test func aFaultOfAProgramIsTriedOnceMore() {
        #expect(policy.wait(after: answer(500), attempt: 0) != nil)
        #expect(policy.wait(after: answer(500), attempt: 1) == nil)
        #expect(policy.wait(after: answer(500, retryAfter: "1"), attempt: 1) == .seconds(1))
    }

    /// Waits double, and those of clients that fail together are spread from a half of each to one and a half.
    @Test(arguments: 0..<6) func waitsAreSpread(attempt: Int) throws {
        let policy = RetryPolicy(count: 10, longestWait: .seconds(3600))
        let whole = Duration.milliseconds(500 * (1 << attempt))
        let waits = try (0..<300).map { _ in try #require(policy.wait(after: answer(503), attempt: attempt)) }
        #expect(waits.allSatisfy { $0 >= whole / 2 - .milliseconds(1) && $0 <= whole * 3 / 2 })
        // Each of these fails by chance less than once in 10^30 runs.
        #expect(waits.contains { $0 < whole * 3 / 4 })
        #expect(waits.contains { $0 > whole * 5 / 4 })
    }

    /// None is longer than the settings let it be, and there they are spread as well.
    @Test func noWaitIsLongerThanTheLongest() throws {
        let policy = RetryPolicy(count: 10, longestWait: .seconds(3))
        for attempt in 3..<10 {
            let waits = try (0..<300).map { _ in try #require(policy.wait(after: answer(503), attempt: attempt)) }
            #expect(waits.allSatisfy { $0 <= .seconds(3) && $0 >= .milliseconds(999) })
            #expect(waits.contains { $0 < .milliseconds(1600) })
            #expect(waits.contains { $0 > .milliseconds(2400) && $0 < .seconds(3) })
        }
    }

    @Test(arguments: [200, 301, 400, 401, 403, 404, 410, 501])
    func lastingStatusesAreNot(status: Int) { #expect(policy.wait(after: answer(status), attempt: 0) == nil) }

    @Test(arguments: [WebFailure.name, .connection, .timeout(.firstByte), .closed, .interrupted, .tooSlow])
    func passingFailuresAreTriedAgain(failure: WebFailure) {
        #expect(policy.wait(after: .failure(failure), attempt: 0) != nil)
    }

    @Test(arguments: [WebFailure.certificate(.expired), .notHTTP, .encoding, .headersTooLarge, .handshake])
    func lastingFailuresAreNot(failure: WebFailure) {
        #expect(policy.wait(after: .failure(failure), attempt: 0) == nil)
    }

    @Test func theServersWaitIsHonoured() {
        #expect(policy.wait(after: answer(429, retryAfter: "7"), attempt: 0) == .seconds(7))
        #expect(policy.wait(after: answer(429, retryAfter: "0"), attempt: 0) == .seconds(0))
        // Longer than anybody wants to wait.
        #expect(policy.wait(after: answer(429, retryAfter: "3600"), attempt: 0) == nil)
    }

    @Test func theServersWaitMayBeADate() throws {
        let now = Date(timeIntervalSince1970: 1_764_355_200)  // Fri, 28 Nov 2025 18:40:00 GMT
        #expect(RetryPolicy.wait("Fri, 28 Nov 2025 18:40:30 GMT", now: now) == .seconds(30))
        #expect(RetryPolicy.wait("Fri, 28 Nov 2025 18:39:00 GMT", now: now) == .seconds(0))
        #expect(RetryPolicy.wait("soon", now: now) == nil)
        #expect(RetryPolicy.wait("-5", now: now) == nil)
        #expect(RetryPolicy.wait("99999999999999999999", now: now) == nil)
    }

    @Test(arguments: [(405, true), (501, true), (404, true), (403, true), (401, false), (429, false), (200, false)])
    func someAnswersToHeadSayNothingAboutGet(status: Int, needsBody: Bool) {
        #expect(RetryPolicy.needsBody(answer(status)) == needsBody)
    }
}
