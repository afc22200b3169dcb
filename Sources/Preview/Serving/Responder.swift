import Diagnostics
import Foundation
import Site

/// Answers requests: files of the site, and the preview's own endpoints below `/-/`.
///
/// Files are looked up by their path in the site and made in memory. No request names a file of the disk, so that none
/// can lead out of the site.
struct Responder: Sendable {
    let site: PreviewSite
    let hub: EventHub
    let trials: TrialDesk
    let callers: CallerCheck
    /// What a page is told when its events begin.
    let greeting: @Sendable (SitePath) async -> String
    /// Told of each page that follows its sources from now on.
    let opened: @Sendable (SitePath) async -> Void

    /// The largest body of a request that is read, in bytes.
    static let largestBody = 65_536
    /// The longest address that is looked at, in bytes.
    static let longestTarget = 8_192
    /// How long a first request waits for the sources to be read.
    private static let patience = Duration.milliseconds(400)

    func respond(to request: Request) async -> Response {
        var response = await answer(request)
        response.headers += [
            // Other sites can't frame pages, read them, or take them for something else.
            ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Content-Security-Policy", "frame-ancestors 'self'"), ("Referrer-Policy", "no-referrer"),
        ]
        if request.method == "HEAD", case .bytes(let bytes) = response.body {
            response.length = response.length ?? bytes.count
            response.body = .bytes([])
        }
        return response
    }

    private func answer(_ request: Request) async -> Response {
        guard callers.knows(host: request.headers["host"]) else {
            return .plain(421, "This preview answers under its own address only.")
        }
        guard request.path.utf8.count + request.query.utf8.count <= Self.longestTarget else {
            return .plain(414, "The address is too long.")
        }
        if request.path.hasPrefix("/-/") { return await endpoint(request) }
        guard request.method == "GET" || request.method == "HEAD" else {
            return .plain(405, "The files of a site can be read only.", [("Allow", "GET, HEAD")])
        }
        guard let path = Self.sitePath(request.path) else { return .plain(400, "This is no address of a file.") }
        return await file(at: path, request)
    }

    // MARK: - Files of the site

    /// The path in the site that an address names; nil for one that is malformed, or tries to lead elsewhere.
    static func sitePath(_ address: String) -> String? {
        guard address.hasPrefix("/"), let path = PercentEncoding.decoded(address.dropFirst()) else { return nil }
        guard !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else { return nil }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(".."), !parts.contains("."), !parts.dropLast().contains("") else { return nil }
        return path
    }

    private func file(at path: String, _ request: Request) async -> Response {
        guard await isReady() else { return Self.patiencePage }
        let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        let base = await sitePrefix()
        for candidate in [name] + (base.flatMap { name.hasPrefix($0) ? [String(name.dropFirst($0.count))] : nil } ?? [])
        {
            guard let file = await site.file(at: SitePath(candidate)) else { continue }
            return Self.serve(file, request)
        }
        if !path.isEmpty, !path.hasSuffix("/"), await site.hasPage(at: SitePath(path + "/index.html")) {
            return .plain(308, "This is a folder.", [("Location", request.path + "/")])
        }
        guard let missing = await site.file(at: "404.html") else {
            return await site.press == nil ? Self.emptyPage : .plain(404, "There is no such file in the site.")
        }
        return Response(
            status: 404, headers: [("Content-Type", missing.type), ("Cache-Control", "no-cache")],
            body: .bytes(missing.bytes))
    }

    /// Whether the sources were read, or are within a moment.
    private func isReady() async -> Bool {
        if await site.isRead { return true }
        let site = site
        return await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                await site.waitUntilRead()
                return true
            }
            group.addTask {
                try? await Task.sleep(for: Self.patience)
                return false
            }
            let first = await group.next() ?? false
            group.cancelAll()
            return first
        }
    }

    /// The folder of the site's own address, which the page for wrong addresses links from.
    private func sitePrefix() async -> String? {
        guard let url = await site.project?.configuration.site.url?.value, let path = URL(string: url)?.path else {
            return nil
        }
        let folder = path.drop { $0 == "/" }
        return folder.isEmpty ? nil : folder.hasSuffix("/") ? String(folder) : folder + "/"
    }

    /// A file with its validator, or the part of it that was asked for.
    static func serve(_ file: ServedFile, _ request: Request) -> Response {
        let keeping = file.isImmutable ? "private, max-age=31536000, immutable" : "no-cache"
        let headers = [("ETag", file.tag), ("Cache-Control", keeping)]
        if let tags = request.headers["if-none-match"], matches(tags, file.tag) {
            return Response(status: 304, headers: headers)
        }
        // A part is of use only beside other parts of the same content.
        let isSame = request.headers["if-range"].map { $0 == file.tag } ?? true
        let range = ByteRange(isSame ? request.headers["range"] : nil, of: file.bytes.count)
        let described = headers + [("Content-Type", file.type), ("Accept-Ranges", "bytes")]
        switch range {
        case .whole: return Response(status: 200, headers: described, body: .bytes(file.bytes))
        case .part(let part):
            let place = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.bytes.count)"
            return Response(
                status: 206, headers: described + [("Content-Range", place)], body: .bytes(Array(file.bytes[part])))
        case .unsatisfiable:
            return .plain(416, "The file has no such part.", [("Content-Range", "bytes */\(file.bytes.count)")])
        }
    }

    /// RFC 9110, section 13.1.2: compared weakly.
    private static func matches(_ tags: String, _ tag: String) -> Bool {
        tags.split(separator: ",").contains { entry in
            let entry = entry.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            let text = String(entry)
            return text == "*" || text == tag || text == "W/" + tag
        }
    }

    // MARK: - The preview's own

    private func endpoint(_ request: Request) async -> Response {
        guard callers.trusts(request) else { return .plain(403, "This is for pages of the preview only.") }
        switch (request.path, request.method) {
        case ("/-/preview.js", "GET"), ("/-/preview.js", "HEAD"):
            return Self.serve(Self.script, request)
        case ("/-/preview.css", "GET"), ("/-/preview.css", "HEAD"):
            return Self.serve(Self.style, request)
        case ("/-/events", "GET"): return await events(request)
        case ("/-/try", "POST"): return await trial(request)
        case ("/-/preview.js", _), ("/-/preview.css", _), ("/-/events", _):
            return .plain(405, "This can be read only.", [("Allow", "GET, HEAD")])
        case ("/-/try", _): return .plain(405, "Questions are posted.", [("Allow", "POST")])
        default: return .plain(404, "The preview has nothing here.")
        }
    }

    private func events(_ request: Request) async -> Response {
        guard let address = request.parameter("page"), let path = Self.sitePath(address) else {
            return .plain(400, "The parameter `page` names the page that shows.")
        }
        let page = SitePath(path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path)
        guard let stream = hub.subscribe(page, first: await greeting(page)) else {
            return .plain(
                503, "Too many pages of the preview are open.", [("Retry-After", "5"), ("Connection", "close")])
        }
        await opened(page)
        return Response(
            status: 200, headers: [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")],
            body: .stream(stream))
    }

    private func trial(_ request: Request) async -> Response {
        // A form of another site can send many types, but not this one.
        guard request.headers["content-type"]?.hasPrefix("application/json") ?? false else {
            return .plain(415, "Questions are JSON.")
        }
        guard request.body.count <= Self.largestBody else { return .plain(413, "The question is too long.") }
        guard let question = try? JSONDecoder().decode(TrialDesk.Question.self, from: Data(request.body)) else {
            return .plain(400, "A question is {\"query\": …, \"dataset\": …}.")
        }
        return .json(await trials.answer(question))
    }

    private static let script = ServedFile(PackageResources.preview_js, at: "preview.js")
    private static let style = ServedFile(PackageResources.preview_css, at: "preview.css")

    // MARK: - Pages without a site

    private static let patiencePage = own(
        503, "Reading the sources", "The page shows as soon as they are read.", [("Retry-After", "1")])
    private static let emptyPage = own(
        503, "There is no site yet", "The sources can't become one. What is wrong with them is told below.", [])

    private static func own(
        _ status: Int, _ title: String, _ text: String, _ headers: [(name: String, value: String)]
    ) -> Response {
        let html = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>\(title)</title></head>
            <body class="galley-empty"><main><h1>\(title)</h1><p>\(text)</p></main></body></html>
            """
        let file = ServedFile(Array(html.utf8), at: "index.html")
        return Response(
            status: status, headers: [("Content-Type", file.type), ("Cache-Control", "no-store")] + headers,
            body: .bytes(file.bytes))
    }
}
