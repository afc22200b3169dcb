import Diagnostics
import Testing

@testable import Checkers

struct ShellFindingsTests {
    private func findings(_ code: String, commands: [String] = []) -> [String] {
        let file = SourceFile(path: "pages/test.md", text: "é\n" + code)
        var builder = PositionMap.Builder()
        builder.copy(3..<file.bytes.count, of: PositionMap(identity: file))
        let known = KnownCommands(declared: commands)
        return ShellFindings(Array(code.utf8), map: builder.build(fallback: file.wholeSpan), known: known).findings
            .map { "\($0.rule): \($0.span.text)" }
    }

    @Test(arguments: [
        ("ls; ech x", ["shell/unknown-command: ech"]),
        ("Grafana → Explore → x", ["shell/unknown-command: Grafana"]),
        ("sudo logcil query", ["shell/unknown-command: logcil"]),
        ("echo $(curll x)", ["shell/unknown-command: curll"]),
        ("f() { :; }; f; alias g=ls; g; ./own.sh; \"$TOOL\" x", []),
        ("mine --help", []),
        ("ehco a; . ./functions.sh; badusage", ["shell/unknown-command: ehco"]),
        ("x=`if true; then ls; fi`; \\ls", []),
        ("[ -f a ] && . a; local x=1; logcli query; kubectl get pods; nft list ruleset", []),
    ])
    func commands(_ code: String, _ expected: [String]) {
        #expect(findings(code, commands: ["mine"]) == expected)
    }

    @Test func meantCommandIsNamed() {
        let map = PositionMap(identity: SourceFile(path: "a", text: "logcil"))
        let found = ShellFindings(Array("logcil".utf8), map: map, known: KnownCommands()).findings
        #expect(found.first?.help == "did you mean `logcli`?")
        #expect(found.first?.fix?.edits.first?.replacement == "logcli")
    }

    private static let query = "curl -sG http://loki:3100/loki/api/v1/query"

    @Test(arguments: [
        ("\(query)_range -d from=1 --data-urlencode 'query={a=\"b\"}'", ["shell/loki-parameter: from"]),
        ("\(query)_range?strt=1 -d end=2", [missing("_range"), "shell/loki-parameter: strt"]),
        ("\(query) --data-urlencode 'queries={a=\"b\"}'", [missing(""), "shell/loki-parameter: queries"]),
        (
            "\(query) -d query=1 -d time=yesterday -d limit=0 -d direction=up",
            ["shell/loki-parameter: yesterday", "shell/loki-parameter: 0", "shell/loki-parameter: up"]
        ),
        (
            "\(query)_range -d query=vector -d step=fast -d since=1x",
            ["logql/syntax: vector", "shell/loki-parameter: fast", "shell/loki-parameter: 1x"]
        ),
        ("curl http://loki:3100/ready?verbose=1", ["shell/loki-parameter: verbose"]),
        ("curl -X POST http://loki:3100/log_level", ["shell/loki-parameter: /log_level"]),
        ("curl -X POST 'http://loki:3100/log_level?log_level=loud'", ["shell/loki-parameter: loud"]),
        (
            "curl http://loki:3100/loki/api/v1/delete -d 'query={a=\"b\"}' -d start=1",
            ["shell/loki-parameter: query", "shell/loki-parameter: start"]
        ),
        ("curl -X POST -g 'http://loki:3100/loki/api/v1/delete?query={a=\"b\"}&start=1'", []),
        ("curl -X POST --url-query 'query={a=\"b\"}' --url-query start=1 http://loki:3100/loki/api/v1/delete", []),
        ("curl -X DELETE http://loki:3100/loki/api/v1/delete", ["shell/loki-parameter: /loki/api/v1/delete"]),
        (
            "\(query)_range -d query=1 -d start=\"$START\" --data-urlencode end=2027-01-15T12:00:00.5+01:00 -d step=30s",
            []
        ),
        // In a form, `+` is a space.
        ("\(query) -d query=1 -d time=2027-01-15T12:00:00+01:00", ["shell/loki-parameter: 2027-01-15T12:00:00+01:00"]),
        ("\(query) \"$@\"", []),
        ("\(query) -d @form", []),
        ("\(query) --data-urlencode \"query=$Q\" -d time=1700000000.5", []),
    ])
    func lokiParameters(_ code: String, _ expected: [String]) {
        #expect(findings(code) == expected)
    }

    private static func missing(_ rest: String) -> String { "shell/loki-parameter: /loki/api/v1/query\(rest)" }

    @Test(arguments: [
        ("curl http://loki:3100/loki/api/v1/querry", ["shell/loki-endpoint: /loki/api/v1/querry"]),
        ("curl -X POST \"http://localhost:3100/ready\"", ["shell/loki-endpoint: /ready"]),
        ("curl -d 'a=b' http://loki:3100/metrics", ["shell/loki-endpoint: /metrics"]),
        ("curl -XGET http://loki:3100/loki/api/v1/push", ["shell/loki-endpoint: /loki/api/v1/push"]),
        ("curl \"$LOKI/loki/api/v1/labelz\"", ["shell/loki-endpoint: /loki/api/v1/labelz"]),
        ("curl -sS loki:3100/healthz", ["shell/loki-endpoint: /healthz"]),
        (
            "curl -G --data-urlencode 'query={a=\"b\"}' http://loki:3100/loki/api/v1/push",
            ["shell/loki-endpoint: /loki/api/v1/push"]
        ),
        ("curl -sSf http://loki:3100/ready", []),
        ("curl -I http://loki:3100/ready", []),
        ("curl --json '{}' http://loki:3100/loki/api/v1/push", []),
        ("curl -X \"$METHOD\" http://loki:3100/loki/api/v1/rules/$NS/group", []),
        ("curl -X DELETE http://loki:3100/loki/api/v1/rules/a/b", []),
        ("curl http://loki:3100/loki/api/v1/label/app/values", []),
        ("curl http://grafana:3000/api/health; curl http://127.0.0.1:12345/-/ready", []),
        ("curl -G --data-urlencode start=1 -H 'X: y' http://loki:3100/loki/api/v1/series", []),
        ("curl -T rules.yaml -X POST http://loki:3100/loki/api/v1/rules/a", []),
    ])
    func lokiEndpoints(_ code: String, _ expected: [String]) {
        #expect(findings(code) == expected)
    }

    private static let api = "http://loki:3100/loki/api/v1"

    @Test(arguments: [
        ("curl -G '\(api)/query_range' --data-urlencode 'query={app=\"a\" | json'", ["logql/syntax: |"]),
        ("curl -G '\(api)/query' --data-urlencode \"query={app=\\\"a\\\"} |= \"", ["logql/syntax: "]),
        ("curl -G '\(api)/series' --data-urlencode 'match[]={app='", ["logql/syntax: "]),
        ("curl -G '\(api)/query' --data-urlencode 'query=rate({app=\"a\"}[5m])'", []),
        ("curl -G '\(api)/query' --data-urlencode \"query={app=\\\"$APP\\\"\"", []),
        ("curl '\(api)/query?query=%7Bapp%3D%22a%22%7D%20%7C%3D'", ["logql/syntax: "]),
        ("curl '\(api)/query?query=%7Bapp%3D%22a%22%7D%20%7C%3D+%22b%22'", []),
        ("curl -g '\(api)/query?query={app=\"a\"}'", []),
        ("curl -g \(api)/query?query={app=\"a\"}", ["logql/syntax: a"]),
        ("curl --data-urlencode 'query={app=~}' \(api)/query_range", ["logql/syntax: }"]),
        ("curl --data-urlencode 'query={app=~\".+\"}' -G \(api)/index/volume", []),
        ("curl -G --data-urlencode query@file \(api)/query", []),
    ])
    func queries(_ code: String, _ expected: [String]) {
        #expect(findings(code) == expected)
    }

    @Test(arguments: [
        ("curl \(api)/query?query={app=\"fraiseql\"}", ["shell/curl-glob: {app=\"fraiseql\"}"]),
        ("curl -X POST \"\(api)/delete?query={app=\\\"x\\\"}&start=1\"", ["shell/curl-glob: {app=\\\"x\\\"}"]),
        ("curl 'http://p:9090/api/v1/query?query=rate(x[5m])'", ["shell/curl-glob: [5m]"]),
        ("curl -g 'http://p:9090/api/v1/query?query=rate(x[5m])'", []),
        ("curl 'http://h/{a,b}.txt?page=[1-9]&m[]=x&s={p,q}'", []),
    ])
    func globs(_ code: String, _ expected: [String]) {
        #expect(findings(code) == expected)
    }

    @Test(arguments: [
        ("curl -u \"a:$P\" http://logs.example.com/x", ["security/basic-auth-over-http: http://logs.example.com/x"]),
        ("curl -u a http://logs.example.com/x", ["security/basic-auth-over-http: http://logs.example.com/x"]),
        (
            "curl -H 'Authorization: Basic YTpi' http://logs.example.com",
            ["security/basic-auth-over-http: http://logs.example.com"]
        ),
        ("curl -u \"a:$P\" http://localhost:3000/x http://127.0.0.1/ \"http://$HOST/\" https://logs.example.com", []),
        ("curl -sk https://logs.example.com", ["security/insecure-skip-verify: -sk"]),
        ("curl --insecure https://x", ["security/insecure-skip-verify: --insecure"]),
        ("wget --no-check-certificate https://x", ["security/insecure-skip-verify: --no-check-certificate"]),
        ("curl -sS -k https://localhost:3100/ready", []),
        ("curl -u admin:hunter2 https://x", ["security/literal-password: hunter2"]),
        ("curl https://admin:hunter2@x/", ["security/literal-password: hunter2"]),
        ("PGPASSWORD=fraiseql psql -h db", ["security/literal-password: fraiseql"]),
        ("export DB_PASSWORD='s3cret'", ["security/literal-password: s3cret"]),
        ("docker run -e GF_SECURITY_ADMIN_PASSWORD=admin grafana/grafana:12.1.0", ["security/literal-password: admin"]),
        ("logcli --username=a --password=b1c query '{}'", ["security/literal-password: b1c"]),
        ("psql postgresql://u:pw1@db/x", ["security/literal-password: pw1"]),
        ("htpasswd -bB file name secret1", ["security/literal-password: secret1"]),
        ("curl -u \"$A:$B\" https://x; PGPASSWORD=$(cat f) psql; export X_PASSWORD=<password>", []),
        (
            "curl -u user:YOUR_PASSWORD https://x; PASSWORD_FILE=/run/x; A_PASSWORD=/run/secrets/a ls; psql --password db",
            []
        ),
        ("curl -u 'user:...' https://x; export GF_SECURITY_ADMIN_PASSWORD__FILE=/run/secrets/a", []),
    ])
    func credentials(_ code: String, _ expected: [String]) {
        #expect(findings(code) == expected)
    }

    @Test(arguments: [
        (
            "docker run -d --name l -p 3100:3100 grafana/loki:latest -config.file=x",
            ["security/mutable-image-tag: grafana/loki:latest"]
        ),
        ("docker pull grafana/loki:main", ["security/mutable-image-tag: grafana/loki:main"]),
        ("docker run --privileged --rm alpine:3.20 true", ["security/privileged-container: --privileged"]),
        (
            "aws ec2 authorize-security-group-ingress --group-id sg-1 --port 3100 --cidr 0.0.0.0/0",
            ["security/world-open: 0.0.0.0/0"]
        ),
        (
            "gcloud compute firewall-rules create l --allow=tcp:3100 --source-ranges=10.0.0.0/8,0.0.0.0/0",
            ["security/world-open: 10.0.0.0/8,0.0.0.0/0"]
        ),
        ("aws ec2 authorize-security-group-ingress --group-id sg-1 --port 443 --cidr 0.0.0.0/0", []),
        ("aws ec2 authorize-security-group-ingress --group-id sg-1 --port 3100 --cidr 10.0.0.0/8", []),
        ("docker run --rm -it grafana/loki", ["security/mutable-image-tag: grafana/loki"]),
        ("docker pull registry:5000/loki", ["security/mutable-image-tag: registry:5000/loki"]),
        ("kubectl run p --rm --image=curlimages/curl -- x", ["security/mutable-image-tag: curlimages/curl"]),
        ("docker run -dit -v a:b -e X=y --network=n grafana/loki:3.7.2 latest", []),
        ("docker pull grafana/loki@sha256:abc; docker run \"$IMAGE\"; docker compose up", []),
        ("docker build -t mine . && docker run mine; docker ps", []),
    ])
    func images(_ code: String, _ expected: [String]) {
        #expect(findings(code) == expected)
    }
}
