import Glibc

/// Runs actors on a thread of its own, whose stack is deep enough for queries nested as far as the parser lets them be. The threads
/// that Swift runs actors on have half a megabyte.
///
/// Unchecked, since the compiler can't see that jobs are touched only under the mutex.
final class DeepStackExecutor: SerialExecutor, @unchecked Sendable {
    /// One for the whole program: it lives as long, and so does its thread.
    static let shared = DeepStackExecutor()

    private static let stackSize = 64 << 20

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var jobs: [UnownedJob] = []

    private init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, Self.stackSize)
        var thread = pthread_t()
        let context = Unmanaged.passUnretained(self).toOpaque()
        pthread_create(
            &thread, &attributes,
            { context in
                guard let context else { return nil }
                Unmanaged<DeepStackExecutor>.fromOpaque(context).takeUnretainedValue().work()
                return nil
            }, context)
        pthread_attr_destroy(&attributes)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pthread_mutex_lock(mutex)
        jobs.append(job)
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    private func work() {
        while true {
            pthread_mutex_lock(mutex)
            while jobs.isEmpty { pthread_cond_wait(condition, mutex) }
            let job = jobs.removeFirst()
            pthread_mutex_unlock(mutex)
            job.runSynchronously(on: asUnownedSerialExecutor())
        }
    }
}
