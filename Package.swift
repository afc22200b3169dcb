// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "GalleyTool",
    products: [
        .executable(name: "galley", targets: ["galley"]),
        .library(name: "LogQL", targets: ["LogQL"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // C libraries: a module map and a thin shim each, no logic.
        .systemLibrary(
            name: "CMark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CPgQuery", providers: [.apt(["libpg-query-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMalloc"),

        // Those that are opened when they are first needed: a list of functions each, which hand on to the library.
        .target(name: "COpening"),
        .target(name: "CCurl", dependencies: ["COpening"]),
        .target(name: "CPQ", dependencies: ["COpening"]),

        // The house. Each module imports only those above it.
        .target(name: "Diagnostics", dependencies: ["COpening"]),
        .target(name: "YAML", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
        .target(name: "Markup", dependencies: ["Diagnostics", "YAML", "CMark"]),
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        .target(name: "LogQL", dependencies: ["Diagnostics", "CRE2"]),
        .target(name: "Configuration", dependencies: ["Diagnostics", "YAML"]),
        .target(name: "BuiltIn", plugins: ["EmbedFiles"]),
        .target(
            name: "Site",
            dependencies: [
                "Diagnostics", "YAML", "Markup", "Configuration", "BuiltIn", "CXXHash",
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .target(
            name: "Proofs",
            dependencies: [
                "Diagnostics", "YAML", "Markup", "LogQL", "Configuration", "Site",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .target(
            name: "Checkers",
            dependencies: [
                "Diagnostics", "YAML", "Markup", "LogQL", "Configuration", "Proofs", "CPgQuery", "CPQ",
            ]),
        .target(name: "Links", dependencies: ["Diagnostics", "YAML", "Configuration", "Site", "CCurl", "CZlib"]),
        .target(
            name: "Preview",
            dependencies: [
                "Diagnostics", "Markup", "LogQL", "Configuration", "Site", "Proofs",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            resources: [.embedInCode("Assets/preview.js"), .embedInCode("Assets/preview.css")]),
        .executableTarget(
            name: "galley",
            dependencies: [
                "Diagnostics", "YAML", "Markup", "LogQL", "Configuration", "BuiltIn", "Site", "Proofs",
                "Checkers", "Links", "Preview", "CMalloc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        // Makes the help pages of rules from their doc comments (`make generate`).
        .executableTarget(name: "generate-rule-pages"),

        // Makes Swift of the files that the program brings along, while it is built.
        .executableTarget(name: "embed-files"),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),

        // Times one stage apart from the rest of a build.
        .executableTarget(
            name: "benchmark-markup", dependencies: ["Diagnostics", "Markup"], path: "Benchmarks/Markup"),

        // Times the reading of queries, and queries on a million lines.
        .executableTarget(name: "benchmark-logql", dependencies: ["LogQL"], path: "Benchmarks/LogQL"),

        // Measures the good and bad forms of queries that the guide shows.
        .executableTarget(name: "benchmark-query-forms", dependencies: ["LogQL"], path: "Benchmarks/QueryForms"),

        // The web that link checkers are measured on.
        .executableTarget(name: "benchmark-link-server", path: "Benchmarks/LinkServer"),

        // What tests share: marked text, snapshots, temporary projects.
        .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport"),
        .testTarget(
            name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], exclude: ["Snapshots"]),
        .testTarget(name: "YAMLTests", dependencies: ["YAML", "TestSupport"]),
        .testTarget(
            name: "MarkupTests", dependencies: ["Markup", "TestSupport"],
            exclude: ["Highlighting/Samples", "Highlighting/Snapshots", "Snapshots"]),
        .testTarget(name: "LogQLTests", dependencies: ["LogQL", "TestSupport"]),
        .testTarget(name: "ConfigurationTests", dependencies: ["Configuration", "TestSupport"]),
        .testTarget(name: "BuiltInTests", dependencies: ["BuiltIn", "embed-files"]),
        .testTarget(
            name: "SiteTests",
            dependencies: ["Site", "TestSupport", .product(name: "Mustache", package: "swift-mustache")]),
        .executableTarget(name: "sandbox-holder", dependencies: ["Proofs"], path: "Tests/SandboxHolder"),
        .testTarget(
            name: "ProofsTests", dependencies: ["Proofs", "Configuration", "galley", "TestSupport", "sandbox-holder"]),
        .testTarget(
            name: "CheckersTests", dependencies: ["Checkers", "Configuration", "Proofs", "TestSupport", "galley"]),
        .testTarget(name: "LinksTests", dependencies: ["Links", "Configuration", "Site", "TestSupport"]),
        .testTarget(
            name: "PreviewTests",
            dependencies: ["Preview", "BuiltIn", "Site", "Diagnostics", "TestSupport", "galley"]),
        .testTarget(name: "RulePageTests", dependencies: ["generate-rule-pages"]),
        .testTarget(name: "BrowserTests", dependencies: ["Site", "Diagnostics", "TestSupport", "galley"]),
        .testTarget(name: "ScriptTests", dependencies: ["galley", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
