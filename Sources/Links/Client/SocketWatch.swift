import CCurl
import Glibc

/// Tells which sockets are ready, by epoll: sockets that wait cost nothing, however many they are.
final class SocketWatch {
    private let descriptor: Int32
    private var events = [epoll_event](repeating: epoll_event(), count: 256)

    init?() {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// - Parameter interest: what libcurl waits for, as its socket function is told (`CURL_POLL_…`).
    func watch(_ socket: Int32, for interest: Int32) {
        var event = epoll_event()
        event.data.fd = socket
        if interest & CURL_POLL_IN != 0 { event.events |= EPOLLIN.rawValue }
        if interest & CURL_POLL_OUT != 0 { event.events |= EPOLLOUT.rawValue }
        switch interest {
        case CURL_POLL_REMOVE: _ = epoll_ctl(descriptor, EPOLL_CTL_DEL, socket, nil)
        // A number that was another socket's may come again, so what is known of it is the system's to say.
        case _ where epoll_ctl(descriptor, EPOLL_CTL_MOD, socket, &event) != 0:
            _ = epoll_ctl(descriptor, EPOLL_CTL_ADD, socket, &event)
        default: break
        }
    }

    /// The sockets that are ready, and what for (`CURL_CSELECT_…`): none where time is up.
    func wait(milliseconds: Int) -> [(socket: Int32, readiness: Int32)] {
        let count = epoll_wait(descriptor, &events, Int32(events.count), Int32(clamping: max(0, milliseconds)))
        return events.prefix(max(0, Int(count))).map { event in
            var readiness: Int32 = 0
            if event.events & EPOLLIN.rawValue != 0 { readiness |= CURL_CSELECT_IN }
            if event.events & EPOLLOUT.rawValue != 0 { readiness |= CURL_CSELECT_OUT }
            // What failed or was closed libcurl finds out when it looks.
            return (event.data.fd, readiness)
        }
    }
}
