import Diagnostics

/// Places for attributes that a test makes up.
enum Origins {
    static let nowhere = PositionMap(identity: SourceFile(path: "pages/test.md", text: "")).origin(at: 0)
}
