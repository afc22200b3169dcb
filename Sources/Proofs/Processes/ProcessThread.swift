import Glibc

/// Runs what attends to programs on a thread of its own. Swift's own threads are as many as the machine has cores, and
/// checkers that reckon may hold them all: limits must be watched all the same.
///
/// Unchecked, since the compiler can't see that jobs are touched only under the mutex.
final class ProcessThread: TaskExecutor, @unchecked Sendable {
    /// One for the whole program: it lives as long, and so does its thread.
    static let shared = ProcessThread()

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var jobs: [UnownedJob] = []
    private var sleepers: [UInt64: Sleeper] = [:]
    private var lastSleeper: UInt64 = 0

    private struct Sleeper {
        let deadline: ContinuousClock.Instant
        let continuation: CheckedContinuation<Void, Never>
    }

    private init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<ProcessThread>.fromOpaque(context).takeUnretainedValue().work()
                return nil
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pthread_mutex_lock(mutex)
        jobs.append(job)
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Waits as `Task.sleep` does, which would need one of Swift's own threads to come to an end.
    /// - Returns: false when the task was cancelled meanwhile.
    func sleep(for duration: Duration) async -> Bool {
        let number = locked {
            lastSleeper += 1
            return lastSleeper
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                locked {
                    sleepers[number] = Sleeper(deadline: .now + duration, continuation: continuation)
                    pthread_cond_signal(condition)
                }
                // Cancelled before there was anything to wake.
                if Task.isCancelled { wake(number) }
            }
        } onCancel: {
            wake(number)
        }
        return !Task.isCancelled
    }

    private func wake(_ number: UInt64) { locked { sleepers.removeValue(forKey: number) }?.continuation.resume() }

    private func locked<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    private func work() {
        while true {
            pthread_mutex_lock(mutex)
            var due = dueSleepers()
            while jobs.isEmpty, due.isEmpty {
                wait()
                due = dueSleepers()
            }
            let job = jobs.isEmpty ? nil : jobs.removeFirst()
            let woken = due.compactMap { sleepers.removeValue(forKey: $0)?.continuation }
            pthread_mutex_unlock(mutex)
            // Only now: to be resumed is to be queued here.
            for continuation in woken { continuation.resume() }
            job?.runSynchronously(on: asUnownedTaskExecutor())
        }
    }

    private func dueSleepers() -> [UInt64] {
        guard !sleepers.isEmpty else { return [] }
        let now = ContinuousClock.now
        return sleepers.filter { $1.deadline <= now }.map(\.key)
    }

    /// Waits for a job, or until the next sleeper is due.
    private func wait() {
        guard let next = sleepers.values.map(\.deadline).min() else {
            pthread_cond_wait(condition, mutex)
            return
        }
        let left = max(.zero, ContinuousClock.now.duration(to: next)).components
        var until = timespec()
        clock_gettime(CLOCK_REALTIME, &until)
        let nanoseconds = until.tv_nsec + Int(left.attoseconds / 1_000_000_000)
        // Woken early or late where the clock is set: then it looks again.
        until.tv_sec += min(Int(left.seconds), 3_600) + nanoseconds / 1_000_000_000
        until.tv_nsec = nanoseconds % 1_000_000_000
        pthread_cond_timedwait(condition, mutex, &until)
    }
}
