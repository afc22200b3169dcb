/// What is read besides Loki's own language.
public struct QueryOptions: OptionSet, Sendable, Hashable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Variables of Grafana, such as `$__interval` and `${app:regex}`, in the places of ranges, durations, numbers, strings, labels
    /// and matchers. The tree keeps them as they are written, so that what is printed has them too.
    public static let grafana = QueryOptions(rawValue: 1)
}
