import Synchronization

/// A value that is made when it is first asked for, once.
final class OnDemand<Value: Sendable>: Sendable {
    private let made: Mutex<Value?>
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) {
        made = Mutex(nil)
        self.make = make
    }

    /// One that is there already.
    /// - Parameter again: makes it once more where it was forgotten.
    init(_ value: Value, again: @escaping @Sendable () -> Value) {
        made = Mutex(value)
        make = again
    }

    /// Others who ask while it is being made wait for it.
    var value: Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }

    /// The value, where it was asked for before.
    var known: Value? { made.withLock { $0 } }

    /// Lets go of the value; who asks for it again gets it made anew.
    func forget() { made.withLock { $0 = nil } }
}
