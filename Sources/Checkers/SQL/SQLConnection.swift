import CPQ
import Diagnostics
import Glibc

/// A connection to a PostgreSQL server. The only file that touches libpq.
///
/// Calls wait for the server; how long is bounded by its `statement_timeout`. One thread may use it at a time.
final class SQLConnection {
    /// Why the server refused a statement.
    struct Failure: Error, Sendable, Equatable {
        /// Five letters and digits (PostgreSQL, appendix A).
        var state: String
        var message: String
        var detail: String?
        var hint: String?
        /// In characters of the statement, from 1.
        var position: Int?
    }

    struct Rows: Sendable, Equatable {
        var columns: [String]
        /// Whether a column holds numbers, which stand to the right.
        var areNumbers: [Bool]
        /// Nil for NULL.
        var values: [[String?]]
        /// As psql tells it where there are no rows: `UPDATE 3`.
        var tag: String
        /// All rows that the server gave, of which only the first are in `values`.
        var count: Int
    }

    /// What talks to servers, opened by whoever comes first.
    static let library = SharedLibrary(
        "libpq", installation: "apt-get install libpq5", purpose: "talks to PostgreSQL",
        opened: galley_pq_open("libpq.so.5")
    ) { written(PQlibVersion()) }

    private let connection: OpaquePointer

    /// - Parameters:
    ///   - host: a folder with the server's socket.
    init(host: String, database: String, user: String) throws(Failure) {
        if let absence = Self.library.absence { throw Failure(state: "08001", message: absence) }
        let keys = ["host", "port", "dbname", "user", "connect_timeout", "client_encoding"]
        let values = [host, "5432", database, user, "5", "UTF8"]
        let opened = Self.withStrings(keys) { keys in
            Self.withStrings(values) { values in PQconnectdbParams(keys, values, 0) }
        }
        guard let opened else { throw Failure(state: "08001", message: "no memory for a connection") }
        guard PQstatus(opened) == CONNECTION_OK else {
            let message = String(cString: PQerrorMessage(opened))
            PQfinish(opened)
            throw Failure(state: "08001", message: message.split(separator: "\n").first.map(String.init) ?? message)
        }
        // Notices go nowhere: they are no part of an answer.
        PQsetNoticeProcessor(opened, { _, _ in }, nil)
        connection = opened
    }

    deinit { PQfinish(connection) }

    /// `15.18`
    var version: String { Self.written(PQserverVersion(connection)) }

    private static func written(_ version: Int32) -> String { "\(version / 10000).\(version % 10000)" }

    /// Runs one statement.
    /// - Parameter limit: how many rows are kept.
    func run(_ statement: some Sequence<UInt8>, limit: Int = 1000) throws(Failure) -> Rows {
        let text = statement.map { CChar(bitPattern: $0) } + [0]
        let result = PQexec(connection, text)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_SINGLE_TUPLE: break
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            throw Failure(state: "0A000", message: "COPY with the client as its other end can't be run here")
        default: throw failure(of: result)
        }
        let columns = (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) }
        let numbers: Set<UInt32> = [20, 21, 23, 26, 700, 701, 790, 1700]
        let count = Int(PQntuples(result))
        let values = (0..<Int32(min(count, limit))).map { row in
            (0..<Int32(columns.count)).map { column -> String? in
                PQgetisnull(result, row, column) == 1 ? nil : String(cString: PQgetvalue(result, row, column))
            }
        }
        return Rows(
            columns: columns, areNumbers: (0..<Int32(columns.count)).map { numbers.contains(PQftype(result, $0)) },
            values: values, tag: String(cString: PQcmdStatus(result)), count: count)
    }

    private func failure(of result: OpaquePointer?) -> Failure {
        func field(_ code: Int) -> String? {
            PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
        }
        let message = field(GALLEY_PQ_MESSAGE) ?? String(cString: PQerrorMessage(connection))
        return Failure(
            state: field(GALLEY_PQ_SQLSTATE) ?? "08006",
            message: message.split(separator: "\n").first.map(String.init) ?? "the connection is lost",
            detail: field(GALLEY_PQ_DETAIL), hint: field(GALLEY_PQ_HINT),
            position: field(GALLEY_PQ_POSITION).flatMap { Int($0) })
    }

    private static func withStrings<Value>(
        _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value?
    ) -> Value? {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let pointers = copies.map { UnsafePointer($0) } + [nil]
        return pointers.withUnsafeBufferPointer { $0.baseAddress.flatMap(body) }
    }
}
