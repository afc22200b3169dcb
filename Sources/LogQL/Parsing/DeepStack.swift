import Glibc

/// Room for the recursion that deeply nested queries ask for. Threads on which Swift runs tasks have half a megabyte of stack.
enum DeepStack {
    private static let size = 64 << 20

    private final class Work {
        let run: () -> Void

        init(_ run: @escaping () -> Void) { self.run = run }
    }

    /// Runs the body on a thread with a deep stack, and waits for it. Without such a thread it runs where it is.
    static func run<Result>(_ body: () -> Result) -> Result {
        var result: Result?
        func assign() { result = body() }
        withoutActuallyEscaping(assign) { run in
            let work = Work(run)
            var attributes = pthread_attr_t()
            pthread_attr_init(&attributes)
            pthread_attr_setstacksize(&attributes, size)
            defer { pthread_attr_destroy(&attributes) }
            var thread = pthread_t()
            let isStarted = pthread_create(
                &thread, &attributes,
                { context in
                    if let context { Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().run() }
                    return nil
                }, Unmanaged.passUnretained(work).toOpaque())
            if isStarted == 0 { pthread_join(thread, nil) }
            withExtendedLifetime(work) {}
        }
        return result ?? body()
    }
}
