/// Finds the sandbox when it is first asked for.
actor SandboxFinding {
    private let toolbox: Toolbox
    private var search: Task<Result<Sandbox, SandboxUnavailable>, Never>?

    init(_ toolbox: Toolbox) { self.toolbox = toolbox }

    var sandbox: Result<Sandbox, SandboxUnavailable> {
        get async {
            if let search { return await search.value }
            let toolbox = toolbox
            let search = Task { await Sandbox.find(toolbox) }
            self.search = search
            return await search.value
        }
    }
}
