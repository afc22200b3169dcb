import Dispatch
import Glibc

/// Signals that ask the program to end.
enum Signals {
    /// Calls `body` when somebody presses Ctrl-C, or the system asks to end. Lasts until the sources are cancelled.
    static func stopping(_ body: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            // The default would end the program at once.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler(handler: body)
            source.activate()
            return source
        }
    }
}
