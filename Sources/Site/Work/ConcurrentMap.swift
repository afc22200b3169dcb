import Synchronization

extension Array where Element: Sendable {
    /// Transforms all elements on several cores, and returns the results in the order of the elements.
    ///
    /// The tasks take the next elements as they come, so that a slow one holds up nobody.
    /// - Parameter width: how many tasks run at a time.
    func concurrentMap<Result: Sendable>(
        width: Int, _ transform: @escaping @Sendable (Element) async -> Result
    ) async -> [Result] {
        let width = Swift.min(width, count)
        guard width > 1 else { return await inTurn(transform) }
        let next = Counter()
        // Several at a time where there are many, so that taking them costs nothing.
        let step = Swift.max(1, Swift.min(16, count / (width * 8)))
        let parts = await withTaskGroup(of: [(start: Int, results: [Result])].self) { group in
            for _ in 0..<width {
                group.addTask {
                    var parts: [(start: Int, results: [Result])] = []
                    var turn = ContinuousClock.now
                    while true {
                        let start = next.take(step)
                        guard start < count else { return parts }
                        // All cores are ours else until the last element, and somebody may wait for the network.
                        if ContinuousClock.now - turn > .milliseconds(5) {
                            await Task.yield()
                            turn = .now
                        }
                        parts.append((start, await self[start..<Swift.min(start + step, count)].inTurn(transform)))
                    }
                }
            }
            var all: [(start: Int, results: [Result])] = []
            for await parts in group { all += parts }
            return all
        }
        return parts.sorted { $0.start < $1.start }.flatMap(\.results)
    }
}

extension Collection {
    /// Transforms all elements one after the other.
    fileprivate func inTurn<Result>(_ transform: (Element) async -> Result) async -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(count)
        for element in self { results.append(await transform(element)) }
        return results
    }
}

/// Hands out numbers to several tasks.
private final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    /// The first of the next `step` numbers.
    func take(_ step: Int) -> Int { value.wrappingAdd(step, ordering: .relaxed).oldValue }
}
