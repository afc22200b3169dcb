import TestSupport
import Testing

/// The built pages, driven in a browser.
@Suite(.serialized, .enabled(if: Browser.isInstalled, "chromium is not installed: apt-get install chromium"))
struct BrowserTests {}
