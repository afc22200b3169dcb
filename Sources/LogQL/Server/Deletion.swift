/// A request for deletion that was taken, as the list of them tells it.
struct Deletion {
    let number: Int
    let query: String
    /// Nanoseconds since 1970, as are the other times.
    let start: Int64
    let end: Int64
    let created: Int64

    /// As many are listed, the newest.
    static let limit = 1_000

    /// The oldest first, times in seconds. All are processed: the stand-in deletes at once.
    static func json(_ deletions: [Deletion], of tenant: String) -> String {
        var json = JSONOutput()
        json.list(deletions) { json, deletion in
            let digits = String(deletion.number, radix: 16)
            let id = String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
            json.write("{\"request_id\":\"\(id)\",\"start_time\":\(seconds(deletion.start))")
            json.write(",\"end_time\":\(seconds(deletion.end)),\"query\":")
            json.write(quoted: deletion.query)
            json.write(",\"status\":\"processed\",\"created_at\":\(seconds(deletion.created)),\"user_id\":")
            json.write(quoted: tenant)
            json.write("}")
        }
        return json.text
    }

    /// Loki keeps milliseconds, and writes none that are zero.
    private static func seconds(_ nanoseconds: Int64) -> String {
        let milliseconds = nanoseconds / 1_000_000
        return milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000)" : "\(Double(milliseconds) / 1_000)"
    }
}
