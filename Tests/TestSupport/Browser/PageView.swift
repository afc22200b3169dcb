import Foundation

extension BrowserPage {
    public enum Scheme: String, Sendable, CaseIterable { case light, dark }

    /// - Parameter scale: device pixels to a pixel of CSS.
    public func setViewport(width: Int, height: Int, scale: Double = 1, isMobile: Bool = false) async throws {
        try await call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": scale, "mobile": isMobile])
    }

    /// What the system asks for: a color scheme, less motion; and the medium that styles are for.
    public func setMedia(scheme: Scheme = .light, reducesMotion: Bool = false, isPrint: Bool = false) async throws {
        let features: [[String: String]] = [
            ["name": "prefers-color-scheme", "value": scheme.rawValue],
            ["name": "prefers-reduced-motion", "value": reducesMotion ? "reduce" : "no-preference"],
        ]
        try await call("Emulation.setEmulatedMedia", ["media": isPrint ? "print" : "", "features": features])
    }

    /// Whether the page's own scripts run; `evaluate` works either way. Holds from the next page on.
    public func setScripts(_ areOn: Bool) async throws {
        try await call("Emulation.setScriptExecutionDisabled", ["value": !areOn])
    }

    private struct Encoded: Decodable { let data: String }

    /// What the window shows, as a PNG; all of the page with `wholePage`.
    public func screenshot(wholePage: Bool = false) async throws -> [UInt8] {
        let answer = try await call(
            "Page.captureScreenshot", ["format": "png", "captureBeyondViewport": wholePage], as: Encoded.self)
        return Array(Data(base64Encoded: answer.data) ?? Data())
    }

    /// The page on paper: A4, with the background that its styles ask for.
    public func pdf() async throws -> [UInt8] {
        let answer = try await call(
            "Page.printToPDF",
            [
                "preferCSSPageSize": true, "printBackground": true, "paperWidth": 8.27, "paperHeight": 11.69,
                "generateDocumentOutline": true,
            ],
            as: Encoded.self)
        return Array(Data(base64Encoded: answer.data) ?? Data())
    }
}
