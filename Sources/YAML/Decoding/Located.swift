import Diagnostics

/// A value with the place where the author wrote it.
public struct Located<Value: Sendable>: Sendable {
    public let value: Value
    public let origin: PositionMap.Origin

    public init(_ value: Value, at origin: PositionMap.Origin) {
        self.value = value
        self.origin = origin
    }

    public var span: Span { origin.span }

    public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), at: origin)
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
