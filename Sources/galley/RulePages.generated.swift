// Made by `make generate` from the doc comments of the rules. Edit those.
// swift-format-ignore-file

import Diagnostics

/// The help pages of all rules, sorted by their ids.
let rulePages: [RulePage] = [
    RulePage(
        id: "alloy/duplicate", severity: .error,
        summary: ##"""
            Something that may be there once is there twice: a component with its label, an argument, a block.
            """##,
        body: ##"""
            ## Why

            Alloy refuses the whole file.

            ## Example

            ```alloy
            loki.write "main" { }

            loki.write "main" { }
            ```

            ## Instead

            ```alloy
            loki.write "main" { }

            loki.write "backup" { }
            ```
            """##),
    RulePage(
        id: "alloy/label", severity: .error,
        summary: ##"""
            A component without a label, or a block with a label that takes none.
            """##,
        body: ##"""
            ## Why

            Alloy refuses the whole file.

            ## Example

            ```alloy
            loki.write {
              endpoint "main" {
                url = "https://loki.example.com/loki/api/v1/push"
              }
            }
            ```

            ## Instead

            ```alloy
            loki.write "main" {
              endpoint {
                url = "https://loki.example.com/loki/api/v1/push"
              }
            }
            ```
            """##),
    RulePage(
        id: "alloy/lines-without-process", severity: .error,
        summary: ##"""
            Lines that are to go through a pipeline where no page above them shows one.
            """##,
        body: ##"""
            ## Why

            The block says what a `loki.process` makes of lines. Without one above it in the same fragment there is nothing to run.

            ## Example

            ````markdown
            ```text {as=alloy-lines}
            password=hunter2
            ```
            ````

            ## Instead

            Show the pipeline above the lines:

            ````markdown
            ```alloy
            loki.process "scrub" {
              stage.replace {
                expression = `password=(\S+)`
                replace    = "***"
              }
              forward_to = []
            }
            ```

            ```text {as=alloy-lines}
            password=hunter2
            ```

            ```output
            password=***
            ```
            ````
            """##),
    RulePage(
        id: "alloy/missing-argument", severity: .error,
        summary: ##"""
            A component or block without an argument or block that it needs.
            """##,
        body: ##"""
            ## Why

            Alloy refuses the whole file.

            ## Example

            ```alloy
            loki.source.file "app" {
              targets = local.file_match.app.targets
            }
            ```

            ## Instead

            ```alloy
            loki.source.file "app" {
              targets    = local.file_match.app.targets
              forward_to = [loki.process.app.receiver]
            }
            ```
            """##),
    RulePage(
        id: "alloy/refused", severity: .error,
        summary: ##"""
            A text that the program `alloy` itself refuses.
            """##,
        body: ##"""
            ## Why

            What Alloy refuses can't be run, whatever other checks say.

            ## Example

            ```alloy
            stage.match {
              selector = "{app=\"shop\"}"
            }
            ```

            ## Instead

            Do what the message says; `alloy validate FILE` shows it for a file of your own.
            """##),
    RulePage(
        id: "alloy/syntax", severity: .error,
        summary: ##"""
            A text that Alloy can't read.
            """##,
        body: ##"""
            ## Why

            Alloy refuses the whole file, and keeps its last configuration or does not start.

            ## Example

            ```alloy
            loki.write "main" {
              endpoint {
                url: "https://loki.example.com/loki/api/v1/push"
              }
            }
            ```

            ## Instead

            ```alloy
            loki.write "main" {
              endpoint {
                url = "https://loki.example.com/loki/api/v1/push"
              }
            }
            ```
            """##),
    RulePage(
        id: "alloy/unknown-argument", severity: .error,
        summary: ##"""
            An argument or block that the component does not take, or not at this place.
            """##,
        body: ##"""
            ## Why

            Alloy refuses the whole file.

            ## Example

            ```alloy
            loki.write "main" {
              url = "https://loki.example.com/loki/api/v1/push"
            }
            ```

            ## Instead

            ```alloy
            loki.write "main" {
              endpoint {
                url = "https://loki.example.com/loki/api/v1/push"
              }
            }
            ```
            """##),
    RulePage(
        id: "alloy/unknown-component", severity: .error,
        summary: ##"""
            A block that is neither a component of Alloy nor one that the text declares or imports.
            """##,
        body: ##"""
            ## Why

            Alloy refuses the whole file.

            ## Example

            ```alloy
            loki.proces "app" {
              forward_to = [loki.write.main.receiver]
            }
            ```

            ## Instead

            ```alloy
            loki.process "app" {
              forward_to = [loki.write.main.receiver]
            }
            ```

            Components of your own come from a `declare` block, or from a module by `import.file`, `import.git`, `import.http` or
            `import.string`.
            """##),
    RulePage(
        id: "alloy/unresolved-reference", severity: .error,
        summary: ##"""
            A reference to a component, or to something it exports, that does not exist.
            """##,
        body: ##"""
            ## Why

            Alloy refuses the whole file.

            In a text that shows a part of a configuration, references lead to parts that are shown elsewhere. There, only a reference
            that is a misspelling of something in the text is found. With `in=FILE` the text is read as a part of that file, and all
            references must lead somewhere.

            ## Example

            ```alloy
            loki.source.file "app" {
              targets    = local.file_match.app.target
              forward_to = [loki.write.mian.receiver]
            }
            ```

            ## Instead

            ```alloy
            loki.source.file "app" {
              targets    = local.file_match.app.targets
              forward_to = [loki.write.main.receiver]
            }
            ```
            """##),
    RulePage(
        id: "alloy/wrong-type", severity: .error,
        summary: ##"""
            A literal of a type or form that the argument does not take.
            """##,
        body: ##"""
            ## Why

            Alloy refuses the whole file.

            ## Example

            ```alloy
            loki.source.file "app" {
              targets       = local.file_match.app.targets
              forward_to    = ["loki.process.app.receiver"]
              tail_from_end = "yes"
            }
            ```

            ## Instead

            ```alloy
            loki.source.file "app" {
              targets       = local.file_match.app.targets
              forward_to    = [loki.process.app.receiver]
              tail_from_end = true
            }
            ```
            """##),
    RulePage(
        id: "chart/cell", severity: .error,
        summary: ##"""
            A cell of a chart's table that can't be drawn: no number from 0 up, or one of another unit than the others.
            """##,
        body: ##"""
            ## Why

            The bars of a column share a scale that begins at 0. A bar of 850 ms would be longer than one of 1.2 s, a range has two
            lengths, and a gap would look like 0.

            ## Example

            ```markdown
            ::: chart Time of a build
            | Program | Time      |
            | ------- | --------: |
            | Galley  | 850 ms    |
            | Hugo    | 1.2–1.4 s |
            :::
            ```

            ## Instead

            Write numbers as `850`, `1,234` or `0.5`, with one unit behind them or none.

            ```markdown
            ::: chart Time of a build
            | Program | Time   |
            | ------- | -----: |
            | Galley  | 0.85 s |
            | Hugo    | 1.3 s  |
            :::
            ```
            """##),
    RulePage(
        id: "chart/column", severity: .error,
        summary: ##"""
            A column of a chart's table that has no numbers, or no name.
            """##,
        body: ##"""
            ## Why

            Each column behind the first is drawn as bars. Of words there are none, and bars that nobody can name say nothing.

            ## Example

            ```markdown
            ::: chart Time of a build
            | Program | Language | Time  |
            | ------- | -------- | ----: |
            | Galley  | Swift    | 0.9 s |
            | Hugo    | Go       | 1.4 s |
            :::
            ```

            ## Instead

            ```markdown
            ::: chart Time of a build
            | Program        | Time  |
            | -------------- | ----: |
            | Galley (Swift) | 0.9 s |
            | Hugo (Go)      | 1.4 s |
            :::
            ```
            """##),
    RulePage(
        id: "chart/output", severity: .error,
        summary: ##"""
            An `output {chart}` that can't be drawn.
            """##,
        body: ##"""
            ## Why

            The lines of a chart are drawn from the text of the output, which is held against what the snippet prints. Drawn is a table
            whose first column is `time` and whose other columns are numbers: what a metric query over a range prints.

            ## Example

            ````markdown
            ```logql {data=shop}
            sum by (level) (count_over_time({app="shop"}[5m]))
            ```

            ```output {chart}
            level  value
            error  12
            ```
            ````

            ## Instead

            Ask over a range, and let `galley snippets update` write what is printed. `-` stands where a series has no value.

            ````markdown
            ```logql {data=shop range=10m step=5m}
            sum by (level) (count_over_time({app="shop"}[5m]))
            ```

            ```output {chart}
            time                  {level="error"}  {level="warn"}
            2026-11-20T13:55:00Z  12               -
            2026-11-20T14:00:00Z  9                2
            2026-11-20T14:05:00Z  4                2
            ```
            ````
            """##),
    RulePage(
        id: "chart/table", severity: .error,
        summary: ##"""
            A chart that does not hold just one table of figures.
            """##,
        body: ##"""
            ## Why

            A chart draws the figures of the table in it, and shows the table to those who can't see the bars. Without a table
            there is nothing to draw, and of two nobody knows which is meant.

            ## Example

            ```markdown
            ::: chart Time of a build
            Galley takes 0.9 s, Hugo 1.4 s.
            :::
            ```

            ## Instead

            ```markdown
            ::: chart Time of a build
            | Program | Time  |
            | ------- | ----: |
            | Galley  | 0.9 s |
            | Hugo    | 1.4 s |
            :::
            ```
            """##),
    RulePage(
        id: "collector/promtail-ended", severity: .warning,
        summary: ##"""
            A configuration of Promtail, which is no longer maintained.
            """##,
        body: ##"""
            ## Why

            Promtail reached its end of life on 2 March 2026: faults of its security are not mended any more.

            ## Example

            ```yaml
            clients:
              - url: http://loki:3100/loki/api/v1/push
            ```

            ## Instead

            Alloy; `alloy convert --source-format=promtail` translates what there is.

            ```alloy
            loki.write "default" {
              endpoint { url = "http://loki:3100/loki/api/v1/push" }
            }
            ```
            """##),
    RulePage(
        id: "collector/regexp", severity: .error,
        summary: ##"""
            A regular expression that RE2 can't read.
            """##,
        body: ##"""
            ## Why

            The collector refuses the whole file. RE2 has no lookahead, no lookbehind and no backreferences.

            ## Example

            ```alloy
            stage.regex {
              expression = "(?<=user=)(?P<user>\\w+)"
            }
            ```

            ## Instead

            ```alloy
            stage.regex {
              expression = `user=(?P<user>\w+)`
            }
            ```
            """##),
    RulePage(
        id: "collector/replace-without-group", severity: .warning,
        summary: ##"""
            A stage of Alloy or Promtail that replaces text, with an expression that has no capture group.
            """##,
        body: ##"""
            ## Why

            The stage replaces what capture groups match. Without a group it changes nothing, and secrets that it should hide are sent.

            ## Example

            ```alloy
            stage.replace {
              expression = `password=\S+`
              replace    = "***"
            }
            ```

            ## Instead

            ```alloy
            stage.replace {
              expression = `password=(\S+)`
              replace    = "***"
            }
            ```
            """##),
    RulePage(
        id: "compose/refused", severity: .error,
        summary: ##"""
            A Compose file that Docker itself refuses.
            """##,
        body: ##"""
            ## Why

            What `docker compose config` refuses can't be started, whatever other checks say.

            ## Example

            ```yaml
            services:
              loki:
                image: grafana/loki:3.7.6
                ports: ["3100:http"]
            ```

            ## Instead

            Do what the message says; `docker compose --file FILE config` shows it for a file of your own.
            """##),
    RulePage(
        id: "configuration/duplicate-publication", severity: .error,
        summary: ##"""
            Two publications with one id, or with one folder in the site.
            """##,
        body: ##"""
            ## Why

            The pages of one would overwrite those of the other.

            ## Example

            ```yaml
            publications:
              - id: guide
              - id: guide
            ```

            ## Instead

            ```yaml
            publications:
              - id: guide
              - id: reference
            ```
            """##),
    RulePage(
        id: "configuration/folder-missing", severity: .error,
        summary: ##"""
            A folder that a setting names and that does not exist.
            """##,
        body: ##"""
            ## Why

            Without it there is nothing to build from.

            ## Example

            ```yaml
            publications:
              - source: contents/guide
            ```

            ## Instead

            ```yaml
            publications:
              - source: content/guide
            ```
            """##),
    RulePage(
        id: "configuration/malformed-redirect", severity: .error,
        summary: ##"""
            A redirect whose old address is no path in the site, or that leads to another redirect.
            """##,
        body: ##"""
            ## Why

            A page is written at the old address. It must be in the site, and lead to the right page at once.

            ## Example

            ```yaml
            redirects:
              https://docs.example.com/old.html: 02-quick-start.md
            ```

            ## Instead

            ```yaml
            redirects:
              old.html: 02-quick-start.md
            ```
            """##),
    RulePage(
        id: "configuration/output-over-source", severity: .error,
        summary: ##"""
            An output that would overwrite, or mix with, what was written by hand.
            """##,
        body: ##"""
            ## Why

            What a build no longer makes is removed from the output folder. If sources lie in that folder, they would be removed;
            if the output lies among the sources, it would be taken for sources at the next build.

            ## Example

            ```yaml
            output: content
            publications:
              - source: content/guide
            ```

            ## Instead

            ```yaml
            output: site
            publications:
              - source: content/guide
            ```
            """##),
    RulePage(
        id: "configuration/outside-project", severity: .error,
        summary: ##"""
            A setting with a path that leads out of the project's folder.
            """##,
        body: ##"""
            ## Why

            Galley reads and writes below the folder of `galley.yml` only: a mistyped path, or a symbolic link, must not let it
            publish or overwrite other files of the machine.

            ## Example

            ```yaml
            output: ../public
            ```

            ## Instead

            ```yaml
            output: site
            ```
            """##),
    RulePage(
        id: "configuration/page-listed-twice", severity: .error,
        summary: ##"""
            A page that a publication's navigation lists twice.
            """##,
        body: ##"""
            ## Why

            The guide would hold the chapter twice, with the same anchors, and "next" and "previous" would have two answers.

            ## Example

            ```yaml
            pages: [01-overview.md, 02-quick-start.md, 01-overview.md]
            ```

            ## Instead

            ```yaml
            pages: [01-overview.md, 02-quick-start.md]
            ```
            """##),
    RulePage(
        id: "configuration/page-missing", severity: .error,
        summary: ##"""
            A page in the navigation without a fragment.
            """##,
        body: ##"""
            ## Why

            The navigation would lead to nothing.

            ## Example

            ```yaml
            navigation:
              - title: Start
                pages: [01-overveiw.md]
            ```

            ## Instead

            ```yaml
            navigation:
              - title: Start
                pages: [01-overview.md]
            ```
            """##),
    RulePage(
        id: "configuration/page-not-listed", severity: .error,
        summary: ##"""
            A fragment in a publication's folder that its navigation does not list.
            """##,
        body: ##"""
            ## Why

            It would not be published, and its author would not notice.

            ## Example

            The folder holds `01-overview.md` and `02-quick-start.md`, the navigation names the first only.

            ## Instead

            ```yaml
            navigation:
              - title: Start
                pages: [01-overview.md, 02-quick-start.md]
            ```

            A file that other fragments include, and that is no page, has a name that begins with `_`.
            """##),
    RulePage(
        id: "configuration/unreadable", severity: .error,
        summary: ##"""
            A configuration that is missing, empty, or can't be read.
            """##,
        body: ##"""
            ## Why

            `galley.yml` says what the site is made of; without it there is nothing to build.

            ## Example

            `galley build` in a folder without `galley.yml`.

            ## Instead

            Run it in the project's folder, name the file (`--config docs/galley.yml`), or begin with `galley init`.
            """##),
    RulePage(
        id: "configuration/url-without-scheme", severity: .error,
        summary: ##"""
            An address that does not begin with `https://` or `http://`.
            """##,
        body: ##"""
            ## Why

            Canonical addresses, the feed and the sitemap need whole addresses; without a scheme browsers take the text for a path.

            ## Example

            ```yaml
            site:
              url: docs.example.com/guide
            ```

            ## Instead

            ```yaml
            site:
              url: https://docs.example.com/guide/
            ```
            """##),
    RulePage(
        id: "container/stray-close", severity: .error,
        summary: ##"""
            A line `:::` that closes nothing.
            """##,
        body: ##"""
            ## Why

            Often the opening line stands in a list item or a quote and the closing line outside it, so that the container is
            not closed where the author thinks.

            ## Example

            ```markdown
            - ::: details More
              Text of the item.

            :::
            ```

            ## Instead

            ```markdown
            - ::: details More
              Text of the item.
              :::
            ```
            """##),
    RulePage(
        id: "container/stray-tab", severity: .error,
        summary: ##"""
            A tab that stands in no `::: tabs`.
            """##,
        body: ##"""
            ## Why

            A tab is one of several to choose from. Alone it would be printed as a section without a heading.

            ## Example

            ```markdown
            ::: tab Docker
            Pull the image.
            :::
            ```

            ## Instead

            ```markdown
            ::: tabs
            ::: tab Docker
            Pull the image.
            :::
            :::
            ```
            """##),
    RulePage(
        id: "container/title", severity: .error,
        summary: ##"""
            A tab, details or a chart without a title, or tabs with one.
            """##,
        body: ##"""
            ## Why

            The title is all that a reader sees of what is folded; without it there is nothing to choose. Without its title a
            chart is bars of something.

            ## Example

            ```markdown
            ::: details
            Chunks hold compressed lines.
            :::
            ```

            ## Instead

            ```markdown
            ::: details How it is stored
            Chunks hold compressed lines.
            :::
            ```
            """##),
    RulePage(
        id: "container/unclosed", severity: .error,
        summary: ##"""
            A container that is opened and not closed before its list item, quote or page ends.
            """##,
        body: ##"""
            ## Why

            What comes after it would belong to it: the rest of the page would vanish into the last tab or the folded details.

            ## Example

            ```markdown
            ::: details How it is stored
            Chunks hold compressed lines.
            ```

            ## Instead

            ```markdown
            ::: details How it is stored
            Chunks hold compressed lines.
            :::
            ```
            """##),
    RulePage(
        id: "container/unknown", severity: .error,
        summary: ##"""
            A container whose name is not known.
            """##,
        body: ##"""
            ## Why

            A misspelled name would print the content without tabs or folding, and nobody would notice.

            ## Example

            ```markdown
            ::: detail How it is stored
            Chunks hold compressed lines.
            :::
            ```

            ## Instead

            Use `tabs`, `tab Title`, `details Title` or `chart Title`. For notes and warnings there are alerts.

            ```markdown
            > [!NOTE]
            > Chunks hold compressed lines.
            ```
            """##),
    RulePage(
        id: "coverage/too-low", severity: .error,
        summary: ##"""
            Less is proven than `coverage` in `galley.yml` asks.
            """##,
        body: ##"""
            ## Why

            What is proven must not become less unnoticed. The numbers are the project's own promise.

            ## Example

            ```yaml
            coverage:
              proven: 95
              skipped: 5
              languages:
                logql: run
            ```

            Of 100 blocks, 90 are proven.

            ## Instead

            Prove more: `galley snippets list` names the blocks that are not proven, with the reasons, and `galley doctor` the
            programs that are missing.
            """##),
    RulePage(
        id: "dataset/malformed", severity: .error,
        summary: ##"""
            A line of a dataset that is no line of logs.
            """##,
        body: ##"""
            ## Why

            What queries would find in it is missing from every answer.

            ## Example

            ```json
            {"labels": {"app": "shop"}, "ts": "yesterday", "line": "started"}
            ```

            ## Instead

            Each line is an object with the labels of a stream, a time in nanoseconds since 1970, a text and, where there is any, metadata:

            ```json
            {"labels": {"app": "shop"}, "ts": "1700000000000000000", "line": "started", "metadata": {"trace_id": "4bf9"}}
            ```
            """##),
    RulePage(
        id: "dataset/unreadable", severity: .error,
        summary: ##"""
            A dataset of the configuration that can't be read, or whose `now` is no time.
            """##,
        body: ##"""
            ## Why

            Queries that run on it would find nothing, which proves nothing.

            ## Example

            ```yaml
            datasets:
              shop:
                files: [data/shop.json]
                now: yesterday
            ```

            ## Instead

            Name files of JSON lines in the project, and a moment in RFC 3339.

            ```yaml
            datasets:
              shop:
                files: [data/shop.jsonl]
                now: 2027-01-15T12:00:00Z
            ```
            """##),
    RulePage(
        id: "diff/malformed", severity: .error,
        summary: ##"""
            A difference that `patch` refuses.
            """##,
        body: ##"""
            ## Why

            The head of a hunk says how many lines it has. Where that is wrong, the difference can't be applied.

            ## Example

            ```diff
            @@ -1,3 +1,3 @@
             server:
            -  log_format: logfmt
            +  log_format: json
            ```

            ## Instead

            ```diff
            @@ -1,2 +1,2 @@
             server:
            -  log_format: logfmt
            +  log_format: json
            ```
            """##),
    RulePage(
        id: "evidence/malformed", severity: .error,
        summary: ##"""
            The file of evidence is not what Galley wrote.
            """##,
        body: ##"""
            ## Why

            Pages show what the file says. One that was edited by hand, or broken by a merge, must not pass for a proof.

            ## Example

            ```json
            [
            {"id":"errors","level":"executed"}
            ]
            ```

            ## Instead

            Let Galley write it anew: `galley snippets record`.
            """##),
    RulePage(
        id: "evidence/stale", severity: .error,
        summary: ##"""
            What was proven is not what the file of evidence says.
            """##,
        body: ##"""
            ## Why

            Pages show the evidence of that file. An example that was changed, or that is proven less far than before, would
            be shown with the badge of another.

            ## Example

            A query is edited, and the site is built without proving it again.

            ## Instead

            Look at what changed, then write the evidence anew and commit it with the page:

            ```bash
            galley snippets record
            ```
            """##),
    RulePage(
        id: "external/finding", severity: .error,
        summary: ##"""
            A finding of a checker that the project configured.
            """##,
        body: ##"""
            ## Why

            `checkers` in `galley.yml` names programs that know rules which Galley does not. What they find counts as any other
            finding.

            ## Example

            ```yaml
            checkers:
              - name: no-tabs
                takes: [text]
                command: [grep, --line-number, "\t", "{file}"]
                findings: '^(?<line>\d+):(?<message>.*)'
            ```

            ## Instead

            Mend the example as the program asks; its own documentation says why.
            """##),
    RulePage(
        id: "fence/attribute-syntax", severity: .error,
        summary: ##"""
            Attributes of a fence that can't be read.
            """##,
        body: ##"""
            ## Why

            Attributes say how a snippet is proven and shown. One that is not understood must not be passed over in silence.

            ## Example

            ````markdown
            ```logql #error-rate data=shop
            rate({app="shop"}[5m])
            ```
            ````

            ## Instead

            Attributes stand in braces after the language. A value with blanks stands in quotes.

            ````markdown
            ```logql {#error-rate data=shop title="Errors a second"}
            rate({app="shop"}[5m])
            ```
            ````
            """##),
    RulePage(
        id: "fence/duplicate-attribute", severity: .error,
        summary: ##"""
            An attribute that a fence has twice.
            """##,
        body: ##"""
            ## Why

            Only one of them can hold; which one would be a guess.

            ## Example

            ````markdown
            ```logql {title="Errors" title="Errors a second"}
            rate({app="shop"}[5m])
            ```
            ````

            ## Instead

            ````markdown
            ```logql {title="Errors a second"}
            rate({app="shop"}[5m])
            ```
            ````
            """##),
    RulePage(
        id: "fence/unknown-attribute", severity: .error,
        summary: ##"""
            An attribute of a fence that nobody knows.
            """##,
        body: ##"""
            ## Why

            A misspelled attribute would change nothing, and the author would believe that it does.

            ## Example

            ````markdown
            ```logql {proff=run}
            {app="shop"}
            ```
            ````

            ## Instead

            ````markdown
            ```logql {proof=run}
            {app="shop"}
            ```
            ````
            """##),
    RulePage(
        id: "fragment/empty", severity: .error,
        summary: ##"""
            A fragment without any text.
            """##,
        body: ##"""
            ## Why

            A page with nothing on it is a mistake, or not ready to be published.

            ## Example

            A file of zero bytes, or with front matter only.

            ## Instead

            Write the page, or take it out of the navigation.
            """##),
    RulePage(
        id: "fragment/not-utf8", severity: .error,
        summary: ##"""
            A file that is not UTF-8.
            """##,
        body: ##"""
            ## Why

            Read in any other way its letters come out wrong, and which way was meant can't be known.

            ## Example

            A fragment saved as Latin-1, in which `é` is the single byte `0xE9`.

            ## Instead

            Save it as UTF-8: `iconv -f latin1 -t utf-8 old.md > new.md`.
            """##),
    RulePage(
        id: "fragment/nul-byte", severity: .error,
        summary: ##"""
            A NUL byte in a text.
            """##,
        body: ##"""
            ## Why

            No text has one: the file is damaged, or is no text at all. Many programs stop reading there.

            ## Example

            A fragment saved as UTF-16, in which each second byte is NUL.

            ## Instead

            Save it as UTF-8, or restore it.
            """##),
    RulePage(
        id: "fragment/too-large", severity: .error,
        summary: ##"""
            A fragment that is larger than the limit.
            """##,
        body: ##"""
            ## Why

            No page that people read has 20 MB. Mostly data was pasted, or includes multiply each other; parsing it would take the
            memory and the time of the whole build.

            ## Example

            A log file of 50 MB with the ending `.md`.

            ## Instead

            Show the part that matters, or raise the limit:

            ```yaml
            limits:
              fragment: 60 MB
            ```
            """##),
    RulePage(
        id: "fragment/unreadable", severity: .error,
        summary: ##"""
            A fragment that is missing or can't be read.
            """##,
        body: ##"""
            ## Why

            The page would be missing from the site.

            ## Example

            A fragment without read permission, or one that is a symbolic link out of the project.

            ## Instead

            Put the file into the project, with permission to read it.
            """##),
    RulePage(
        id: "front-matter/unterminated", severity: .error,
        summary: ##"""
            Front matter without a closing line of `---`.
            """##,
        body: ##"""
            ## Why

            Without the line nobody can tell where the settings end and the page begins.

            ## Example

            ```
            ---
            title: Overview

            # Overview
            ```

            ## Instead

            ```
            ---
            title: Overview
            ---

            # Overview
            ```
            """##),
    RulePage(
        id: "grafana/duplicate-panel-id", severity: .error,
        summary: ##"""
            Two panels of a dashboard with one id.
            """##,
        body: ##"""
            ## Why

            Links to panels and alerts name them by their id. Grafana gives one of them another when it loads the file.

            ## Example

            ```json
            {"panels": [{"id": 1, "type": "text"}, {"id": 1, "type": "text"}]}
            ```

            ## Instead

            ```json
            {"panels": [{"id": 1, "type": "text"}, {"id": 2, "type": "text"}]}
            ```
            """##),
    RulePage(
        id: "grafana/import-refused", severity: .error,
        summary: ##"""
            A dashboard that a real Grafana does not take, or takes in part.
            """##,
        body: ##"""
            ## Why

            With `--grafana URL` each whole dashboard is imported into that Grafana, looked at and removed again. What it refuses
            your readers can't import either.

            ## Example

            ```json
            {"title": "", "schemaVersion": 39, "panels": []}
            ```

            Grafana answers 400: the title can't be empty.

            ## Instead

            ```json
            {"title": "Orders", "schemaVersion": 39, "panels": []}
            ```
            """##),
    RulePage(
        id: "grafana/panel-place", severity: .error,
        summary: ##"""
            A panel that lies over another, or outside the grid of 24 columns.
            """##,
        body: ##"""
            ## Why

            Grafana moves such panels when it loads the file, and the page looks other than it was meant.

            ## Example

            ```json
            {"panels": [
              {"id": 1, "type": "text", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8}},
              {"id": 2, "type": "text", "gridPos": {"x": 6, "y": 4, "w": 24, "h": 8}}
            ]}
            ```

            ## Instead

            ```json
            {"panels": [
              {"id": 1, "type": "text", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8}},
              {"id": 2, "type": "text", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8}}
            ]}
            ```
            """##),
    RulePage(
        id: "grafana/removed-panel", severity: .error,
        summary: ##"""
            A type of panel that Grafana no longer has.
            """##,
        body: ##"""
            ## Why

            Panels of the old types need Angular, which Grafana has removed; they show an error.

            ## Example

            ```json
            {"id": 1, "type": "graph", "title": "Lines"}
            ```

            ## Instead

            ```json
            {"id": 1, "type": "timeseries", "title": "Lines"}
            ```
            """##),
    RulePage(
        id: "grafana/unknown-setting", severity: .error,
        summary: ##"""
            A setting or section that Grafana does not have, and that is like one that it has.
            """##,
        body: ##"""
            ## Why

            Grafana ignores what it does not know, without a word. The setting that was meant keeps its default.

            ## Example

            ```ini
            [security]
            cookie_secured = true
            ```

            ## Instead

            ```ini
            [security]
            cookie_secure = true
            ```
            """##),
    RulePage(
        id: "grafana/unknown-variable", severity: .error,
        summary: ##"""
            A variable that the dashboard does not define.
            """##,
        body: ##"""
            ## Why

            Grafana leaves the text as it is, and the query asks for `$tenant` itself.

            ## Example

            ```json
            {"panels": [{"id": 1, "type": "logs", "targets": [{"refId": "A", "expr": "{app=\"$app\"}"}]}]}
            ```

            ## Instead

            ```json
            {"templating": {"list": [{"name": "app", "type": "custom", "query": "shop"}]},
             "panels": [{"id": 1, "type": "logs", "targets": [{"refId": "A", "expr": "{app=\"$app\"}"}]}]}
            ```
            """##),
    RulePage(
        id: "grafana/wrong-type", severity: .error,
        summary: ##"""
            A value that is not true or false, for a setting that is one of the two.
            """##,
        body: ##"""
            ## Why

            Grafana takes the default in place of what it can't read, without a word.

            ## Example

            ```ini
            [auth.anonymous]
            enabled = disabled
            ```

            ## Instead

            ```ini
            [auth.anonymous]
            enabled = false
            ```
            """##),
    RulePage(
        id: "hcl/syntax", severity: .error,
        summary: ##"""
            A text that is not in the syntax of HCL, the language of Terraform.
            """##,
        body: ##"""
            ## Why

            Terraform refuses the whole folder.

            ## Example

            ```hcl
            resource "helm_release" "loki" {
              chart =
            }
            ```

            ## Instead

            ```hcl
            resource "helm_release" "loki" {
              chart = "loki"
            }
            ```
            """##),
    RulePage(
        id: "hcl/unpinned-chart", severity: .warning,
        summary: ##"""
            A `helm_release` of a chart from a repository without a `version`.
            """##,
        body: ##"""
            ## Why

            Helm installs the newest version. The next run of Terraform can replace it with another one, with other defaults.

            ## Example

            ```hcl
            resource "helm_release" "loki" {
              name       = "loki"
              repository = "https://grafana-community.github.io/helm-charts"
              chart      = "loki"
            }
            ```

            ## Instead

            ```hcl
            resource "helm_release" "loki" {
              name       = "loki"
              repository = "https://grafana-community.github.io/helm-charts"
              chart      = "loki"
              version    = "18.11.0"
            }
            ```
            """##),
    RulePage(
        id: "heading/duplicate-id", severity: .error,
        summary: ##"""
            An id that two headings of a page give themselves.
            """##,
        body: ##"""
            ## Why

            A link to the id leads to the first heading only; the other can't be reached.

            ## Example

            ```markdown
            ## Retention {#retention}

            ## Deletion {#retention}
            ```

            ## Instead

            ```markdown
            ## Retention {#retention}

            ## Deletion {#deletion}
            ```
            """##),
    RulePage(
        id: "heading/id-syntax", severity: .error,
        summary: ##"""
            An id of a heading that can't be one.
            """##,
        body: ##"""
            ## Why

            Links to the heading depend on its id. It begins with a letter or digit and holds only letters, digits, `-`, `_`, `.`
            and `:`, so that it can stand in an address as it is. Pairs of underscores beside punctuation are emphasis to
            Markdown.

            ## Example

            ```markdown
            ## Retention {#how long?}
            ```

            ## Instead

            ```markdown
            ## Retention {#how-long}
            ```
            """##),
    RulePage(
        id: "include/cycle", severity: .error,
        summary: ##"""
            Files that include each other in a circle.
            """##,
        body: ##"""
            ## Why

            The text would have no end.

            ## Example

            `a.md` includes `b.md`, and `b.md` includes `a.md`.

            ## Instead

            Put what both need into a third file, and include that one in both.
            """##),
    RulePage(
        id: "include/is-a-directory", severity: .error,
        summary: ##"""
            An include of a folder.
            """##,
        body: ##"""
            ## Why

            Only a file has a text to include.

            ## Example

            ```
            {{include examples}}
            ```

            ## Instead

            ```
            {{include examples/loki-config.yaml}}
            ```
            """##),
    RulePage(
        id: "include/malformed", severity: .error,
        summary: ##"""
            An include directive that is not written as it must be.
            """##,
        body: ##"""
            ## Why

            It would be printed as it is, and the reader would see the directive in the place of the example.

            ## Example

            ```
            The configuration is {{include examples/loki-config.yaml}} for production.
            ```

            ## Instead

            ```
            The configuration for production:

            {{include examples/loki-config.yaml#limits title="loki-config.yaml"}}
            ```

            A text that speaks of directives puts them in backticks.
            """##),
    RulePage(
        id: "include/missing", severity: .error,
        summary: ##"""
            An include of a file that does not exist.
            """##,
        body: ##"""
            ## Why

            The example would be missing from the page, and nobody would notice.

            ## Example

            ```
            {{include examples/loki-confg.yaml}}
            ```

            ## Instead

            ```
            {{include examples/loki-config.yaml}}
            ```

            Paths are relative to the folder of the file that the directive stands in.
            """##),
    RulePage(
        id: "include/not-readable", severity: .error,
        summary: ##"""
            An include of a file that can't be read.
            """##,
        body: ##"""
            ## Why

            Its text would be missing from the page.

            ## Example

            A file without read permission, or a named pipe.

            ## Instead

            Give permission to read it: `chmod u+r examples/loki-config.yaml`.
            """##),
    RulePage(
        id: "include/outside-project", severity: .error,
        summary: ##"""
            An include that leads out of the project's folder.
            """##,
        body: ##"""
            ## Why

            What is included is published. A path or a symbolic link out of the project could publish any file of the machine that
            builds, and the build would depend on what happens to lie there.

            ## Example

            ```
            {{include ../../../etc/hosts}}
            ```

            ## Instead

            Copy the file into the project and include it there.
            """##),
    RulePage(
        id: "include/region-missing", severity: .error,
        summary: ##"""
            An include of a region that the file does not have.
            """##,
        body: ##"""
            ## Why

            The part was renamed or removed; the page would show nothing, or the wrong part.

            ## Example

            ```
            {{include examples/loki-config.yaml#limit}}
            ```

            ## Instead

            ```
            {{include examples/loki-config.yaml#limits}}
            ```

            with lines `# region: limits` and `# endregion: limits` around the part in the file.
            """##),
    RulePage(
        id: "include/region-unclosed", severity: .error,
        summary: ##"""
            A region that begins and never ends.
            """##,
        body: ##"""
            ## Why

            Where it ends can't be guessed.

            ## Example

            ```yaml
            # region: limits
            limits_config:
              retention_period: 30d
            ```

            ## Instead

            ```yaml
            # region: limits
            limits_config:
              retention_period: 30d
            # endregion: limits
            ```
            """##),
    RulePage(
        id: "ini/syntax", severity: .error,
        summary: ##"""
            A line of an ini file that is neither a section nor a setting nor a comment.
            """##,
        body: ##"""
            ## Why

            The program that reads the file refuses it, or takes the line for something else.

            ## Example

            ```ini
            [auth.anonymous
            enabled = false
            ```

            ## Instead

            ```ini
            [auth.anonymous]
            enabled = false
            ```
            """##),
    RulePage(
        id: "json/syntax", severity: .error,
        summary: ##"""
            Text that is no JSON.
            """##,
        body: ##"""
            ## Why

            Programs refuse it. Most slips come from other languages: commas behind the last element, comments, single quotation marks.

            ## Example

            ```json
            {"app": "shop",}
            ```

            ## Instead

            ```json
            {"app": "shop"}
            ```
            """##),
    RulePage(
        id: "kubernetes/network-policy-without-dns", severity: .error,
        summary: ##"""
            A network policy that forgets DNS.
            """##,
        body: ##"""
            ## Why

            A policy with rules of egress cuts the pods off from all that it does not name. Without port 53 they find no other service, and time out.

            ## Example

            ```yaml
            policyTypes: [Egress]
            egress:
              - to: [{podSelector: {matchLabels: {app: minio}}}]
                ports: [{port: 9000}]
            ```

            ## Instead

            ```yaml
            policyTypes: [Egress]
            egress:
              - to: [{podSelector: {matchLabels: {app: minio}}}]
                ports: [{port: 9000}]
              - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]
                ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
            ```
            """##),
    RulePage(
        id: "kubernetes/no-limits", severity: .warning,
        summary: ##"""
            A container without a limit of memory.
            """##,
        body: ##"""
            ## Why

            One large query may take the memory of the whole node, and the kernel then ends other pods.

            ## Example

            ```yaml
            containers:
              - name: loki
                image: grafana/loki:3.7.6
            ```

            ## Instead

            ```yaml
            containers:
              - name: loki
                image: grafana/loki:3.7.6
                resources:
                  limits: {memory: 8Gi}
            ```
            """##),
    RulePage(
        id: "kubernetes/selector-mismatch", severity: .error,
        summary: ##"""
            A selector that does not match the labels of the pods below it.
            """##,
        body: ##"""
            ## Why

            The API server refuses the object.

            ## Example

            ```yaml
            selector: {matchLabels: {app: loki}}
            template: {metadata: {labels: {name: loki}}}
            ```

            ## Instead

            ```yaml
            selector: {matchLabels: {app: loki}}
            template: {metadata: {labels: {app: loki}}}
            ```
            """##),
    RulePage(
        id: "kubernetes/unknown-kind", severity: .error,
        summary: ##"""
            An object that Kubernetes does not know, or that says no kind.
            """##,
        body: ##"""
            ## Why

            `kubectl apply` refuses it. A part of an object can't be checked, so examples show whole ones.

            ## Example

            ```yaml
            apiVersion: apps/v1
            kind: Statefulset
            metadata: {name: loki}
            ```

            ## Instead

            ```yaml
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: loki}
            ```
            """##),
    RulePage(
        id: "links/broken", severity: .error,
        summary: ##"""
            A link to an address where nothing is.
            """##,
        body: ##"""
            ## Why

            Readers who follow it get an error, and the page that was meant to help them is not there.

            ## Example

            ```md
            See [the manual](https://grafana.com/docs/loki/v0.1/setup/).
            ```

            The finding says what happened: there is no such host, it refuses connections, its certificate is not valid, it
            answers 404, it does not answer in time, it leads in a circle.

            ## Instead

            Link to where the page is now, or take the link out. An address that was good when it was last recorded
            (`galley check links --record`) is told as a note for as many days as `quarantine` says, in case it comes back. A host
            that only lets people in belongs under `links: hosts:` with `skip` and the reason.
            """##),
    RulePage(
        id: "links/fragment-missing", severity: .warning,
        summary: ##"""
            A link to an anchor that the page of another site does not have.
            """##,
        body: ##"""
            ## Why

            The page opens at its top, and readers search for what was meant.

            ## Example

            ```md
            See [retention](https://grafana.com/docs/loki/latest/operations/storage/retention/#compacter).
            ```

            ## Instead

            Name an anchor that the page has. Where scripts make the anchors, Galley can't see them: say so for the host.

            ```yaml
            links:
              hosts:
                app.example.com: {fragments: false}
            ```
            """##),
    RulePage(
        id: "links/invalid-address", severity: .error,
        summary: ##"""
            A link whose address is not well formed.
            """##,
        body: ##"""
            ## Why

            Browsers mend some of such addresses, each in its own way, and follow none of the others.

            ## Example

            ```md
            See [the manual](https:/grafana.com/docs), or write to [us](mailto:support.example.com).
            ```

            ## Instead

            ```md
            See [the manual](https://grafana.com/docs), or write to [us](mailto:support@example.com).
            ```

            A scheme that browsers don't know, and that is one slip of the keyboard away from one that they do (`htps:`), is told as well.
            A name and a password do not belong into an address: everybody reads them.
            """##),
    RulePage(
        id: "links/ledger-malformed", severity: .warning,
        summary: ##"""
            A line of the ledger of links that is none.
            """##,
        body: ##"""
            ## Why

            What it said of an address is lost, so that the address may be told to be broken without its days of grace.

            ## Example

            ```
            https://grafana.com/docs/ 2026-11-28
            <<<<<<< HEAD
            ```

            ## Instead

            Remove the line; of two lines for one address the later day counts, so a conflict is solved by keeping both sides.
            `galley check links --record` writes the file anew.
            """##),
    RulePage(
        id: "links/policy-expired", severity: .error,
        summary: ##"""
            An exception for links whose last day is over.
            """##,
        body: ##"""
            ## Why

            It was to be temporary. The links that it left out are asked again.

            ## Example

            ```yaml
            links:
              hosts:
                status.example.com: {skip: it moves to another host, until: 2020-01-31}
            ```

            ## Instead

            Remove it, or give it a new date with the reason.
            """##),
    RulePage(
        id: "links/quarantined", severity: .note,
        summary: ##"""
            A link to an address that was good not long ago, and is not now.
            """##,
        body: ##"""
            ## Why

            Servers come back. A change of a page should not fail because a server elsewhere has a bad day; a page that stays away
            should be known.

            ## Example

            ```md
            See [the manual](https://docs.example.net/manual/).
            ```

            The ledger says that this address was good three days ago, and now its server answers 503.

            ## Instead

            Nothing, for now: it is a note, and becomes `links/broken` when the address has been dead for as many days as
            `quarantine` says.
            """##),
    RulePage(
        id: "links/redirected", severity: .note,
        summary: ##"""
            A link to an address that has moved for good.
            """##,
        body: ##"""
            ## Why

            The server says that the new address is the one to use. Redirects are taken away one day, and until then they cost
            each reader a round trip.

            ## Example

            ```md
            See [Loki's documentation](http://grafana.com/docs/loki).
            ```

            ## Instead

            Link to the address that the server names:

            ```md
            See [Loki's documentation](https://grafana.com/docs/loki/latest/).
            ```

            Redirects that are not for good are followed, and not told.
            """##),
    RulePage(
        id: "links/refused-address", severity: .error,
        summary: ##"""
            A link to this machine or a private network.
            """##,
        body: ##"""
            ## Why

            It leads each reader to another machine, and mostly to none. Galley asks no such address either, since a page must not
            make the machine that checks it send requests into its own network.

            ## Example

            ```md
            Open [Grafana](http://localhost:3000).
            ```

            ## Instead

            Write what readers type into their browsers as code: `http://localhost:3000`. A host that all readers can reach is
            named in the configuration:

            ```yaml
            links:
              allow: [wiki.internal]
            ```
            """##),
    RulePage(
        id: "links/unused-exclusion", severity: .warning,
        summary: ##"""
            A setting for links that no link needs.
            """##,
        body: ##"""
            ## Why

            Lists of exceptions only grow. One that is no longer needed hides the next broken link that happens to match it.

            ## Example

            ```yaml
            links:
              exclude:
                - {address: "https://old.example.com/", reason: the archive is offline}
            ```

            No link of the site begins like this.

            ## Instead

            Remove it.
            """##),
    RulePage(
        id: "links/unverifiable", severity: .note,
        summary: ##"""
            A link to an address that does not let programs in.
            """##,
        body: ##"""
            ## Why

            The server asks for a login, takes a program for an attack, or has had enough questions for now. Nobody can tell
            whether the page is there, so it is counted neither as good nor as broken.

            ## Example

            ```md
            See [the discussion](https://www.linkedin.com/posts/1).
            ```

            ## Instead

            Look at it yourself, and let the configuration say so:

            ```yaml
            links:
              hosts:
                www.linkedin.com: {skip: it lets no program in, until: 2027-06-30}
            ```

            Which status codes mean this, the list `unverifiable` says.
            """##),
    RulePage(
        id: "logql/case-insensitive-regexp", severity: .note,
        summary: ##"""
            A regular expression that ignores case.
            """##,
        body: ##"""
            ## Why

            A selector with `(?i)` compares all values of the label, as the index knows them by their exact spelling only. A line filter
            with it compares each letter in both cases, which costs several times the search for an exact text.

            ## Example

            ```logql
            {app="shop"} |~ "(?i)timeout"
            ```

            ## Instead

            Write the spellings that there are:

            ```logql
            {app="shop"} |= "timeout" or "Timeout"
            ```
            """##),
    RulePage(
        id: "logql/comparison-without-error-filter", severity: .warning,
        summary: ##"""
            A comparison with a number, a duration or a size in a metric query, without a filter on `__error__` behind it.
            """##,
        body: ##"""
            ## Why

            A value that is no number gives the line the label `__error__` and keeps it. One such line in the range makes Loki refuse the
            whole metric query.

            ## Example

            ```logql
            count_over_time({app="shop"} |= "duration_ms" | json | duration_ms > 1000 [5m])
            ```

            ## Instead

            ```logql
            count_over_time({app="shop"} |= "duration_ms" | json | duration_ms > 1000 | __error__="" [5m])
            ```
            """##),
    RulePage(
        id: "logql/count-divided-by-range", severity: .warning,
        summary: ##"""
            A count that is divided by the seconds of its range.
            """##,
        body: ##"""
            ## Why

            That is what `rate` computes. The divisor has to be changed with each change of the range, and nobody notices when it is not.

            ## Example

            ```logql
            count_over_time({app="shop"}[5m]) / 300
            ```

            ## Instead

            ```logql
            rate({app="shop"}[5m])
            ```
            """##),
    RulePage(
        id: "logql/differs-from-loki", severity: .error,
        summary: ##"""
            A query that a real Loki answers otherwise than Galley's engine.
            """##,
        body: ##"""
            ## Why

            Queries are run by an engine of Galley's own, which is to answer as Loki does. Where a real Loki is at hand, by
            `--loki URL` or as the program `loki`, it is asked as well: what a page prints has to be what its readers will see.

            ## Example

            The engine counts 12 lines where Loki counts 11.

            ## Instead

            Look at both answers in the note. Where the Loki has limits, a newer version, or lines of other origin, give it none of
            these; else it is a fault of the engine, and worth a report. Until it is mended, mark the block with `skip="…"`.
            """##),
    RulePage(
        id: "logql/fails", severity: .error,
        summary: ##"""
            A query that can be read but fails when it is run.
            """##,
        body: ##"""
            ## Why

            Loki refuses some queries only when they meet lines: a value that is no number, too many series, an operation that
            the data does not allow.

            ## Example

            ````markdown
            ```logql {data=shop}
            sum_over_time({app="shop"} | json | unwrap message [5m])
            ```
            ````

            ## Instead

            Keep out what the query can't use.

            ````markdown
            ```logql {data=shop}
            sum_over_time({app="shop"} | json | unwrap context_duration_ms | __error__="" [5m])
            ```
            ````
            """##),
    RulePage(
        id: "logql/filter-after-parser", severity: .warning,
        summary: ##"""
            A label filter that stands behind a parser which does not make its label.
            """##,
        body: ##"""
            ## Why

            Where streams have the label, the selector can choose by it: then Loki reads only these streams, and does not fetch, unpack
            and parse the others. Where it comes from structured metadata, the filter can stand before the parser, which then sees fewer
            lines. A field of the same name in the line does not change this: the parser calls it `level_extracted`.

            ## Example

            ```logql
            {app="shop"} | json | level="error"
            ```

            ## Instead

            ```logql
            {app="shop", level="error"} | json
            ```

            The labels of the index are those that the selector uses, and those that `--index-label` names.
            """##),
    RulePage(
        id: "logql/filter-without-effect", severity: .warning,
        summary: ##"""
            A filter or a matcher that lets everything pass.
            """##,
        body: ##"""
            ## Why

            Readers take it for a condition. It is often what is left of a variable that was empty.

            ## Example

            ```logql
            {app="shop", env=~".*"} |= "" |= "timeout"
            ```

            ## Instead

            ```logql
            {app="shop"} |= "timeout"
            ```
            """##),
    RulePage(
        id: "logql/filters-exclude-each-other", severity: .warning,
        summary: ##"""
            Two filters of which no line can pass both, or two matchers that no stream has.
            """##,
        body: ##"""
            ## Why

            The query finds nothing, whatever the data. It looks as if nothing had happened.

            ## Example

            ```logql
            {app="shop"} |= "connection timed out" != "timed out"
            ```

            ## Instead

            Take out the one that is not meant. One of several texts is asked for with `or`:

            ```logql
            {app="shop"} |= "connection refused" or "connection reset"
            ```
            """##),
    RulePage(
        id: "logql/finds-nothing", severity: .error,
        summary: ##"""
            A query that finds nothing on the dataset that it is run on.
            """##,
        body: ##"""
            ## Why

            An empty answer proves nothing: a misspelled label finds nothing, too. Queries that ask for what is missing
            (`absent_over_time`, `unless`, a threshold) may find nothing.

            ## Example

            ````markdown
            ```logql {data=shop}
            {app="shpo"}
            ```
            ````

            ## Instead

            Mend the query, or put lines into the dataset that it finds. A query that is to find nothing has an empty block
            `output` behind it.

            ````markdown
            ```logql {data=shop}
            {app="shop"}
            ```
            ````
            """##),
    RulePage(
        id: "logql/format-loses-comments", severity: .note,
        summary: ##"""
            A query with comments, which is not laid out anew.
            """##,
        body: ##"""
            ## Why

            Loki's form of a query has no comments: they would be lost.

            ## Example

            ```logql
            {app="shop"}   # all streams of the shop
              |= "timeout"
            ```

            ## Instead

            Lay it out by hand, or say in the text beside the query what the comment says.
            """##),
    RulePage(
        id: "logql/grouping-by-unbounded-label", severity: .warning,
        summary: ##"""
            A grouping by a label that has a value for nearly each line, such as the id of a request.
            """##,
        body: ##"""
            ## Why

            Each value is a series of its own. Loki refuses a metric query of more than 500 series, and long before that the result is no
            picture of anything.

            ## Example

            ```logql
            sum by (trace_id) (count_over_time({app="shop"}[1h]))
            ```

            ## Instead

            Group by what has few values, and look for single requests with a log query:

            ```logql
            sum by (level) (count_over_time({app="shop"}[1h]))
            ```

            A name counts that is, or ends in, one of `request_id`, `trace_id`, `span_id`, `user_id`, `session_id`, `ip`, `url` and
            others of their kind; `--unbounded-label` adds names.
            """##),
    RulePage(
        id: "logql/layout", severity: .warning,
        summary: ##"""
            A query that is laid out otherwise than Loki's formatter does it.
            """##,
        body: ##"""
            ## Why

            Queries that look alike are compared at a glance, and a change of one shows what was changed, not how it was broken into
            lines. `galley logql format --check` finds this.

            ## Example

            ```logql
            sum   by(level)(rate({app = "shop"}[5m]))
            ```

            ## Instead

            ```logql
            sum by (level)(rate({app="shop"}[5m]))
            ```

            `galley logql format --write` lays all queries of a file out.
            """##),
    RulePage(
        id: "logql/line-filter-after-parser", severity: .warning,
        summary: ##"""
            A line filter that stands behind a parser or a label filter.
            """##,
        body: ##"""
            ## Why

            A line filter is the cheapest stage, a parser the dearest: each line that the filter drops need not be parsed. Loki moves a
            line filter over a parser by itself, but never over a label filter; written first, it is first in either case.

            ## Example

            ```logql
            {app="shop"} | json | duration_ms > 1000 |= "/checkout"
            ```

            ## Instead

            ```logql
            {app="shop"} |= "/checkout" | json | duration_ms > 1000
            ```

            Behind `line_format`, `unpack` and `decolorize` a line filter sees another line, and stays where it is.
            """##),
    RulePage(
        id: "logql/parser-repeated", severity: .warning,
        summary: ##"""
            A parser that reads the same line a second time.
            """##,
        body: ##"""
            ## Why

            The labels are there already; the second pass costs as much as the first and adds nothing.

            ## Example

            ```logql
            {app="shop"} |= "duration" | json | level="error" | json
            ```

            ## Instead

            ```logql
            {app="shop"} |= "duration" | json | level="error"
            ```
            """##),
    RulePage(
        id: "logql/parser-without-line-filter", severity: .warning,
        summary: ##"""
            A parser that reads each line, though a label filter behind it keeps few of them.
            """##,
        body: ##"""
            ## Why

            A line filter costs a small part of what a parser costs. When the lines that are wanted hold a text that others do not, such as
            the value that the label filter asks for or the name of the field, the filter spares the parser the rest.

            ## Example

            ```logql
            {app="shop"} | json | exception="TimeoutError"
            ```

            ## Instead

            ```logql
            {app="shop"} |= "TimeoutError" | json | exception="TimeoutError"
            ```

            A parser whose lines are all wanted is no finding: there is nothing to spare.
            """##),
    RulePage(
        id: "logql/range-below-step", severity: .warning,
        summary: ##"""
            A range that is shorter than the step between two points.
            """##,
        body: ##"""
            ## Why

            Each point looks back over its range only. Lines between the ranges are in no point, so peaks go missing, and which of them do
            depends on where the points happen to lie.

            ## Example

            With a step of five minutes, and in a group of rules with `interval: 5m`:

            ```logql
            rate({app="shop"}[1m])
            ```

            ## Instead

            ```logql
            rate({app="shop"}[5m])
            ```

            The step is known in files of rules, and where `--step` gives it.
            """##),
    RulePage(
        id: "logql/redundant-line-filter", severity: .warning,
        summary: ##"""
            A line filter that another one makes superfluous.
            """##,
        body: ##"""
            ## Why

            A line that holds `connection timed out` holds `timed out` too. The second search finds nothing out.

            ## Example

            ```logql
            {app="shop"} |= "timed out" |= "connection timed out"
            ```

            ## Instead

            ```logql
            {app="shop"} |= "connection timed out"
            ```
            """##),
    RulePage(
        id: "logql/regexp-where-literal-serves", severity: .warning,
        summary: ##"""
            A regular expression that is a plain text.
            """##,
        body: ##"""
            ## Why

            An operator for texts says at once what is looked for, and nobody has to ask whether a dot in it is meant as a dot. Loki
            recognizes the simplest of these expressions and searches for the text; the others it runs.

            ## Example

            ```logql
            {app=~"shop"} |~ ".*TimeoutError.*"
            ```

            ## Instead

            ```logql
            {app="shop"} |= "TimeoutError"
            ```
            """##),
    RulePage(
        id: "logql/syntax", severity: .error,
        summary: ##"""
            A query that Loki refuses.
            """##,
        body: ##"""
            ## Why

            Loki answers it with an error and computes nothing.

            ## Example

            ```logql
            {app="shop"}[5m]
            ```

            ## Instead

            ```logql
            rate({app="shop"}[5m])
            ```
            """##),
    RulePage(
        id: "logql/topk-over-streams", severity: .warning,
        summary: ##"""
            A ranking of rates or counts that are not aggregated.
            """##,
        body: ##"""
            ## Why

            The operand has a series for each stream, and for each combination of parsed fields and structured metadata in it. Ranked are
            these, not the applications or endpoints that are meant, and there are easily more than the 500 that Loki allows.

            ## Example

            ```logql
            topk(10, rate({env="production"}[5m]))
            ```

            ## Instead

            ```logql
            topk(10, sum by (app) (rate({env="production"}[5m])))
            ```
            """##),
    RulePage(
        id: "logql/unbounded-label-in-selector", severity: .warning,
        summary: ##"""
            A selector that chooses by a label with a value for nearly each line, such as the id of a request.
            """##,
        body: ##"""
            ## Why

            A label of the index makes a stream for each of its values. Ids in the index make millions of streams, which Loki refuses or
            is slow with. Where they are structured metadata, as they should be, the selector finds nothing.

            ## Example

            ```logql
            {app="shop", trace_id="4bf92f3577b34da6"}
            ```

            ## Instead

            ```logql
            {app="shop"} | trace_id="4bf92f3577b34da6"
            ```
            """##),
    RulePage(
        id: "logql/unbounded-range", severity: .warning,
        summary: ##"""
            A range that is longer than a day.
            """##,
        body: ##"""
            ## Why

            Each point of the result reads all lines of its range. A panel of a hundred points over seven days reads a week of lines a
            hundred times, as far as no cache helps.

            ## Example

            ```logql
            sum by (level) (rate({app="shop"}[7d]))
            ```

            ## Instead

            Ask for short ranges, and let the time of the query be long. Where a figure over days is needed again and again, record it by
            a rule.

            ```logql
            sum by (level) (rate({app="shop"}[5m]))
            ```

            `--longest-range` sets another limit.
            """##),
    RulePage(
        id: "logql/unknown-index-label", severity: .warning,
        summary: ##"""
            A selector that chooses by a label that no stream has.
            """##,
        body: ##"""
            ## Why

            A stream without the label counts as one with an empty value: `=` and `=~` then find nothing, and `!=` leaves nothing out.

            ## Example

            Where streams have the labels `app`, `env` and `level`:

            ```logql
            {app="shop", severity="error"}
            ```

            ## Instead

            ```logql
            {app="shop", level="error"}
            ```

            The labels of the index are known where `--index-label` names them.
            """##),
    RulePage(
        id: "logql/unused-line-format", severity: .warning,
        summary: ##"""
            A line that is formatted in a metric query, and never read.
            """##,
        body: ##"""
            ## Why

            A metric counts lines or computes with labels; how the line looks makes no difference, unless a later stage reads it or bytes
            are counted. The template is run for each line all the same.

            ## Example

            ```logql
            count_over_time({app="shop"} | json | line_format "{{.message}}" [5m])
            ```

            ## Instead

            ```logql
            count_over_time({app="shop"} | json [5m])
            ```
            """##),
    RulePage(
        id: "logql/unwrap-without-error-filter", severity: .warning,
        summary: ##"""
            An `unwrap` without a filter on `__error__` behind it.
            """##,
        body: ##"""
            ## Why

            A value that is no number gives the line the label `__error__`, and one such line makes Loki refuse the whole query. The
            filter must stand behind `unwrap`: before it, the conversion has not happened yet.

            ## Example

            ```logql
            sum_over_time({app="shop"} |= "bytes" | logfmt | unwrap bytes [5m])
            ```

            ## Instead

            ```logql
            sum_over_time({app="shop"} |= "bytes" | logfmt | unwrap bytes | __error__="" [5m])
            ```

            A comparison of the same label before it, with `__error__=""` behind the comparison, serves as well.
            """##),
    RulePage(
        id: "logql/wide-selector", severity: .warning,
        summary: ##"""
            A selector that names no stream: it takes all that have a label, or leaves some out.
            """##,
        body: ##"""
            ## Why

            The index can't narrow it down, so Loki reads the lines of nearly all streams. The result grows with each service that begins
            to send logs.

            ## Example

            ```logql
            {app=~".+", app!="shop"} |= "timeout"
            ```

            ## Instead

            ```logql
            {env="production", app!="shop"} |= "timeout"
            ```
            """##),
    RulePage(
        id: "logql/wildcard-at-the-edge", severity: .warning,
        summary: ##"""
            A `.*` at the begin or the end of a regular expression in a line filter.
            """##,
        body: ##"""
            ## Why

            A line filter looks for its expression anywhere in the line. `.*` at the edges changes nothing in what it finds, and makes the
            search longer.

            ## Example

            ```logql
            {app="shop"} |~ ".*took [0-9]+ms.*"
            ```

            ## Instead

            ```logql
            {app="shop"} |~ "took [0-9]+ms"
            ```

            Matchers of labels are another thing: `{app=~"shop-.*"}` compares whole values, and needs its `.*`.
            """##),
    RulePage(
        id: "logql/without-on-streams", severity: .warning,
        summary: ##"""
            An aggregation over streams that takes labels away with `without`, instead of naming those that it wants.
            """##,
        body: ##"""
            ## Why

            All other labels stay: those of the stream, each field of a parser, and structured metadata with its ids. That is easily a
            series for each line, and a new label of the streams changes the result.

            ## Example

            ```logql
            sum without (pod) (rate({app="shop"} | json [5m]))
            ```

            ## Instead

            ```logql
            sum by (level) (rate({app="shop"} | json [5m]))
            ```
            """##),
    RulePage(
        id: "loki-config/bad-value", severity: .error,
        summary: ##"""
            A value that a setting of Loki can't have.
            """##,
        body: ##"""
            ## Why

            Loki refuses some of these when it starts. Others it takes, and then does what nobody asked for.

            ## Example

            ```yaml
            limits_config:
              deletion_mode: delete
            ```

            ## Instead

            ```yaml
            limits_config:
              deletion_mode: filter-and-delete
            ```
            """##),
    RulePage(
        id: "loki-config/deprecated-key", severity: .warning,
        summary: ##"""
            A setting that Loki still reads and is about to lose.
            """##,
        body: ##"""
            ## Why

            The next release refuses it, or does something else.

            ## Example

            ```yaml
            limits_config:
              allow_deletes: true
            ```

            ## Instead

            ```yaml
            limits_config:
              deletion_mode: filter-and-delete
            ```
            """##),
    RulePage(
        id: "loki-config/not-in-release", severity: .error,
        summary: ##"""
            A setting that only the development line of Loki has.
            """##,
        body: ##"""
            ## Why

            The newest release does not start with it.

            ## Example

            ```yaml
            no_auth_tenant: shop
            ```

            ## Instead

            Leave it out until a release has it.
            """##),
    RulePage(
        id: "loki-config/refused", severity: .error,
        summary: ##"""
            A configuration that Loki refuses.
            """##,
        body: ##"""
            ## Why

            Loki was asked to verify it, and said no.

            ## Example

            ```yaml
            schema_config:
              configs: []
            ```

            ## Instead

            Mend what the message says.
            """##),
    RulePage(
        id: "loki-config/removed-key", severity: .error,
        summary: ##"""
            A setting that Loki no longer has.
            """##,
        body: ##"""
            ## Why

            Loki does not start with it.

            ## Example

            ```yaml
            compactor:
              shared_store: s3
            ```

            ## Instead

            ```yaml
            compactor:
              delete_request_store: s3
            ```
            """##),
    RulePage(
        id: "loki-config/retention-without-compactor", severity: .error,
        summary: ##"""
            A time of retention that nobody enforces.
            """##,
        body: ##"""
            ## Why

            `retention_period` and `retention_stream` have no effect unless the compactor has `retention_enabled: true`. Loki says nothing, and keeps everything for ever.

            ## Example

            ```yaml
            limits_config:
              retention_period: 720h
            ```

            ## Instead

            ```yaml
            limits_config:
              retention_period: 720h
            compactor:
              retention_enabled: true
              delete_request_store: filesystem
            ```
            """##),
    RulePage(
        id: "loki-config/retention-without-store", severity: .error,
        summary: ##"""
            Retention without a place for requests to delete.
            """##,
        body: ##"""
            ## Why

            With `retention_enabled: true` Loki does not start unless `delete_request_store` names an object store.

            ## Example

            ```yaml
            compactor:
              retention_enabled: true
            ```

            ## Instead

            ```yaml
            compactor:
              retention_enabled: true
              delete_request_store: filesystem
            ```
            """##),
    RulePage(
        id: "loki-config/schema-missing", severity: .error,
        summary: ##"""
            A configuration without a schema.
            """##,
        body: ##"""
            ## Why

            Loki ends with a panic: it does not know how to store anything.

            ## Example

            ```yaml
            auth_enabled: true
            server:
              http_listen_port: 3100
            ```

            ## Instead

            ```yaml
            auth_enabled: true
            schema_config:
              configs:
                - from: 2024-01-01
                  store: tsdb
                  object_store: filesystem
                  schema: v13
                  index: {prefix: index_, period: 24h}
            ```
            """##),
    RulePage(
        id: "loki-config/structured-metadata", severity: .error,
        summary: ##"""
            Structured metadata with a schema or an index that can't hold it.
            """##,
        body: ##"""
            ## Why

            `allow_structured_metadata` is `true` unless it is set. Loki does not start with it unless the newest schema is v13 or later and its store is `tsdb`.

            ## Example

            ```yaml
            schema_config:
              configs:
                - from: 2024-01-01
                  store: tsdb
                  object_store: filesystem
                  schema: v12
                  index: {prefix: index_, period: 24h}
            ```

            ## Instead

            ```yaml
            schema_config:
              configs:
                - from: 2024-01-01
                  store: tsdb
                  object_store: filesystem
                  schema: v13
                  index: {prefix: index_, period: 24h}
            ```
            """##),
    RulePage(
        id: "loki-config/unknown-key", severity: .error,
        summary: ##"""
            A setting that Loki does not have.
            """##,
        body: ##"""
            ## Why

            Loki 3.7 does not start with a key that it does not know. The development line after it ignores unknown keys below `limits_config`, so that a misspelled limit does not limit anything.

            ## Example

            ```yaml
            limits_config:
              ingestion_rate: 10
            ```

            ## Instead

            ```yaml
            limits_config:
              ingestion_rate_mb: 10
            ```
            """##),
    RulePage(
        id: "loki-config/wrong-type", severity: .error,
        summary: ##"""
            A setting whose value Loki can't read.
            """##,
        body: ##"""
            ## Why

            Loki does not start with it. Most slips are of units: durations of Go have no days, and sizes need a unit or must have none.

            ## Example

            ```yaml
            compactor:
              retention_delete_delay: 1d
            ```

            ## Instead

            ```yaml
            compactor:
              retention_delete_delay: 24h
            ```
            """##),
    RulePage(
        id: "loki-rules/bad-duration", severity: .error,
        summary: ##"""
            A duration that Loki's ruler can't read.
            """##,
        body: ##"""
            ## Why

            The ruler refuses the group.

            ## Example

            ```yaml
            interval: 1 minute
            ```

            ## Instead

            ```yaml
            interval: 1m
            ```
            """##),
    RulePage(
        id: "loki-rules/log-query", severity: .error,
        summary: ##"""
            A rule whose query gives lines instead of numbers.
            """##,
        body: ##"""
            ## Why

            The ruler compares and records numbers. It refuses a query for lines.

            ## Example

            ```yaml
            - alert: Errors
              expr: '{app="shop", level="error"}'
            ```

            ## Instead

            ```yaml
            - alert: Errors
              expr: sum(count_over_time({app="shop", level="error"}[5m])) > 0
            ```
            """##),
    RulePage(
        id: "loki-rules/never-fired", severity: .error,
        summary: ##"""
            An alert of Loki's ruler that no case makes fire.
            """##,
        body: ##"""
            ## Why

            An alert that was never seen to fire may never do it: a label is misspelt, a threshold is out of reach, and nobody is called.

            ## Example

            ```yaml
            groups:
              - name: shop
                rules:
                  - alert: ShopErrors
                    expr: sum(count_over_time({app="shop", level="error"}[5m])) > 50
            ```

            ## Instead

            Put a block `yaml as=loki-rule-test` into the page, `hidden` where readers need not see it.

            ```yaml
            tests:
              - input_lines:
                  - {labels: {app: shop, level: error}, line: "payment refused", every: 5s, until: 10m}
                alert_rule_test:
                  - {alertname: ShopErrors, eval_time: 10m, exp_alerts: [{exp_labels: {severity: warning}}]}
            ```
            """##),
    RulePage(
        id: "loki-rules/never-silent", severity: .error,
        summary: ##"""
            An alert of Loki's ruler that no case keeps silent.
            """##,
        body: ##"""
            ## Why

            An alert that fires whatever comes in would pass a test that only makes it fire. One case has to keep it silent.

            ## Example

            ```yaml
            groups:
              - name: shop
                rules:
                  - alert: ShopErrors
                    expr: sum(count_over_time({app="shop", level="error"}[5m])) > 50
            ```

            ## Instead

            Put a block `yaml as=loki-rule-test` into the page, `hidden` where readers need not see it.

            ```yaml
            tests:
              - input_lines:
                  - {labels: {app: shop, level: info}, line: "all is well", every: 5s, until: 10m}
                alert_rule_test:
                  - {alertname: ShopErrors, eval_time: 10m, exp_alerts: []}
            ```
            """##),
    RulePage(
        id: "loki-rules/test-failed", severity: .error,
        summary: ##"""
            A case for an alert of Loki's ruler that does not hold.
            """##,
        body: ##"""
            ## Why

            The rule does not do what its case says: it stays silent where it should fire, fires where it should not, or with other
            labels. Either the rule or the case is wrong.

            ## Example

            ```yaml
            tests:
              - input_lines:
                  - {labels: {app: shop, level: info}, line: "all is well", every: 5s, until: 10m}
                alert_rule_test:
                  - {eval_time: 10m, alertname: ShopErrors, exp_alerts: [{exp_labels: {severity: warning}}]}
            ```

            ## Instead

            ```yaml
            tests:
              - input_lines:
                  - {labels: {app: shop, level: error}, line: "payment refused", every: 5s, until: 10m}
                alert_rule_test:
                  - {eval_time: 10m, alertname: ShopErrors, exp_alerts: [{exp_labels: {severity: warning}}]}
            ```
            """##),
    RulePage(
        id: "loki-rules/unknown-key", severity: .error,
        summary: ##"""
            A key that Loki's ruler does not know.
            """##,
        body: ##"""
            ## Why

            The ruler refuses the whole group.

            ## Example

            ```yaml
            groups:
              - name: shop
                rules:
                  - alert: Errors
                    expression: sum(rate({app="shop", level="error"}[5m])) > 1
            ```

            ## Instead

            ```yaml
            groups:
              - name: shop
                rules:
                  - alert: Errors
                    expr: sum(rate({app="shop", level="error"}[5m])) > 1
            ```
            """##),
    RulePage(
        id: "markup/nesting-too-deep", severity: .error,
        summary: ##"""
            Quotes and lists within each other, deeper than anyone reads.
            """##,
        body: ##"""
            ## Why

            Each level costs time on each line, and no page shows a hundred of them. Such text is nearly always generated by
            mistake. What lies deeper than the limit is not printed as its author meant it.

            ## Example

            A line that begins with a thousand `>`.

            ## Instead

            Quote what is needed at the level where it is needed.
            """##),
    RulePage(
        id: "nginx/open-without-login", severity: .error,
        summary: ##"""
            A server that answers without the login that it should ask for.
            """##,
        body: ##"""
            ## Why

            The configuration has `auth_basic`, and still lets requests through to the upstream without a login, or with a wrong one. It was started and asked.

            ## Example

            ```nginx
            auth_basic "Loki";
            auth_basic_user_file /etc/nginx/loki.htpasswd;
            location /loki/ {
                auth_basic off;
                proxy_pass http://loki:3100;
            }
            ```

            ## Instead

            ```nginx
            auth_basic "Loki";
            auth_basic_user_file /etc/nginx/loki.htpasswd;
            location /loki/ {
                proxy_pass http://loki:3100;
            }
            ```
            """##),
    RulePage(
        id: "nginx/refused", severity: .error,
        summary: ##"""
            A configuration that nginx refuses.
            """##,
        body: ##"""
            ## Why

            nginx does not start with it, or goes on with the old one.

            ## Example

            ```nginx
            server {
                listen 443 ssl
            }
            ```

            ## Instead

            ```nginx
            server {
                listen 443 ssl;
            }
            ```
            """##),
    RulePage(
        id: "output/foreign", severity: .error,
        summary: ##"""
            A file in the place of an output that Galley did not make.
            """##,
        body: ##"""
            ## Why

            A build must not overwrite what somebody wrote by hand.

            ## Example

            `markdown: docs/guide.md`, where `docs/guide.md` was written by hand.

            ## Instead

            Move the file away, or set another path. Galley knows its own composed guides by the comment in their first line, and
            the files of its site by the list `.galley` in the folder.
            """##),
    RulePage(
        id: "output/not-written", severity: .error,
        summary: ##"""
            An output that the system would not let Galley write.
            """##,
        body: ##"""
            ## Why

            The disk is full, or the folder belongs to somebody else. What was there before the build is still there: outputs
            are written beside and put into their places only when all of them are complete.

            ## Example

            A folder `site` that only root may write to.

            ## Instead

            Make room, or make the folder yours, and build again.
            """##),
    RulePage(
        id: "output/source-changed", severity: .error,
        summary: ##"""
            A fragment that somebody changed while the site was built.
            """##,
        body: ##"""
            ## Why

            Pages that were made before the change and after it would not fit together, so nothing is written.

            ## Example

            An editor saves `content/quick-start.md` a moment after the build found it unchanged, and before the build read it.

            ## Instead

            Build again.
            """##),
    RulePage(
        id: "output/stale", severity: .error,
        summary: ##"""
            A committed output that is not what the build makes (`galley build --check`).
            """##,
        body: ##"""
            ## Why

            Readers of the repository would read another text than the sources give.

            ## Example

            A fragment that was edited and committed without a build.

            ## Instead

            Run `galley build` and commit what it writes.
            """##),
    RulePage(
        id: "prometheus-config/refused", severity: .error,
        summary: ##"""
            A configuration that Prometheus refuses.
            """##,
        body: ##"""
            ## Why

            Prometheus does not start with it.

            ## Example

            ```yaml
            scrape_config:
              - job_name: loki
            ```

            ## Instead

            ```yaml
            scrape_configs:
              - job_name: loki
            ```
            """##),
    RulePage(
        id: "prometheus-rules/never-fired", severity: .error,
        summary: ##"""
            An alert that no test makes fire.
            """##,
        body: ##"""
            ## Why

            An alert that never fires looks just like one that has nothing to say. Only a test on series that should fire it tells them apart.

            ## Example

            ```yaml
            - alert: LokiDown
              expr: up{job="lokki"} == 0
            ```

            ## Instead

            Write a case for `promtool test rules`, in a file `NAME.test.yaml` beside `NAME.yaml` or in a block `yaml {as=prometheus-rule-test}`:


            ```yaml
            tests:
              - name: LokiDown fires when an instance is gone
                input_series:
                  - {series: 'up{job="loki", instance="loki:3100"}', values: "1x4 0x20"}
                alert_rule_test:
                  - {eval_time: 6m, alertname: LokiDown, exp_alerts: [{exp_labels: {job: loki, instance: "loki:3100"}}]}
            ```
            """##),
    RulePage(
        id: "prometheus-rules/never-silent", severity: .error,
        summary: ##"""
            An alert that no test keeps silent.
            """##,
        body: ##"""
            ## Why

            An alert that always fires passes each test that makes it fire. One case must show when it says nothing.

            ## Example

            ```yaml
            - alert: LokiDown
              expr: up{job="loki"} >= 0
            ```

            ## Instead

            Write a case for `promtool test rules` in which it does not fire:


            ```yaml
            tests:
              - name: LokiDown is silent when one scrape fails
                input_series:
                  - {series: 'up{job="loki", instance="loki:3100"}', values: "1x4 0 1x20"}
                alert_rule_test:
                  - {eval_time: 6m, alertname: LokiDown, exp_alerts: []}
            ```
            """##),
    RulePage(
        id: "prometheus-rules/refused", severity: .error,
        summary: ##"""
            A rule file that Prometheus refuses.
            """##,
        body: ##"""
            ## Why

            Prometheus does not start with such a file, and a running one goes on with the old rules and says so only in its log.

            ## Example

            ```yaml
            groups:
              - name: loki
                rules:
                  - alert: LokiDown
                    expression: up == 0
            ```

            ## Instead

            ```yaml
            groups:
              - name: loki
                rules:
                  - alert: LokiDown
                    expr: up == 0
            ```
            """##),
    RulePage(
        id: "prometheus-rules/runbook-broken", severity: .error,
        summary: ##"""
            An alert whose `runbook_url` names a page or a section of this site that does not exist.
            """##,
        body: ##"""
            ## Why

            The link is opened at night, by somebody who was just woken. Links inside of rules are seen by no check of pages: a heading that changes breaks them, and nobody notices until then.

            ## Example

            ```yaml
            annotations:
              runbook_url: "https://docs.example.com/loki/troubleshooting.html#loki-doesnt-start"
            ```

            ## Instead

            ```yaml
            annotations:
              runbook_url: "https://docs.example.com/loki/troubleshooting.html#loki-does-not-start"
            ```

            Addresses below `site.url` of `galley.yml` are looked up; others are not followed.
            """##),
    RulePage(
        id: "prometheus-rules/template-label", severity: .error,
        summary: ##"""
            A text of an alert that shows a label which the alert does not have.
            """##,
        body: ##"""
            ## Why

            Prometheus fills in nothing for it, and the person on call reads "Loki instance  is down".

            ## Example

            ```yaml
            - alert: LokiLinesDiscarded
              expr: sum by (tenant) (rate(loki_discarded_samples_total[5m])) > 0
              annotations:
                summary: "Lines of {{ $labels.instance }} are refused"
            ```

            ## Instead

            ```yaml
            - alert: LokiLinesDiscarded
              expr: sum by (tenant) (rate(loki_discarded_samples_total[5m])) > 0
              annotations:
                summary: "Lines of {{ $labels.tenant }} are refused"
            ```
            """##),
    RulePage(
        id: "prometheus-rules/test-failed", severity: .error,
        summary: ##"""
            A test of rules that fails.
            """##,
        body: ##"""
            ## Why

            The rules do not do what their tests say. Either the rule or the test is wrong.

            ## Example

            ```yaml
            tests:
              - input_series:
                  - {series: 'up{job="loki"}', values: "1x20"}
                alert_rule_test:
                  - {eval_time: 6m, alertname: LokiDown, exp_alerts: [{exp_labels: {job: loki}}]}
            ```

            ## Instead

            ```yaml
            tests:
              - input_series:
                  - {series: 'up{job="loki"}', values: "0x20"}
                alert_rule_test:
                  - {eval_time: 6m, alertname: LokiDown, exp_alerts: [{exp_labels: {job: loki}}]}
            ```
            """##),
    RulePage(
        id: "promql/counter-without-rate", severity: .warning,
        summary: ##"""
            A counter that is read as it stands.
            """##,
        body: ##"""
            ## Why

            A counter grows from the start of its process and begins at 0 again when that starts anew. Its value says how long a process has run, not what happens now.

            ## Example

            ```promql
            sum(loki_discarded_samples_total) > 100
            ```

            ## Instead

            ```promql
            sum(increase(loki_discarded_samples_total[5m])) > 100
            ```
            """##),
    RulePage(
        id: "promql/fails", severity: .error,
        summary: ##"""
            A PromQL query that Prometheus reads, and that fails on the project's series.
            """##,
        body: ##"""
            ## Why

            A query may be well formed and yet join series that do not fit together. A dashboard or an alert with it shows an error.

            ## Example

            ```promql
            loki_inflight_requests / on (instance) process_max_fds
            ```

            ## Instead

            Say which labels match, and on which side several series may: `on (…) group_left`.
            """##),
    RulePage(
        id: "promql/finds-nothing", severity: .error,
        summary: ##"""
            A PromQL query that finds nothing on the series that it is run on.
            """##,
        body: ##"""
            ## Why

            An empty answer proves nothing: a misspelled label finds nothing, too.

            ## Example

            ```promql
            sum(up{jop="loki"})
            ```

            ## Instead

            Mend the query, or put series into the file that it finds. A query that is to find nothing has an empty block `output` behind it.
            """##),
    RulePage(
        id: "promql/quantile-without-le", severity: .error,
        summary: ##"""
            A quantile of buckets that were added up without their bounds.
            """##,
        body: ##"""
            ## Why

            `histogram_quantile` needs the label `le`. A sum that drops it leaves nothing to compute with, and the answer is empty.

            ## Example

            ```promql
            histogram_quantile(0.99, sum by (route) (rate(loki_request_duration_seconds_bucket[5m])))
            ```

            ## Instead

            ```promql
            histogram_quantile(0.99, sum by (le, route) (rate(loki_request_duration_seconds_bucket[5m])))
            ```
            """##),
    RulePage(
        id: "promql/rate-of-gauge", severity: .warning,
        summary: ##"""
            A gauge that is read with `rate`, `irate` or `increase`.
            """##,
        body: ##"""
            ## Why

            These take each fall of the value for a new start of a counter, and count what comes after it as growth. A gauge falls all the time.

            ## Example

            ```promql
            rate(loki_ingester_memory_streams[5m])
            ```

            ## Instead

            ```promql
            deriv(loki_ingester_memory_streams[5m])
            ```
            """##),
    RulePage(
        id: "promql/syntax", severity: .error,
        summary: ##"""
            A PromQL query that Prometheus refuses.
            """##,
        body: ##"""
            ## Why

            A rule with such a query keeps Prometheus from starting, and a panel with it shows an error.

            ## Example

            ```promql
            rate(loki_distributor_lines_received_total)
            ```

            ## Instead

            ```promql
            rate(loki_distributor_lines_received_total[5m])
            ```
            """##),
    RulePage(
        id: "promql/unknown-label", severity: .error,
        summary: ##"""
            A label that none of the metrics has.
            """##,
        body: ##"""
            ## Why

            A matcher for such a label keeps out all series, and a grouping by it makes one group of all.

            ## Example

            ```promql
            sum by (user) (rate(loki_distributor_lines_received_total[5m]))
            ```

            ## Instead

            ```promql
            sum by (tenant) (rate(loki_distributor_lines_received_total[5m]))
            ```
            """##),
    RulePage(
        id: "promql/unknown-metric", severity: .error,
        summary: ##"""
            A metric that Loki does not expose.
            """##,
        body: ##"""
            ## Why

            A query for a metric that is not there finds nothing, says nothing, and never alerts.

            ## Example

            ```promql
            rate(loki_ingester_chunks_flushed_failures_total[5m])
            ```

            ## Instead

            ```promql
            rate(loki_ingester_chunks_flush_failures_total[5m])
            ```
            """##),
    RulePage(
        id: "promql/unknown-route", severity: .error,
        summary: ##"""
            A value of `route` that Loki does not set.
            """##,
        body: ##"""
            ## Why

            The label is the path with `_` for `/`. A query for another value finds nothing, and an alert on it never fires.

            ## Example

            ```promql
            rate(loki_request_duration_seconds_count{route="push"}[5m])
            ```

            ## Instead

            ```promql
            rate(loki_request_duration_seconds_count{route="loki_api_v1_push"}[5m])
            ```
            """##),
    RulePage(
        id: "proof/below-request", severity: .error,
        summary: ##"""
            A snippet that was not proven as far as it asks.
            """##,
        body: ##"""
            ## Why

            `proof=` names the least that must be known of a snippet. Without it, the checker's highest level is asked for,
            and what is missing on this machine is only counted.

            ## Example

            ````markdown
            ```bash {proof=match}
            date
            ```
            ````

            ## Instead

            Give what is missing: a block `output` behind the snippet, a program (`galley doctor` names it), a service. Or ask
            for less.

            ````markdown
            ```bash {proof=run}
            date
            ```
            ````
            """##),
    RulePage(
        id: "proof/not-refused", severity: .error,
        summary: ##"""
            A bad example that is not refused by the rule that it names.
            """##,
        body: ##"""
            ## Why

            A guide that calls something wrong has to be right about it. Where the rule does not find the fault, either the
            example does not show it or the rule is another one.

            ## Example

            ````markdown
            ```logql {bad=logql/syntax}
            {app="shop"}
            ```
            ````

            ## Instead

            Show the fault, or name the rule that finds it.

            ````markdown
            ```logql {bad=logql/syntax}
            {app='shop'}
            ```
            ````
            """##),
    RulePage(
        id: "proof/not-slower", severity: .error,
        summary: ##"""
            A bad example that is not measured worse than the good one.
            """##,
        body: ##"""
            ## Why

            A guide that calls a query slow has to show it. The measure is what the engine counts (bytes and lines read and
            parsed), not time, so that it is the same on each machine.

            ## Example

            ````markdown
            ```logql {#good data=shop}
            {app="shop"} |= "timeout"
            ```

            ```logql {slower-than=good data=shop}
            {app="shop"} |= "time"
            ```
            ````

            ## Instead

            Show a query that has more to do on the same data.
            """##),
    RulePage(
        id: "proof/output-differs", severity: .error,
        summary: ##"""
            A snippet that prints something else than the `output` block behind it says.
            """##,
        body: ##"""
            ## Why

            Readers compare what they see with what the page shows.

            ## Example

            ````markdown
            ```bash
            echo hello
            ```

            ```output
            Hello
            ```
            ````

            ## Instead

            Mend the snippet or the block; `galley snippets update ID` rewrites the block. `...` alone on a line stands for any
            lines, `[..]` for anything in a line, `[NAME]` for one word that changes from run to run.

            ````markdown
            ```bash
            echo hello
            ```

            ```output
            hello
            ```
            ````
            """##),
    RulePage(
        id: "proof/service-failed", severity: .error,
        summary: ##"""
            A service that snippets need is installed, and does not get ready or refuses what it is given.
            """##,
        body: ##"""
            ## Why

            The snippets that need it were not run. A service that is missing on one machine is only counted; one that is there and
            fails hides what the snippets would have shown.

            ## Example

            ````markdown
            ```bash {needs=postgres}
            psql --command 'SELECT count(*) FROM errors'
            ```
            ````

            with a file below `services.postgres.files` that PostgreSQL refuses.

            ## Instead

            Mend what the message quotes: a file that `services` names in `galley.yml`, or the installation of the program.
            """##),
    RulePage(
        id: "proof/tool-failed", severity: .error,
        summary: ##"""
            A program that should judge snippets and did not: it hung, crashed, or printed what can't be read.
            """##,
        body: ##"""
            ## Why

            A checker that ended without an answer has proven nothing. Its silence must not pass for consent.

            ## Example

            `shellcheck` is ended after 30 seconds without having printed anything.

            ## Instead

            Run the program by hand on the snippet (`galley snippets show ID` prints it), and mend or replace the installation;
            `galley doctor` says which program is used.
            """##),
    RulePage(
        id: "python/fails", severity: .error,
        summary: ##"""
            Python that fails when it is run.
            """##,
        body: ##"""
            ## Why

            Snippets are run in a sandbox. An exception that nothing catches ends the reader's program at the same line.

            ## Example

            ```python
            rates = {}
            print(rates["error"])
            ```

            ## Instead

            ```python
            rates = {}
            print(rates.get("error", 0))
            ```
            """##),
    RulePage(
        id: "python/ruff", severity: .error,
        summary: ##"""
            What ruff finds in Python that compiles.
            """##,
        body: ##"""
            ## Why

            A name that is defined nowhere fails only when its line is run. Ruff finds such names, formats with too few values, and
            the like (its rules E9 and F). Imports and variables that nobody uses are told and do not fail: a page may show an
            import for its own sake.

            ## Example

            ```python
            logs = loki.query("up")
            ```

            ## Instead

            ```python
            import loki

            logs = loki.query("up")
            ```

            Where ruff is wrong, say so in the line: `# noqa: F821`.
            """##),
    RulePage(
        id: "python/syntax", severity: .error,
        summary: ##"""
            Python that can't be compiled.
            """##,
        body: ##"""
            ## Why

            Python refuses a file as a whole: not one line of it is run.

            ## Example

            ```python
            log.info("ready"
            ```

            ## Instead

            ```python
            log.info("ready")
            ```
            """##),
    RulePage(
        id: "schema/bad-value", severity: .error,
        summary: ##"""
            A value that the kind of file can't have there.
            """##,
        body: ##"""
            ## Why

            The program refuses the file.

            ## Example

            ```yaml
            apiVersion: v1
            kind: Pod
            metadata: {name: loki}
            spec:
              restartPolicy: always
              containers: [{name: loki, image: "grafana/loki:3.7.6"}]
            ```

            ## Instead

            ```yaml
            apiVersion: v1
            kind: Pod
            metadata: {name: loki}
            spec:
              restartPolicy: Always
              containers: [{name: loki, image: "grafana/loki:3.7.6"}]
            ```
            """##),
    RulePage(
        id: "schema/missing-key", severity: .error,
        summary: ##"""
            A key that the kind of file must have.
            """##,
        body: ##"""
            ## Why

            The program refuses the file.

            ## Example

            ```yaml
            apiVersion: v1
            kind: Pod
            metadata: {name: loki}
            spec:
              containers: [{image: "grafana/loki:3.7.6"}]
            ```

            ## Instead

            ```yaml
            apiVersion: v1
            kind: Pod
            metadata: {name: loki}
            spec:
              containers: [{name: loki, image: "grafana/loki:3.7.6"}]
            ```
            """##),
    RulePage(
        id: "schema/unknown-key", severity: .error,
        summary: ##"""
            A key that the kind of file does not have.
            """##,
        body: ##"""
            ## Why

            Programs refuse such a key, or pass over it, and then do something else than the page says.

            ## Example

            ```yaml
            services:
              loki:
                img: grafana/loki:3.7.6
            ```

            ## Instead

            ```yaml
            services:
              loki:
                image: grafana/loki:3.7.6
            ```
            """##),
    RulePage(
        id: "schema/wrong-type", severity: .error,
        summary: ##"""
            A value of another type than the kind of file has there.
            """##,
        body: ##"""
            ## Why

            The program refuses the file.

            ## Example

            ```yaml
            apiVersion: v1
            kind: Pod
            metadata: {name: loki}
            spec:
              terminationGracePeriodSeconds: "300"
              containers: [{name: loki, image: "grafana/loki:3.7.6"}]
            ```

            ## Instead

            ```yaml
            apiVersion: v1
            kind: Pod
            metadata: {name: loki}
            spec:
              terminationGracePeriodSeconds: 300
              containers: [{name: loki, image: "grafana/loki:3.7.6"}]
            ```
            """##),
    RulePage(
        id: "security/auth-proxy-open", severity: .error,
        summary: ##"""
            A Grafana that takes the name of the user from a header, from any address.
            """##,
        body: ##"""
            ## Why

            Whoever reaches Grafana without going through the proxy writes any name into the header, that of an administrator too, and
            needs no password.

            ## Example

            ```ini
            [auth.proxy]
            enabled = true
            header_name = X-WEBAUTH-USER
            ```

            ## Instead

            ```ini
            [auth.proxy]
            enabled = true
            header_name = X-WEBAUTH-USER
            whitelist = 10.0.0.5
            ```
            """##),
    RulePage(
        id: "security/basic-auth-over-http", severity: .error,
        summary: ##"""
            A user name and a password sent over plain HTTP.
            """##,
        body: ##"""
            ## Why

            Basic authentication sends the password readable to all who see the traffic.

            ## Example

            ```alloy
            endpoint {
              url = "http://loki.example.com/loki/api/v1/push"

              basic_auth {
                username      = "writer"
                password_file = "/etc/alloy/password"
              }
            }
            ```

            ## Instead

            ```alloy
            endpoint {
              url = "https://loki.example.com/loki/api/v1/push"

              basic_auth {
                username      = "writer"
                password_file = "/etc/alloy/password"
              }
            }
            ```
            """##),
    RulePage(
        id: "security/drop-hides-accept", severity: .error,
        summary: ##"""
            A firewall rule that is never reached, because an earlier one drops all that it would accept.
            """##,
        body: ##"""
            ## Why

            The first rule that matches a packet decides. What is dropped before it comes to the rule that accepts it stays dropped,
            and Prometheus gets no metrics.

            ## Example

            ```bash
            iptables -A INPUT -p tcp --dport 3100 -j DROP
            iptables -A INPUT -p tcp --dport 3100 -s 10.0.1.20 -j ACCEPT
            ```

            ## Instead

            ```bash
            iptables -A INPUT -p tcp --dport 3100 -s 10.0.1.20 -j ACCEPT
            iptables -A INPUT -p tcp --dport 3100 -j DROP
            ```
            """##),
    RulePage(
        id: "security/insecure-skip-verify", severity: .error,
        summary: ##"""
            A connection that does not check the certificate of the other side.
            """##,
        body: ##"""
            ## Why

            Whoever gets between the two can read and change all that is sent, passwords included.

            ## Example

            ```alloy
            tls_config {
              insecure_skip_verify = true
            }
            ```

            ## Instead

            ```alloy
            tls_config {
              ca_file = "/etc/alloy/tls/ca.crt"
            }
            ```
            """##),
    RulePage(
        id: "security/literal-password", severity: .error,
        summary: ##"""
            A password or key written into a configuration.
            """##,
        body: ##"""
            ## Why

            What stands in a file is copied with it: into repositories, images, backups and chats.

            ## Example

            ```alloy
            basic_auth {
              username = "writer"
              password = "s3cret"
            }
            ```

            ## Instead

            ```alloy
            basic_auth {
              username      = "writer"
              password_file = "/etc/alloy/password"
            }
            ```
            """##),
    RulePage(
        id: "security/mutable-image-tag", severity: .error,
        summary: ##"""
            An image without a fixed version.
            """##,
        body: ##"""
            ## Why

            `latest`, or no tag at all, is another program each time that it is pulled. Nobody knows what runs, and nobody can go back.

            ## Example

            ```yaml
            image: grafana/loki:latest
            ```

            ## Instead

            ```yaml
            image: grafana/loki:3.7.6
            ```
            """##),
    RulePage(
        id: "security/privileged-container", severity: .error,
        summary: ##"""
            A container with the rights of its host.
            """##,
        body: ##"""
            ## Why

            `privileged`, host namespaces and the socket of the container engine give whoever takes the container over the whole machine.

            ## Example

            ```yaml
            securityContext: {privileged: true}
            ```

            ## Instead

            ```yaml
            securityContext: {privileged: false, capabilities: {drop: [ALL]}}
            ```
            """##),
    RulePage(
        id: "security/runs-as-root", severity: .error,
        summary: ##"""
            A pod that runs as root, or may.
            """##,
        body: ##"""
            ## Why

            A fault of the program is then one of the node.

            ## Example

            ```yaml
            spec:
              containers: [{name: loki, image: "grafana/loki:3.7.6"}]
            ```

            ## Instead

            ```yaml
            spec:
              securityContext: {runAsNonRoot: true, runAsUser: 10001}
              containers: [{name: loki, image: "grafana/loki:3.7.6"}]
            ```
            """##),
    RulePage(
        id: "security/tenant-header-from-client", severity: .error,
        summary: ##"""
            A proxy that lets the client choose its tenant.
            """##,
        body: ##"""
            ## Why

            Loki believes the header `X-Scope-OrgID`. A proxy that passes on what the client sent gives each login the logs of all tenants.

            ## Example

            ```nginx
            location / {
                auth_basic "Loki";
                auth_basic_user_file /etc/nginx/loki.htpasswd;
                proxy_set_header X-Scope-OrgID $http_x_scope_orgid;
                proxy_pass http://loki:3100;
            }
            ```

            ## Instead

            ```nginx
            location / {
                auth_basic "Loki";
                auth_basic_user_file /etc/nginx/loki.htpasswd;
                proxy_set_header X-Scope-OrgID $loki_tenant;
                proxy_pass http://loki:3100;
            }
            ```
            """##),
    RulePage(
        id: "security/unbounded-label", severity: .error,
        summary: ##"""
            A label with a value for nearly each line, made by a collector.
            """##,
        body: ##"""
            ## Why

            Each value of a label is a stream of its own in Loki. Ids in labels make millions of streams, which Loki refuses or is slow with.

            ## Example

            ```alloy
            stage.labels {
              values = {level = "", request_id = ""}
            }
            ```

            ## Instead

            Keep what has many values in structured metadata:

            ```alloy
            stage.labels {
              values = {level = ""}
            }

            stage.structured_metadata {
              values = {request_id = ""}
            }
            ```
            """##),
    RulePage(
        id: "security/world-open", severity: .error,
        summary: ##"""
            A service of the inside that the whole world reaches.
            """##,
        body: ##"""
            ## Why

            Loki asks nobody for a password. Whoever reaches its port reads all logs and writes what he likes.

            ## Example

            ```yaml
            ingress:
              - from: [{ipBlock: {cidr: 0.0.0.0/0}}]
            ```

            ## Instead

            ```yaml
            ingress:
              - from: [{podSelector: {matchLabels: {app: proxy}}}]
            ```
            """##),
    RulePage(
        id: "shell/curl-glob", severity: .error,
        summary: ##"""
            Braces or brackets in a URL that curl takes for a pattern.
            """##,
        body: ##"""
            ## Why

            curl expands `{a,b}` and `[1-9]` in a URL and asks for each result. A selector loses its braces, of `{a="1",b="2"}` two
            requests are made, and `[5m]` is refused as a bad range. In a word without quotes the shell takes the double quotes away,
            besides.

            ## Example

            ```bash
            curl -sS "http://loki:3100/loki/api/v1/query?query={app=\"shop\"}"
            ```

            ## Instead

            Let curl encode the query.

            ```bash
            curl -sS -G "http://loki:3100/loki/api/v1/query" --data-urlencode 'query={app="shop"}'
            ```
            """##),
    RulePage(
        id: "shell/fails", severity: .error,
        summary: ##"""
            A command that fails when it is run.
            """##,
        body: ##"""
            ## Why

            Snippets are run in a sandbox as a reader would paste them. A command that ends with another code than 0 does not do on
            this machine what the page promises.

            ## Example

            ```bash
            grep '^loki_build_info' metrics.txt
            ```

            ## Instead

            Show what the command needs, or make the expected failure part of the example.

            ```bash
            curl -sS http://loki:3100/metrics > metrics.txt
            grep '^loki_build_info' metrics.txt
            ```
            """##),
    RulePage(
        id: "shell/loki-endpoint", severity: .error,
        summary: ##"""
            A request to Loki that its API does not have.
            """##,
        body: ##"""
            ## Why

            A path that Loki does not know is answered with `404 page not found`, a method that it does not take with 405. Both are
            easily overlooked in a script without `--fail`.

            ## Example

            ```bash
            curl -sS "http://loki:3100/api/v1/labels"
            ```

            ## Instead

            ```bash
            curl -sS "http://loki:3100/loki/api/v1/labels"
            ```
            """##),
    RulePage(
        id: "shell/loki-parameter", severity: .error,
        summary: ##"""
            A request to Loki whose parameters are not those that it reads.
            """##,
        body: ##"""
            ## Why

            Loki ignores a parameter that it does not know: the request is answered, for another time range or with another limit
            than was meant. Without a parameter that it needs, or with one that it can't read, it refuses with status 400. A delete
            request is read from the address alone, so one that is sent as a form asks for nothing.

            ## Example

            ```bash
            curl -sSG http://localhost:3100/loki/api/v1/query_range --data-urlencode 'query={app="shop"}' --data-urlencode 'from=1700000000'
            ```

            ## Instead

            ```bash
            curl -sSG http://localhost:3100/loki/api/v1/query_range --data-urlencode 'query={app="shop"}' --data-urlencode 'start=1700000000'
            ```
            """##),
    RulePage(
        id: "shell/output-differs", severity: .error,
        summary: ##"""
            A command that prints something else than the console session shows.
            """##,
        body: ##"""
            ## Why

            In a block `console` the lines without a prompt are what the commands before them print. They are held against what is
            really printed; `...` stands for any lines, `[..]` for anything in a line.

            ## Example

            ```console
            $ echo hello
            hallo
            ```

            ## Instead

            ```console
            $ echo hello
            hello
            ```
            """##),
    RulePage(
        id: "shell/shellcheck", severity: .warning,
        summary: ##"""
            What shellcheck warns of.
            """##,
        body: ##"""
            ## Why

            ShellCheck knows the mistakes that bash accepts: an unquoted variable that falls into several words, a test that is
            always true, a pipe into a loop whose variables are lost. Each finding has a code with a page of its own, named in the
            note. What shellcheck holds for style or information is told and does not fail.

            ## Example

            ```bash
            for file in $(ls *.log); do
              rm $file
            done
            ```

            ## Instead

            ```bash
            for file in *.log; do
              rm "$file"
            done
            ```

            Where shellcheck is wrong, say so in the script: `# shellcheck disable=SC2086`, on the line before.
            """##),
    RulePage(
        id: "shell/syntax", severity: .error,
        summary: ##"""
            A shell script that bash refuses to read.
            """##,
        body: ##"""
            ## Why

            Bash reads `bash -n` without running anything. What it refuses there fails on the reader's machine, too, often after
            the first half of it was run.

            ## Example

            ```bash
            if curl -sS http://loki:3100/ready then
              echo ready
            fi
            ```

            ## Instead

            ```bash
            if curl -sS http://loki:3100/ready; then
              echo ready
            fi
            ```
            """##),
    RulePage(
        id: "shell/unknown-command", severity: .error,
        summary: ##"""
            A command that nobody knows.
            """##,
        body: ##"""
            ## Why

            A misspelled command, or a sentence in a block of commands, fails when a reader pastes it. Known are the commands of
            bash, POSIX, coreutils and of usual tools for servers, what is installed on this machine, what the project declares, and
            functions of the script itself.

            ## Example

            ```bash
            logcil query '{app="shop"}'
            ```

            ## Instead

            ```bash
            logcli query '{app="shop"}'
            ```

            What is no command belongs into a comment or a block `text`. Declare commands of your own in `galley.yml`.
            """##),
    RulePage(
        id: "site/address-taken", severity: .error,
        summary: ##"""
            Two pages, files or redirects with one address.
            """##,
        body: ##"""
            ## Why

            One would overwrite the other, and which of them would depend on chance.

            ## Example

            The fragments `01-overview.md` and `02-overview.md`: numbers at the beginning of a name are not part of the
            address.

            ## Instead

            Give each fragment a name of its own, or each publication a folder of its own by `path:`.
            """##),
    RulePage(
        id: "site/anchor-missing", severity: .error,
        summary: ##"""
            A link to a section or other anchor that its page does not have.
            """##,
        body: ##"""
            ## Why

            The browser opens the page at its top, and the reader searches for what was meant. Headings get the ids that
            GitHub gives them, so that a link that works there works on the site.

            ## Example

            ```md
            ## Log retention

            See [below](#retention).
            ```

            ## Instead

            ```md
            See [below](#log-retention).
            ```

            Or give the heading a lasting id: `## Log retention {#retention}`.
            """##),
    RulePage(
        id: "site/duplicate-id", severity: .error,
        summary: ##"""
            Two elements of a page with one id.
            """##,
        body: ##"""
            ## Why

            A link to the id leads to the first of them, whichever was meant.

            ## Example

            ```md
            ## Limits {#limits}

            ## Limits of a tenant {#limits}
            ```

            ## Instead

            Give each its own id, or leave ids to Galley, which makes them unique.
            """##),
    RulePage(
        id: "site/heading-order", severity: .error,
        summary: ##"""
            A heading that leaves out a level, a page without a title, or one with two.
            """##,
        body: ##"""
            ## Why

            The levels are how screen readers and the table of contents find their way; a gap in them is a section that seems
            to be missing.

            ## Example

            ```md
            # Security

            ### Certificates
            ```

            ## Instead

            ```md
            # Security

            ## Certificates
            ```
            """##),
    RulePage(
        id: "site/image-alt", severity: .error,
        summary: ##"""
            An image without a text for those who can't see it.
            """##,
        body: ##"""
            ## Why

            Screen readers read the file's name instead, and a browser that can't load the image shows nothing.

            ## Example

            ```md
            ![](images/write-path.svg)
            ```

            ## Instead

            Say what the image shows. One that only decorates has `alt=""` in HTML.

            ```md
            ![Agents send lines to the distributor, which sends them to three ingesters](images/write-path.svg)
            ```
            """##),
    RulePage(
        id: "site/image-missing", severity: .error,
        summary: ##"""
            An image, script or style sheet that the site does not have.
            """##,
        body: ##"""
            ## Why

            Readers see a gap, or a page without its look.

            ## Example

            ```md
            ![The write path](images/write-pth.svg)
            ```

            ## Instead

            Name a file below the publication's folder, relative to the fragment.

            ```md
            ![The write path](images/write-path.svg)
            ```
            """##),
    RulePage(
        id: "site/link-broken", severity: .error,
        summary: ##"""
            A link to a page or file of the site that the site does not have.
            """##,
        body: ##"""
            ## Why

            Readers get a page that says that there is none.

            ## Example

            ```md
            See [the configuration](03-configuraton.md).
            ```

            ## Instead

            Link to a fragment of the publication, or to a file below its folder, relative to the fragment that links:

            ```md
            See [the configuration](03-configuration.md).
            ```

            Addresses that run or open something on the reader's machine (`javascript:`, `vbscript:`, `file:`, most of `data:`) are left
            out of pages, so a link to one leads nowhere.
            """##),
    RulePage(
        id: "site/redirect-broken", severity: .error,
        summary: ##"""
            A redirect to a page or section that the site does not have.
            """##,
        body: ##"""
            ## Why

            A redirect is a promise to old links; one that leads nowhere breaks it in a way that nobody sees.

            ## Example

            ```yaml
            redirects:
              old.html: 02-quickstart.md
            ```

            ## Instead

            Name the fragment as its publication lists it, with the anchor if one is meant: `02-quick-start.md#first-query`.
            """##),
    RulePage(
        id: "site/shadowed-definition", severity: .error,
        summary: ##"""
            A second definition of a link or footnote with a label that has one.
            """##,
        body: ##"""
            ## Why

            Markdown takes the first and drops the second without a word.

            ## Example

            ```md
            [docs]: https://grafana.com/docs/loki/latest/
            [docs]: https://grafana.com/docs/alloy/latest/
            ```

            ## Instead

            Give each its own label.
            """##),
    RulePage(
        id: "site/unused-definition", severity: .warning,
        summary: ##"""
            A definition of a link or footnote that nothing refers to.
            """##,
        body: ##"""
            ## Why

            It is what remains of a text that was taken out, or a slip of the pen in the reference that should use it.

            ## Example

            ```md
            See the documentation.

            [docs]: https://grafana.com/docs/loki/latest/
            ```

            ## Instead

            Refer to it, or take it out.

            ```md
            See [the documentation][docs].

            [docs]: https://grafana.com/docs/loki/latest/
            ```
            """##),
    RulePage(
        id: "snippet/circular", severity: .error,
        summary: ##"""
            Snippets that are each to be slower than the other.
            """##,
        body: ##"""
            ## Why

            `slower-than=` holds a bad example against a good one. A circle, or a snippet that names itself, has no good one.

            ## Example

            ````markdown
            ```logql {#a slower-than=b data=shop}
            {app="shop"} | json
            ```

            ```logql {#b slower-than=a data=shop}
            {app="shop"} |= "error"
            ```
            ````

            ## Instead

            Take `slower-than` off the good one.
            """##),
    RulePage(
        id: "snippet/container-missing", severity: .error,
        summary: ##"""
            A file named by `in=` that can't be read.
            """##,
        body: ##"""
            ## Why

            The text is a part of that file, and is checked merged into it.

            ## Example

            ````markdown
            ```yaml {as=loki-config in=example/loki-config.yaml}
            server:
              log_format: json
            ```
            ````

            ## Instead

            Name a file of the project, relative to the folder of the page.

            ````markdown
            ```yaml {as=loki-config in=examples/loki-config.yaml}
            server:
              log_format: json
            ```
            ````
            """##),
    RulePage(
        id: "snippet/duplicate-id", severity: .error,
        summary: ##"""
            A name that two snippets have.
            """##,
        body: ##"""
            ## Why

            Evidence, the cache and other snippets refer to a snippet by its name, over all pages of the site.

            ## Example

            ````markdown
            ```logql {#errors}
            {app="shop", level="error"}
            ```

            ```logql {#errors}
            {app="shop"} |= "error"
            ```
            ````

            ## Instead

            Give each a name of its own, such as `errors-by-label` and `errors-by-text`.
            """##),
    RulePage(
        id: "snippet/mixed-session", severity: .error,
        summary: ##"""
            A session that snippets of different checkers, or with different needs, share.
            """##,
        body: ##"""
            ## Why

            Snippets of one session run in one shell, or in one database, one after the other. A shell can't go on with SQL.

            ## Example

            ````markdown
            ```bash {session=setup}
            NAME=loki
            ```

            ```sql {session=setup}
            SELECT 1;
            ```
            ````

            ## Instead

            Give each language a session of its own.
            """##),
    RulePage(
        id: "snippet/orphan-output", severity: .error,
        summary: ##"""
            A block `output` that does not stand right behind a snippet.
            """##,
        body: ##"""
            ## Why

            An `output` block is what the snippet before it prints. Alone it says nothing that could be held against a run.

            ## Example

            ````markdown
            ```bash
            echo hello
            ```

            It prints:

            ```output
            hello
            ```
            ````

            ## Instead

            Put the block right behind its snippet, with no text between them. Text that no snippet prints is a block `text`.

            ````markdown
            ```bash
            echo hello
            ```

            ```output
            hello
            ```
            ````
            """##),
    RulePage(
        id: "snippet/range", severity: .error,
        summary: ##"""
            A range or a step that a query can't be asked with.
            """##,
        body: ##"""
            ## Why

            `range=1h step=5m` asks a metric query for its values at each five minutes of the dataset's last hour. One without the
            other says too little, and a query for lines has no steps.

            ## Example

            ````markdown
            ```logql {data=shop range=1h}
            sum(rate({app="shop"}[5m]))
            ```
            ````

            ## Instead

            ````markdown
            ```logql {data=shop range=1h step=5m}
            sum(rate({app="shop"}[5m]))
            ```
            ````
            """##),
    RulePage(
        id: "snippet/skip-expired", severity: .error,
        summary: ##"""
            A skip whose last day is past.
            """##,
        body: ##"""
            ## Why

            `until=` promises that the snippet will be proven by then.

            ## Example

            ````markdown
            ```bash {skip="needs the new release" until=2020-01-31}
            loki -version
            ```
            ````

            ## Instead

            Prove the snippet, or give a new day with the reason that holds now.
            """##),
    RulePage(
        id: "snippet/skip-reason", severity: .error,
        summary: ##"""
            A skip that does not say why, or until when.
            """##,
        body: ##"""
            ## Why

            What is not proven is shown to readers with its reason. One word is no reason, and a date that can't be read never
            comes.

            ## Example

            ````markdown
            ```bash {skip="todo" until=soon}
            make deploy
            ```
            ````

            ## Instead

            ````markdown
            ```bash {skip="needs a cluster" until=2027-06-30}
            make deploy
            ```
            ````
            """##),
    RulePage(
        id: "snippet/unchecked", severity: .error,
        summary: ##"""
            A code block that no checker takes, so that nothing of it is proven.
            """##,
        body: ##"""
            ## Why

            Readers trust that examples were checked. A block that nobody looks at is where errors live.

            ## Example

            ````markdown
            ```
            {app="shop"}
            ```
            ````

            ## Instead

            Name the language, add a checker for it under `checkers` in `galley.yml`, or say why it is not proven.

            ````markdown
            ```logql
            {app="shop"}
            ```
            ````
            """##),
    RulePage(
        id: "snippet/unknown-kind", severity: .error,
        summary: ##"""
            A kind of text that no checker knows.
            """##,
        body: ##"""
            ## Why

            `as=` says what a text is. Of a kind that nobody knows nothing can be proven.

            ## Example

            ````markdown
            ```yaml {as=loki-conf}
            server:
              http_listen_port: 3100
            ```
            ````

            ## Instead

            ````markdown
            ```yaml {as=loki-config}
            server:
              http_listen_port: 3100
            ```
            ````
            """##),
    RulePage(
        id: "snippet/unknown-level", severity: .error,
        summary: ##"""
            A level of proof that there is not.
            """##,
        body: ##"""
            ## Why

            `proof=` names the least that has to be proven. A word that Galley does not know would ask for nothing.

            ## Example

            ````markdown
            ```sql {proof=execute}
            SELECT 1;
            ```
            ````

            ## Instead

            Write `parse`, `validate`, `run` or `match`; without `proof=` the highest is asked for that the checker has.

            ````markdown
            ```sql {proof=run}
            SELECT 1;
            ```
            ````
            """##),
    RulePage(
        id: "snippet/unknown-name", severity: .error,
        summary: ##"""
            An attribute that names a dataset, a service, a snippet or a rule that there is not.
            """##,
        body: ##"""
            ## Why

            The snippet would be proven on nothing, or held against nothing.

            ## Example

            ````markdown
            ```logql {data=shpo}
            {app="shop"}
            ```
            ````

            ## Instead

            Use a name that `galley.yml` has under `datasets` or `services`; of a snippet its `#id`; of a rule its name as in
            `galley explain`.

            ````markdown
            ```logql {data=shop}
            {app="shop"}
            ```
            ````
            """##),
    RulePage(
        id: "sql/fails", severity: .error,
        summary: ##"""
            A statement that PostgreSQL refuses when it is run.
            """##,
        body: ##"""
            ## Why

            The syntax is right, and a table, a column, a type or a value is not. Only the server knows.

            ## Example

            ```sql
            SELECT error_kind FROM tb_error_log;
            ```

            ## Instead

            ```sql
            SELECT error_type FROM tb_error_log;
            ```
            """##),
    RulePage(
        id: "sql/syntax", severity: .error,
        summary: ##"""
            SQL that PostgreSQL's parser refuses.
            """##,
        body: ##"""
            ## Why

            Readers paste the statement, and get an error.

            ## Example

            ```sql
            SELECT error_type FORM tb_error_log;
            ```

            ## Instead

            ```sql
            SELECT error_type FROM tb_error_log;
            ```
            """##),
    RulePage(
        id: "suppression/expired", severity: .error,
        summary: ##"""
            A suppression whose last day is over.
            """##,
        body: ##"""
            ## Why

            It was to be temporary. What it let pass is reported again.

            ## Example

            ```
            <!-- galley-allow links/anchor-missing until=2020-01-31: the page is written next month -->
            ```

            ## Instead

            Mend what it let pass and remove it, or give it a new date with the reason.
            """##),
    RulePage(
        id: "suppression/malformed", severity: .error,
        summary: ##"""
            A suppression that is not written as it must be.
            """##,
        body: ##"""
            ## Why

            It would suppress nothing, and the comment would look as if it did.

            ## Example

            ```
            <!-- galley-allow anchor-missing -->
            ```

            ## Instead

            ```
            <!-- galley-allow links/anchor-missing until=2027-01-31: the page is written next month -->
            ```
            """##),
    RulePage(
        id: "suppression/missing-reason", severity: .error,
        summary: ##"""
            A suppression without a reason.
            """##,
        body: ##"""
            ## Why

            Whoever reads it later can't tell whether it is still right.

            ## Example

            ```
            <!-- galley-allow links/anchor-missing -->
            ```

            ## Instead

            ```
            <!-- galley-allow links/anchor-missing: the page makes the anchor at run time -->
            ```
            """##),
    RulePage(
        id: "suppression/unknown-rule", severity: .error,
        summary: ##"""
            A suppression of a rule that does not exist.
            """##,
        body: ##"""
            ## Why

            It suppresses nothing: the rule's name is misspelled, or the rule is gone.

            ## Example

            ```
            <!-- galley-allow links/anchor-mising: made at run time -->
            ```

            ## Instead

            ```
            <!-- galley-allow links/anchor-missing: made at run time -->
            ```
            """##),
    RulePage(
        id: "suppression/unused", severity: .warning,
        summary: ##"""
            A suppression that suppresses nothing.
            """##,
        body: ##"""
            ## Why

            What it let pass is mended, or has moved to another block. Left where it is, it would hide the next finding of the rule.

            ## Example

            ```
            <!-- galley-allow links/anchor-missing: made at run time -->
            A paragraph without links.
            ```

            ## Instead

            Remove it.
            """##),
    RulePage(
        id: "template/missing", severity: .error,
        summary: ##"""
            A theme without one of the templates that pages are made with.
            """##,
        body: ##"""
            ## Why

            Each kind of page has a template of its own; without it there is no way to make the page.

            ## Example

            A folder `theme/templates` with `landing.mustache` alone.

            ## Instead

            Keep `page`, `guide`, `landing`, `not-found` and `redirect` in the theme. To change a single one, put it into the
            folder that `overrides:` names, and leave the theme as it is.
            """##),
    RulePage(
        id: "template/partial-missing", severity: .error,
        summary: ##"""
            A partial that the theme does not have, or that leads back to itself.
            """##,
        body: ##"""
            ## Why

            A template renders a missing partial as nothing: the header of each page would be gone without a word.

            ## Example

            ```html
            {{> heder}}
            ```

            ## Instead

            Name a file of the folder `templates`, without its ending.

            ```html
            {{> header}}
            ```
            """##),
    RulePage(
        id: "template/syntax", severity: .error,
        summary: ##"""
            A template that can't be read: a section without an end, a tag that is cut off.
            """##,
        body: ##"""
            ## Why

            No page can be made with a template that has no meaning, so the build stops before it writes anything.

            ## Example

            ```html
            {{#navigation}}<a href="{{url}}">{{title}}</a>
            ```

            ## Instead

            Close each section with its own name.

            ```html
            {{#navigation}}<a href="{{url}}">{{title}}</a>{{/navigation}}
            ```
            """##),
    RulePage(
        id: "template/unknown-name", severity: .error,
        summary: ##"""
            A name in a template that pages do not have.
            """##,
        body: ##"""
            ## Why

            A template renders an unknown name as nothing. A slip of the pen would leave a gap in each page of the site, and
            nobody would be told.

            ## Example

            ```html
            <title>{{page.titel}}</title>
            ```

            ## Instead

            Use a name that pages have; the finding names the nearest ones.

            ```html
            <title>{{page.title}}</title>
            ```
            """##),
    RulePage(
        id: "text/control-character", severity: .error,
        summary: ##"""
            A character in a block of text that readers can't see.
            """##,
        body: ##"""
            ## Why

            Escapes of a terminal and other control characters are copied along with the text, and do what nobody sees.

            ## Example

            A line that was copied with the colours of a terminal.

            ## Instead

            Take the characters out.
            """##),
    RulePage(
        id: "theme/unreadable", severity: .error,
        summary: ##"""
            A file of the theme that can't be read.
            """##,
        body: ##"""
            ## Why

            A site without its style, or with an older one, is not the site that was asked for.

            ## Example

            A file `theme/assets/style.css` that belongs to another user, who lets nobody read it.

            ## Instead

            Make the file readable: `chmod u+r theme/assets/style.css`.
            """##),
    RulePage(
        id: "todos/empty-section", severity: .error,
        summary: ##"""
            A heading with nothing under it: no text before the next heading of its level or above.
            """##,
        body: ##"""
            ## Why

            A heading promises a text. An empty one is what remains of an outline.

            ## Example

            ```md
            ## Backups

            ## Restores

            Stop Loki first.
            ```

            ## Instead

            Write the section, or take its heading out. A heading that is followed by one of a lower level is not empty.
            """##),
    RulePage(
        id: "todos/placeholder", severity: .error,
        summary: ##"""
            A word or phrase that says that something is still to be written: `TODO`, `TBD`, `FIXME`, `XXX`, "coming soon", "lorem ipsum".
            """##,
        body: ##"""
            ## Why

            Readers meet it as a promise that nobody keeps. It is found in prose, in headings, in the comments of code, in the
            texts of images and in inline code; not inside other words.

            ## Example

            ```md
            ## Retention

            TODO: explain the compactor.
            ```

            ## Instead

            Write it, or take the section out. Where the text speaks of the word itself, say so on the line before:

            ```md
            <!-- galley-allow todos/placeholder: the chapter explains the marker itself -->
            Search your code for `TODO` before a release.
            ```
            """##),
    RulePage(
        id: "todos/placeholder-link", severity: .error,
        summary: ##"""
            A link that leads nowhere yet: `#`, an empty address, or words such as `URL` and `<link>` in the place of one.
            """##,
        body: ##"""
            ## Why

            It looks like a link and does nothing, which no link checker minds.

            ## Example

            ```md
            See [the runbook](#).
            ```

            ## Instead

            Link to what is meant, or leave the words without a link.
            """##),
    RulePage(
        id: "yaml/duplicate-key", severity: .error,
        summary: ##"""
            A key that stands twice in one mapping.
            """##,
        body: ##"""
            ## Why

            Programs that read YAML keep one of the two values, without a word, and not all of them the same one. The other
            setting looks as if it were in force.

            ## Example

            ```yaml
            limits_config:
              retention_period: 30d
              retention_period: 90d
            ```

            ## Instead

            Keep the line that is meant and remove the other.
            """##),
    RulePage(
        id: "yaml/empty", severity: .error,
        summary: ##"""
            A block of YAML that holds nothing.
            """##,
        body: ##"""
            ## Why

            Nothing is shown, and nothing can be proven.

            ## Example

            ```yaml
            # to be written
            ```

            ## Instead

            Write the example, or take the block out.
            """##),
    RulePage(
        id: "yaml/kind-unnamed", severity: .warning,
        summary: ##"""
            A block of YAML that looks like a file of a known kind, and does not say so.
            """##,
        body: ##"""
            ## Why

            Without `as=` only the syntax is checked. With it, names, types and rules of the program that reads the file are.

            ## Example

            ```yaml
            limits_config:
              ingestion_rate: 10
            ```

            ## Instead

            ````markdown
            ```yaml {as=loki-config}
            limits_config:
              ingestion_rate_mb: 10
            ```
            ````
            """##),
    RulePage(
        id: "yaml/missing-key", severity: .error,
        summary: ##"""
            A key that must be there and is not.
            """##,
        body: ##"""
            ## Why

            There is no sensible default for it.

            ## Example

            ```yaml
            site:
              language: en
            ```

            ## Instead

            ```yaml
            site:
              title: Operations guide
              language: en
            ```
            """##),
    RulePage(
        id: "yaml/norway", severity: .warning,
        summary: ##"""
            A word without quotation marks that many programs take for a truth value.
            """##,
        body: ##"""
            ## Why

            YAML 1.1 reads `no`, `off`, `on` and `yes` as truth values, so that the country code of Norway became `false`. Programs of today do it still.

            ## Example

            ```yaml
            country: no
            ```

            ## Instead

            ```yaml
            country: "no"
            ```
            """##),
    RulePage(
        id: "yaml/syntax", severity: .error,
        summary: ##"""
            A text that is not YAML.
            """##,
        body: ##"""
            ## Why

            No program can read it, or what it reads is not what was meant.

            ## Example

            ```yaml
            title: Loki: the guide
            ```

            ## Instead

            ```yaml
            title: "Loki: the guide"
            ```
            """##),
    RulePage(
        id: "yaml/tab", severity: .error,
        summary: ##"""
            A tab where YAML takes only spaces for indentation.
            """##,
        body: ##"""
            ## Why

            A tab is as wide as each editor likes, so YAML forbids it where width has a meaning (YAML 1.2.2, 6.1).

            ## Example

            A line that begins with a tab, below `site:`.

            ## Instead

            ```yaml
            site:
              title: Operations guide
            ```
            """##),
    RulePage(
        id: "yaml/too-deep", severity: .error,
        summary: ##"""
            Lists and mappings nested more than 100 levels deep.
            """##,
        body: ##"""
            ## Why

            Nobody can read such a text, and programs that follow it level by level fail on it.

            ## Example

            A list in a list in a list, a hundred times over.

            ## Instead

            Flatten the text.
            """##),
    RulePage(
        id: "yaml/too-many-aliases", severity: .error,
        summary: ##"""
            Aliases that blow a text up beyond 100,000 nodes.
            """##,
        body: ##"""
            ## Why

            Lists of aliases to lists of aliases grow by multiplication: ten lines can stand for more values than any machine
            can hold. No text that people read needs that.

            ## Example

            ```yaml
            a: &a [x, x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
            ```

            ## Instead

            Write out what is meant, or generate it.
            """##),
    RulePage(
        id: "yaml/unknown-alias", severity: .error,
        summary: ##"""
            An alias (`*name`) without an anchor (`&name`) before it.
            """##,
        body: ##"""
            ## Why

            An alias stands for what its anchor names, and the anchor must come first in the same document. Where a value begins
            with an asterisk by chance, YAML takes it for an alias as well.

            ## Example

            ```yaml
            schedule: *daily
            ```

            ## Instead

            ```yaml
            default: &daily "0 4 * * *"
            schedule: *daily
            ```
            """##),
    RulePage(
        id: "yaml/unknown-key", severity: .error,
        summary: ##"""
            A key that means nothing where it stands.
            """##,
        body: ##"""
            ## Why

            A setting that is misspelled, or stands one level too deep, would be ignored without a word, and the author would
            believe that it is in force.

            ## Example

            ```yaml
            site:
              titel: Operations guide
            ```

            ## Instead

            ```yaml
            site:
              title: Operations guide
            ```
            """##),
    RulePage(
        id: "yaml/version-number", severity: .warning,
        summary: ##"""
            A version that is read as a fraction.
            """##,
        body: ##"""
            ## Why

            `3.10` is the number 3.1. The version needs quotation marks to stay what it is.

            ## Example

            ```yaml
            version: 3.10
            ```

            ## Instead

            ```yaml
            version: "3.10"
            ```
            """##),
    RulePage(
        id: "yaml/wrong-type", severity: .error,
        summary: ##"""
            A value of another kind than its key needs: a list for a text, a word for a number.
            """##,
        body: ##"""
            ## Why

            Guessing what was meant hides mistakes. A list in the place of a text, for example, mostly comes of a line with a
            wrong indentation.

            ## Example

            ```yaml
            site:
              title: [Operations, guide]
            ```

            ## Instead

            ```yaml
            site:
              title: Operations guide
            ```
            """##),
]
