import Foundation
import TestSupport

/// What the gates measure of a page.
extension BrowserPage {
    /// How far contents moved while the page loaded (Cumulative Layout Shift).
    func layoutShift() async throws -> Double {
        try await evaluate(
            """
            new Promise((resolve) => {
              let sum = 0;
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) sum += entry.value;
              }).observe({ type: "layout-shift", buffered: true });
              requestAnimationFrame(() => setTimeout(() => resolve(sum), 50));
            })
            """, as: Double.self)
    }

    /// What sticks out of the window, so that the page could be scrolled sideways; empty if nothing does.
    func overflow() async throws -> [String] {
        try await evaluate(
            """
            (() => {
              const room = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= room) return [];
              const isClipped = (element) => {
                for (let at = element.parentElement; at; at = at.parentElement) {
                  if (getComputedStyle(at).overflowX !== "visible") return true;
                }
                return false;
              };
              return [...document.body.querySelectorAll("*")]
                .filter((element) => element.getBoundingClientRect().right > room + 1 && !isClipped(element))
                .slice(0, 3).map((element) => element.outerHTML.slice(0, 120)).concat(["the page"]);
            })()
            """, as: [String].self)
    }
}
