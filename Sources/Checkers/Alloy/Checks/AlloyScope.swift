/// The names that a reference can lead to: those of a body, and of the bodies around it.
struct AlloyScope {
    /// A component by `name.label`: what it exports; nil where that is not known.
    private(set) var components: [String: [String]?] = [:]
    /// What components of one's own export, by the name of the `declare` block; nil where that is not known.
    private(set) var declared: [String: [String]?] = [:]
    /// Names of imported modules.
    private(set) var modules: Set<String> = []
    private(set) var arguments: Set<String> = []
    /// Names that stand for items of a `foreach`.
    private(set) var variables: Set<String> = []

    /// Adds what the statements of a body define.
    mutating func add(_ statements: [AlloyStatement], _ inventory: AlloyInventory) {
        for block in statements.blocks {
            guard let label = block.label?.text else { continue }
            switch block.name.text {
            case "declare":
                declared.updateValue(
                    block.blocks.filter { $0.name.text == "export" }.compactMap { $0.label?.text }, forKey: label)
            case let name where name.hasPrefix("import."): modules.insert(label)
            case "argument": arguments.insert(label)
            default: break
            }
        }
        for block in statements.blocks {
            guard let label = block.label?.text else { continue }
            let name = block.name.text
            if let component = inventory.components[name] {
                components.updateValue(component.body == nil ? nil : component.exports, forKey: "\(name).\(label)")
            } else if let exports = declared[name] {
                components.updateValue(exports, forKey: "\(name).\(label)")
            } else if isCustom(name) {
                components.updateValue(nil, forKey: "\(name).\(label)")
            }
        }
    }

    /// The scope inside of a `declare` block: only components of one's own are seen from there.
    var inDeclare: AlloyScope {
        var inner = AlloyScope()
        inner.declared = declared
        inner.modules = modules
        return inner
    }

    func with(variable: String?) -> AlloyScope {
        var inner = self
        if let variable { inner.variables.insert(variable) }
        return inner
    }

    /// Whether a block of this name is a component that the text declares or imports.
    func isCustom(_ name: String) -> Bool {
        if declared[name] != nil { return true }
        guard let point = name.firstIndex(of: ".") else { return false }
        return modules.contains(String(name[..<point]))
    }
}
