/// Files of the site that are made at once.
struct PressJob: Sendable {
    /// Unique in the site.
    let name: String
    /// The stage of a build that it counts for.
    let stage: Timings.Stage
    /// Of all that the files depend on; nil where they are made by every build.
    let key: ContentKey?
    let make: @Sendable () async -> [Output]
}
