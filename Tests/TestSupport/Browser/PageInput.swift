import Foundation

extension BrowserPage {
    /// Keys that are no characters, with the numbers that Windows gave them.
    private static let keyCodes: [String: Int] = [
        "Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "PageUp": 33, "PageDown": 34, "End": 35, "Home": 36,
        "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Backspace": 8, "Delete": 46,
    ]

    public enum Modifier: Int, Sendable {
        case alt = 1
        case control = 2
        case meta = 4
        case shift = 8
    }

    /// Presses and releases a key, named as in `KeyboardEvent.key`.
    public func press(_ key: String, with modifiers: [Modifier] = []) async throws {
        var event: [String: any Sendable] = [
            "key": key, "modifiers": modifiers.reduce(0) { $0 | $1.rawValue },
            "windowsVirtualKeyCode": Self.keyCodes[key] ?? Int(key.uppercased().utf8.first ?? 0),
            "code": Self.keyCodes[key] == nil ? "Key\(key.uppercased())" : key == " " ? "Space" : key,
        ]
        let isTyped = key.count == 1 && !modifiers.contains { $0 == .control || $0 == .meta || $0 == .alt }
        if isTyped || key == "Enter" { event["text"] = key == "Enter" ? "\r" : key }
        try await call("Input.dispatchKeyEvent", event.merging(["type": "keyDown"]) { $1 })
        event["text"] = nil
        try await call("Input.dispatchKeyEvent", event.merging(["type": "keyUp"]) { $1 })
    }

    /// Types a text, key by key.
    public func type(_ text: String) async throws {
        for character in text { try await press(String(character)) }
    }

    /// Where the middle of an element is, once it has been scrolled to; fails where something else covers it.
    private func place(of selector: String) async throws -> (x: Double, y: Double) {
        let place = try await evaluate(
            """
            (() => {
              const element = document.querySelector(\(Self.literal(selector)));
              if (!element) throw new Error("no such element");
              element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
              const box = [...element.getClientRects()].find((box) => box.width > 0 && box.height > 0);
              if (!box) throw new Error("the element has no box");
              const x = box.left + box.width / 2, y = box.top + box.height / 2;
              const top = document.elementFromPoint(x, y);
              if (!top || !(element.contains(top) || top.contains(element))) {
                throw new Error(`the element is covered by ${top?.outerHTML.slice(0, 120)}`);
              }
              return [x, y];
            })()
            """, as: [Double].self)
        return (place[0], place[1])
    }

    private func mouse(_ type: String, _ place: (x: Double, y: Double)) async throws {
        try await call(
            "Input.dispatchMouseEvent",
            [
                "type": type, "x": place.x, "y": place.y, "button": type == "mouseMoved" ? "none" : "left",
                "clickCount": 1,
            ])
    }

    /// Clicks the middle of the first element that a selector finds.
    public func click(_ selector: String) async throws {
        let place = try await place(of: selector)
        for type in ["mouseMoved", "mousePressed", "mouseReleased"] { try await mouse(type, place) }
    }

    /// Moves the mouse over the first element that a selector finds.
    public func hover(_ selector: String) async throws { try await mouse("mouseMoved", try await place(of: selector)) }

    /// Moves the mouse to a place of the window.
    public func moveMouse(x: Double, y: Double) async throws { try await mouse("mouseMoved", (x, y)) }
}
