import Synchronization

/// Lets go of parsed texts, so that of a large site only those are in memory that were asked for last.
///
/// The bytes of all files stay, so a text that is asked for again is the same, and parsing is quick.
final class RecentTexts: Sendable {
    private struct State {
        var texts: [OnDemand<Chapter.Text>?]
        var next = 0
    }

    private let state: Mutex<State>

    /// - Parameter count: how many texts stay; more than there are tasks, so that none is let go that is worked on.
    init(count: Int) { state = Mutex(State(texts: Array(repeating: nil, count: max(1, count)))) }

    /// Notes a text that was just made, and lets go of the one that was made longest ago.
    func note(_ text: OnDemand<Chapter.Text>) {
        let oldest = state.withLock { state in
            let oldest = state.texts[state.next]
            state.texts[state.next] = text
            state.next = (state.next + 1) % state.texts.count
            return oldest
        }
        // A text is noted each time it is made, so it may be its own predecessor.
        if oldest !== text { oldest?.forget() }
    }
}
