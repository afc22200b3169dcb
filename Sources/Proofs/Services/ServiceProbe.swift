/// Asks whether a server listens.
public enum ServiceProbe {
    /// Waits until a port of the house takes a connection.
    /// - Returns: false when the server ended, or did not listen in time.
    public static func answers(
        _ port: Int, in place: ServicePlace, patience: Duration = .seconds(30),
        while isRunning: @Sendable () -> Bool
    ) async -> Bool {
        guard let entering = place.house.entering else { return false }
        let deadline = ContinuousClock.now + patience
        while .now < deadline, isRunning() {
            // One process that tries for a while costs less than one for each try.
            let script =
                "for i in {1..40}; do (exec 3<>/dev/tcp/127.0.0.1/\(port)) 2>/dev/null && exit 0; sleep 0.01; done; exit 1"
            let words = entering + ["/bin/bash", "-c", script]
            let outcome = await ProcessCommand(words[0], Array(words.dropFirst()), timeLimit: .seconds(20)).run()
            if outcome.isSuccess { return isRunning() }
        }
        return false
    }
}
