import Site

extension Shard {
    /// Whether a snippet is this machine's to prove. Snippets of a session stay together.
    public func contains(_ snippet: Snippet) -> Bool {
        contains(snippet.request.session.map { "session:" + $0.value } ?? snippet.id)
    }
}
