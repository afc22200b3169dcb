import Foundation

extension BrowserPage.State {
    private struct Lifecycle: Decodable {
        let loaderId: String
        let name: String
    }

    private struct Request: Decodable {
        struct Request: Decodable { let url: String }
        let request: Request
    }

    private struct ConsoleCall: Decodable {
        struct Argument: Decodable {
            let value: JSONText?
            let description: String?
        }
        let type: String
        let args: [Argument]
    }

    private struct Exception: Decodable {
        struct Details: Decodable {
            struct Object: Decodable { let description: String? }
            let text: String
            let exception: Object?
        }
        let exceptionDetails: Details
    }

    private struct LogEntry: Decodable {
        struct Entry: Decodable {
            let level: String
            let text: String
            let url: String?
        }
        let entry: Entry
    }

    /// What an event tells of the page.
    mutating func take(_ event: BrowserConnection.Event) {
        switch event.method {
        case "Page.lifecycleEvent":
            if let found = try? event.parameters(Lifecycle.self), found.name == "load" { loaded.insert(found.loaderId) }
        case "Network.requestWillBeSent":
            guard let found = try? event.parameters(Request.self), !found.request.url.hasPrefix("data:") else { return }
            requests.append(found.request.url)
        case "Runtime.consoleAPICalled":
            guard let found = try? event.parameters(ConsoleCall.self),
                ["error", "warning", "assert"].contains(found.type)
            else { return }
            let words = found.args.map { $0.value?.text ?? $0.description ?? "" }
            problems.append("\(found.type): \(words.joined(separator: " "))")
        case "Runtime.exceptionThrown":
            guard let details = try? event.parameters(Exception.self).exceptionDetails else { return }
            problems.append("exception: \(details.exception?.description ?? details.text)")
        case "Log.entryAdded":
            guard let entry = try? event.parameters(LogEntry.self).entry, ["error", "warning"].contains(entry.level)
            else { return }
            problems.append("\(entry.level): \(entry.text)" + (entry.url.map { " (\($0))" } ?? ""))
        default: break
        }
    }
}

/// A value of JSON as the console would print it.
private struct JSONText: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let string = try? container.decode(String.self) {
            text = string
        } else if let number = try? container.decode(Double.self) {
            text = "\(number)"
        } else if let truth = try? container.decode(Bool.self) {
            text = "\(truth)"
        } else {
            text = "…"
        }
    }
}
