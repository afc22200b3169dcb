/// Opens services for groups of snippets, one group after the other, and ends them all.
public actor ServiceDesk {
    /// A network with the services that a group needs.
    public struct Room: Sendable {
        public let house: NetworkHouse
        public let services: [ServiceAccess]

        /// What evidence names.
        public var tools: [String] { services.map(\.title) }

        /// Lets a command of a snippet reach the services.
        public func admit(_ command: inout SandboxCommand) {
            command.network = .house(house)
            command.hosts += services.flatMap(\.hosts)
            command.binds += services.flatMap(\.binds)
            for service in services { command.environment.merge(service.environment) { $1 } }
        }
    }

    /// A service that is there and failed.
    public struct Failure: Sendable, Hashable {
        public let service: String
        public let reason: String
    }

    /// Each service that failed, once: it is not tried again.
    public private(set) var failures: [Failure] = []
    private let services: [any Service]
    private var house: NetworkHouse?
    private var begun: Set<String> = []
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    public init(_ services: [any Service]) { self.services = services }

    public nonisolated var programs: [Program] { services.flatMap(\.programs) }

    /// The programs of some services.
    public nonisolated func programs(of names: [String]) -> [Program] {
        services.filter { names.contains($0.name) }.flatMap(\.programs)
    }

    /// Uses services, fresh, for one group of snippets. Groups wait for each other: they share names and ports.
    /// - Throws: why one of the services can't be had, in words.
    public nonisolated func use<Value: Sendable>(
        _ names: [String], on workbench: Workbench, _ body: @Sendable (Room) async -> Value
    ) async throws(SandboxUnavailable) -> Value {
        await enter()
        let room: Room
        do {
            room = try await open(names, on: workbench)
        } catch {
            await leave()
            throw error
        }
        let value = await body(room)
        await leave()
        return value
    }

    private func enter() async {
        if !isOpen {
            isOpen = true
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty { isOpen = false } else { waiting.removeFirst().resume() }
    }

    /// The network with these services, fresh.
    /// - Throws: why one of them can't be had, in words.
    public func open(_ names: [String], on workbench: Workbench) async throws(SandboxUnavailable) -> Room {
        let sandbox = try await workbench.sandbox.get()
        let house = try await network(sandbox)
        let place = ServicePlace(sandbox: sandbox, house: house, folder: sandbox.folder, workbench: workbench)
        // What a later service leads to has to be there first: nginx resolves the names of its upstreams at its start.
        let order = services.filter { names.contains($0.name) }
        for service in services where begun.contains(service.name) && !names.contains(service.name) {
            await service.end()
            begun.remove(service.name)
        }
        var opened: [ServiceAccess] = []
        for service in order {
            opened.append(try await begin(service, in: place))
        }
        return Room(house: house, services: opened)
    }

    private func begin(_ service: any Service, in place: ServicePlace) async throws(SandboxUnavailable) -> ServiceAccess
    {
        if let failure = failures.first(where: { $0.service == service.name }) {
            throw SandboxUnavailable(reason: failure.reason, isFault: true)
        }
        begun.insert(service.name)
        do {
            return try await service.begin(in: place)
        } catch {
            if error.isFault { failures.append(Failure(service: service.name, reason: error.reason)) }
            throw error
        }
    }

    /// What the services printed last, each under its name.
    public func logs() async -> [String] {
        var logs: [String] = []
        for service in services where begun.contains(service.name) {
            let lines = await service.log().split(separator: "\n").suffix(8).joined(separator: "\n")
            if !lines.isEmpty { logs.append("\(service.name) printed: \(lines)") }
        }
        return logs
    }

    /// Ends all services and their network.
    public func close() async {
        for service in services where begun.contains(service.name) { await service.end() }
        begun = []
        house?.close()
        house = nil
    }

    private func network(_ sandbox: Sandbox) async throws(SandboxUnavailable) -> NetworkHouse {
        if let house { return house }
        let opened = try await NetworkHouse.open(sandbox)
        house = opened
        return opened
    }
}
