import Testing

@testable import Checkers

struct AlloyRuleTests {
    static let pipeline = """
        local.file_match "app" {
          path_targets = [{"__path__" = "/var/log/app/*.log", "app" = "shop"}]
        }

        loki.source.file "app" {
          targets    = local.file_match.app.targets
          forward_to = [loki.process.app.receiver]
        }

        loki.process "app" {
          stage.json {
            expressions = {level = "", request_id = "context.request_id"}
          }

          stage.labels {
            values = {level = ""}
          }

          stage.match {
            selector = "{app=\\"shop\\"} |= `debug`"
            action   = "drop"
          }

          stage.structured_metadata {
            values = {request_id = null}
          }

          forward_to = [loki.write.main.receiver]
        }

        loki.write "main" {
          endpoint {
            url = "https://" + sys.env("LOKI") + "/loki/api/v1/push"
          }
        }
        """

    @Test func goodConfiguration() {
        expectAlloy("none", Self.pipeline)
        let (_, _, claims) = findingsInAlloy(Self.pipeline)
        #expect(
            claims == [
                "4 components held against the inventory", "3 references lead to a component", "1 expression read",
            ])
    }

    @Test func whole() { expectAlloy("none", Self.pipeline, in: Self.pipeline) }

    @Test(arguments: [
        "loki.write ⟦\"a b\"⟧ { }",
        "loki.write \"a\" {\n  endpoint {\n    url⟦:⟧ \"x\"\n  }\n}",
        "loki.write \"a\" {\n  external_labels = {\n    a = \"x\"⟦⟧\n    b = \"y\",\n  }\n}",
        "loki.write \"a\" {\n  max_streams = ⟦'1'⟧\n  wal { enabled = ⟦\"⟧x\n  }\n}",
        "logging {\n  level = \"⟦\\q⟧\"\n}",
        "logging {\n  ⟦#⟧ no\n  level = \"info\"\n}",
        "logging {\n⟦⟧",
        "logging { }\n⟦}⟧\ntracing { }",
        "logging {\n  level = ⟦<⟧LEVEL>\n}",
        "logging {\n  level = \"info\"⟦,⟧\n  format = ⟦“⟧json”\n}",
        "/* open".replacing("/*", with: "⟦/*⟧"),
        "loki.write ⟦{⟧ }".replacing("⟦{⟧ }", with: "= ⟦⟧").replacing("loki.write", with: "level"),
    ]) func syntax(_ marked: String) {
        expectAlloy("alloy/syntax", marked)
    }

    /// Behind an error, the next statement is read; in one line, one error is enough.
    @Test func severalSyntaxErrors() {
        expectAlloy(
            "alloy/syntax",
            "logging {\n  level = ⟦<⟧LEVEL>\n  ⟦1⟧ = 2\n}\n\nloki.write \"main\" {\n  max_streams = [1 ⟦2⟧] + 3\n}\n⟦}⟧\n"
        )
    }

    @Test func unknownComponent() {
        expectAlloy("alloy/unknown-component", "⟦loki.proces⟧ \"app\" { }")
        expectAlloy("alloy/unknown-component", "⟦loki.source.carrier_pigeon⟧ \"app\" { }")
        expectAlloy("none", "math.add \"sum\" {\n  a = 1\n}")
        expectAlloy("alloy/unknown-component", "⟦math.add⟧ \"sum\" {\n  a = 1\n}", in: "logging { }")
        expectAlloy(
            "none", "import.file \"math\" {\n  filename = \"m.alloy\"\n}\n\nmath.add \"sum\" {\n  a = 1\n}", in: "")
        expectAlloy("none", "otelcol.receiver.opencensus \"a\" {\n  anything = 1\n}")
    }

    @Test func stability() {
        let (found, _, claims) = findingsInAlloy("loki.secretfilter \"a\" {\n  forward_to = []\n}")
        #expect(found.isEmpty && claims.contains("preview, behind a flag of Alloy: `loki.secretfilter`"))
    }

    @Test func missingArgument() {
        expectAlloy("alloy/missing-argument", "⟦loki.source.file \"app\"⟧ {\n  targets = []\n}")
        expectAlloy("alloy/missing-argument", "⟦otelcol.receiver.otlp \"app\"⟧ {\n  grpc { }\n}")
        expectAlloy("alloy/missing-argument", "loki.process \"a\" {\n  forward_to = []\n  ⟦stage.match⟧ { }\n}")
        expectAlloy("alloy/missing-argument", "loki.process \"a\" {\n  forward_to = []\n  ⟦stage.tenant⟧ { }\n}")
        expectAlloy("none", "loki.process \"a\" {\n  // ...\n  stage.docker { }\n}")
        expectAlloy("none", "stage.docker { }\nstage.json {\n  expressions = {a = \"\"}\n}")
    }

    @Test func unknownArgument() {
        expectAlloy("alloy/unknown-argument", "loki.write \"a\" {\n  ⟦url⟧ = \"https://loki\"\n}")
        expectAlloy("alloy/unknown-argument", "loki.write \"a\" {\n  ⟦endpoint⟧ = {}\n}")
        expectAlloy("alloy/unknown-argument", "loki.write \"a\" {\n  ⟦max_streams⟧ { }\n}")
        expectAlloy("alloy/unknown-argument", "loki.process \"a\" {\n  forward_to = []\n  ⟦stage.jsn⟧ { }\n}")
        expectAlloy(
            "alloy/unknown-argument",
            "endpoint {\n  url = \"https://l\"\n  bearer_token_file = \"f\"\n  ⟦basic_auth⟧ {\n    username = \"u\"\n  }\n}"
        )
        let (found, _, _) = findingsInAlloy("loki.write \"a\" {\n  url = \"https://loki\"\n}")
        #expect(found.first?.description.contains("it belongs into the block `endpoint`") == true)
    }

    @Test(arguments: [
        "loki.source.file \"a\" {\n  targets = []\n  forward_to = [⟦\"loki.write.main.receiver\"⟧]\n  tail_from_end = ⟦\"yes\"⟧\n}",
        "local.file_match \"a\" {\n  path_targets = ⟦{}⟧\n  sync_period = ⟦10⟧\n}",
        "stage.drop {\n  older_than = ⟦\"7d\"⟧\n}", "loki.write \"a\" {\n  max_streams = ⟦\"many\"⟧\n}",
        "logging {\n  level = \"⟦verbose⟧\"\n}",
        "loki.relabel \"a\" {\n  forward_to = []\n  rule {\n    action = \"⟦remove⟧\"\n  }\n}",
    ]) func wrongType(_ marked: String) {
        expectAlloy("alloy/wrong-type", marked)
    }

    @Test func rightTypes() {
        expectAlloy("none", "loki.write \"a\" {\n  max_streams = \"10\"\n  external_labels = {a = 1}\n}")
        expectAlloy("none", "stage.drop {\n  older_than = \"1h30m\"\n  longer_than = \"8KB\"\n}")
    }

    @Test func duplicates() {
        expectAlloy("alloy/duplicate", "loki.write \"a\" { }\n⟦loki.write \"a\"⟧ { }\nloki.write \"b\" { }")
        expectAlloy("alloy/duplicate", "logging { }\n⟦logging⟧ { }")
        expectAlloy("alloy/duplicate", "logging {\n  level = \"info\"\n  ⟦level⟧ = \"warn\"\n}")
        expectAlloy("alloy/duplicate", "loki.write \"a\" {\n  wal { }\n  ⟦wal⟧ { }\n}")
    }

    @Test func labels() {
        expectAlloy("alloy/label", "⟦loki.write⟧ { }\n\nlogging ⟦\"a\"⟧ { }")
        expectAlloy("alloy/label", "loki.write \"a\" {\n  endpoint ⟦\"a\"⟧ {\n    url = \"https://l\"\n  }\n}")
    }

    @Test func references() {
        let process = "loki.process \"fraiseql\" {\n  forward_to = [REF]\n}\n\nloki.write \"main\" { }\n"
        func check(_ reference: String, in container: String? = nil, _ rule: String = "alloy/unresolved-reference") {
            expectAlloy(rule, process.replacing("REF", with: reference), in: container)
        }
        check("loki.write.main.receiver", "none")
        check("loki.write.main.⟦receivers⟧")
        check("⟦loki.write.mian⟧.receiver")
        check("loki.write.elsewhere.receiver", "none")
        check("⟦loki.write.elsewhere⟧.receiver", in: "")
        check("loki.write.elsewhere.receiver", in: "loki.write \"elsewhere\" { }", "none")
        check("⟦loki.wrote⟧.main.receiver", "alloy/unknown-component")
        check("sys.⟦environment⟧(\"A\")")
        check("local.file.secret.content", "none")
        let (_, _, claims) = findingsInAlloy(process.replacing("REF", with: "loki.write.elsewhere.receiver"))
        #expect(claims.contains("not resolved in this part: `loki.write.elsewhere`"))
    }

    @Test func ownComponents() {
        let text = """
            declare "scrub" {
              argument "write_to" { }

              export "receiver" {
                value = loki.process.inner.receiver
              }

              loki.process "inner" {
                forward_to = ⟦argument.writ_to⟧.value
              }
            }

            scrub "a" {
              write_to = [loki.write.main.receiver]
            }

            foreach "hosts" {
              collection = ["a", "b"]
              var        = "host"

              template {
                loki.source.api "in" {
                  forward_to = [scrub.a.⟦receive⟧]
                  labels     = {host = host}
                }
              }
            }

            loki.write "main" { }
            """
        expectAlloy("alloy/unresolved-reference", text)
        expectAlloy(
            "none",
            text.replacing("⟦argument.writ_to⟧", with: "argument.write_to").replacing("⟦receive⟧", with: "receiver"))
    }

    @Test func expressions() {
        expectAlloy("collector/regexp", "stage.regex {\n  expression = \"⟦(?<=a)(?P<b>\\\\w+)⟧\"\n}")
        expectAlloy(
            "collector/regexp",
            "loki.relabel \"a\" {\n  forward_to = []\n  rule {\n    regex = `⟦(a⟧`\n    target_label = \"b\"\n  }\n}")
        expectAlloy(
            "collector/replace-without-group",
            "stage.replace {\n  expression = `⟦password=\\S+⟧`\n  replace = \"***\"\n}")
        expectAlloy("none", "stage.replace {\n  expression = \"password=(\\\\S+)\"\n  replace = \"***\"\n}")
    }

    /// A selector is read at its own bytes, behind escapes too.
    @Test func selectors() {
        expectAlloy(
            "logql/syntax", "stage.match {\n  selector = \"{app=\\\"a\\\"} |= ⟦level⟧\"\n  action = \"drop\"\n}")
        expectAlloy("none", "stage.match {\n  selector = `{app=~\"a|b\"} |~ \"x.+\"`\n  action = \"drop\"\n}")
    }
}
