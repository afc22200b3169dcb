// Made by `make generate` from the doc comments of the rules. Edit those.
// swift-format-ignore-file

import Diagnostics

/// The help pages of all rules, sorted by their ids.
let rulePages: [RulePage] = [
]
