// swift-format-ignore-file

/// What Alloy's components take and give, one line each.
///
/// `c NAME BODY STABILITY EXPORTS`: a component, the number of its body (`-` where it is not known), and the names that it
/// exports. `f NAME BODY LABEL`: a block of the configuration itself, and whether it takes a label.
///
/// `b NUMBER PART…`: a body. A part is an argument, `name?T` or `name!T` where it is required, or a block, `name#BODY` with `!`
/// where it is required and `*` where it may be repeated; `@` says that the block takes a label. Types: `s` string, `S` secret,
/// `b` boolean, `n` number, `d` duration, `l` and a type: a list of it, `m` and a type: an object of it, `oBODY` an object with
/// the arguments of a body, `c` something only a component exports, `a` anything.
enum AlloyInventoryTable {
    static let text = #"""
        v Alloy 1.18 (main of 2026-08-21)
        c beyla.ebpf 0 general targets
        c database_observability.mysql 1 general targets
        c database_observability.postgres 2 general targets,logs_receiver
        c database_observability.sql_server 3 experimental targets
        c discovery.aws 4 general targets
        c discovery.azure 5 general targets
        c discovery.consul 6 general targets
        c discovery.consulagent 7 general targets
        c discovery.digitalocean 8 general targets
        c discovery.dns 9 general targets
        c discovery.docker 10 general targets
        c discovery.dockerswarm 11 general targets
        c discovery.ec2 12 general targets
        c discovery.eureka 13 general targets
        c discovery.file 14 general targets
        c discovery.gce 15 general targets
        c discovery.hetzner 16 general targets
        c discovery.http 17 general targets
        c discovery.ionos 18 general targets
        c discovery.kubelet 19 general targets
        c discovery.kubernetes 20 general targets
        c discovery.kuma 21 general targets
        c discovery.lightsail 22 general targets
        c discovery.linode 23 general targets
        c discovery.marathon 24 general targets
        c discovery.nerve 25 general targets
        c discovery.nomad 26 general targets
        c discovery.openstack 27 general targets
        c discovery.ovhcloud 28 general targets
        c discovery.process 29 general targets
        c discovery.puppetdb 30 general targets
        c discovery.relabel 31 general output,rules
        c discovery.scaleway 32 general targets
        c discovery.serverset 25 general targets
        c discovery.triton 33 general targets
        c discovery.uyuni 34 general targets
        c faro.receiver 35 general -
        c local.file 36 general content
        c local.file_match 37 general targets
        c loki.echo 38 general receiver
        c loki.enrich 39 experimental receiver
        c loki.process 40 general receiver
        c loki.relabel 41 general receiver,rules
        c loki.rules.kubernetes 42 general -
        c loki.secretfilter 43 preview receiver
        c loki.source.api 44 general -
        c loki.source.awsfirehose 45 general -
        c loki.source.azure_event_hubs 46 general -
        c loki.source.cloudflare 47 general -
        c loki.source.docker 48 general -
        c loki.source.file 49 general -
        c loki.source.gcplog 50 general -
        c loki.source.gelf 51 general -
        c loki.source.heroku 52 general -
        c loki.source.journal 53 general -
        c loki.source.kafka 54 general -
        c loki.source.kubernetes 55 general -
        c loki.source.kubernetes_events 56 general -
        c loki.source.podlogs 57 general -
        c loki.source.syslog 58 general -
        c loki.source.windowsevent 59 general -
        c loki.write 60 general receiver
        c mimir.alerts.kubernetes 61 experimental -
        c mimir.rules.kubernetes 62 general -
        c otelcol.auth.basic 63 general handler
        c otelcol.auth.bearer 64 general handler
        c otelcol.auth.google 65 preview handler
        c otelcol.auth.headers 66 general handler
        c otelcol.auth.oauth2 67 general handler
        c otelcol.auth.sigv4 68 general handler
        c otelcol.connector.count 69 experimental input
        c otelcol.connector.host_info 70 general input
        c otelcol.connector.servicegraph 71 general input
        c otelcol.connector.signaltometrics 72 experimental input
        c otelcol.connector.spanlogs 73 general input
        c otelcol.connector.spanmetrics 74 general input
        c otelcol.exporter.awss3 75 experimental input
        c otelcol.exporter.datadog 76 community input
        c otelcol.exporter.debug 77 experimental input
        c otelcol.exporter.faro 78 experimental input
        c otelcol.exporter.file 79 preview input
        c otelcol.exporter.googlecloud 80 community input
        c otelcol.exporter.googlecloudpubsub 81 community input
        c otelcol.exporter.kafka 82 general input
        c otelcol.exporter.loadbalancing 83 general input
        c otelcol.exporter.loki 84 general input
        c otelcol.exporter.otlp 85 general input
        c otelcol.exporter.otlphttp 86 general input
        c otelcol.exporter.prometheus 87 general input
        c otelcol.exporter.splunkhec 88 community input
        c otelcol.exporter.syslog 89 preview input
        c otelcol.extension.jaeger_remote_sampling 90 general -
        c otelcol.processor.attributes 91 general input
        c otelcol.processor.batch 92 general input
        c otelcol.processor.cumulativetodelta 93 preview input
        c otelcol.processor.deltatocumulative 94 experimental input
        c otelcol.processor.discovery 95 general input
        c otelcol.processor.filter 96 general input
        c otelcol.processor.groupbyattrs 97 general input
        c otelcol.processor.interval 98 experimental input
        c otelcol.processor.k8sattributes 99 general input
        c otelcol.processor.memory_limiter 100 general input
        c otelcol.processor.metric_start_time 101 general input
        c otelcol.processor.probabilistic_sampler 102 general input
        c otelcol.processor.redaction 103 experimental input
        c otelcol.processor.resourcedetection 104 general input
        c otelcol.processor.span 105 general input
        c otelcol.processor.tail_sampling 106 general input
        c otelcol.processor.transform 107 general input
        c otelcol.receiver.awscloudwatch 108 experimental -
        c otelcol.receiver.awsecscontainermetrics 109 experimental -
        c otelcol.receiver.awss3 110 experimental -
        c otelcol.receiver.cloudflare 111 experimental -
        c otelcol.receiver.datadog 112 experimental -
        c otelcol.receiver.faro 113 experimental -
        c otelcol.receiver.file_stats 114 general -
        c otelcol.receiver.filelog 115 preview -
        c otelcol.receiver.fluentforward 116 experimental -
        c otelcol.receiver.googlecloudpubsub 117 community input
        c otelcol.receiver.influxdb 113 general -
        c otelcol.receiver.jaeger 118 general -
        c otelcol.receiver.kafka 119 general -
        c otelcol.receiver.loki 120 general receiver
        c otelcol.receiver.nginx 121 preview -
        c otelcol.receiver.otlp 122 general -
        c otelcol.receiver.prometheus 123 general receiver
        c otelcol.receiver.solace 124 general -
        c otelcol.receiver.splunkhec 125 preview -
        c otelcol.receiver.syslog 126 preview -
        c otelcol.receiver.tcplog 127 experimental -
        c otelcol.receiver.vcenter 128 experimental -
        c otelcol.receiver.zipkin 129 general -
        c otelcol.storage.file 130 preview handler
        c prometheus.echo 131 general receiver
        c prometheus.enrich 132 experimental receiver
        c prometheus.exporter.apache 133 general targets
        c prometheus.exporter.azure 134 general targets
        c prometheus.exporter.blackbox 135 general targets
        c prometheus.exporter.cadvisor 136 general targets
        c prometheus.exporter.catchpoint 137 experimental targets
        c prometheus.exporter.cloudwatch 138 general targets
        c prometheus.exporter.consul 139 general targets
        c prometheus.exporter.databricks 140 general targets
        c prometheus.exporter.dnsmasq 141 general targets
        c prometheus.exporter.elasticsearch 142 general targets
        c prometheus.exporter.gcp 143 general targets
        c prometheus.exporter.github 144 general targets
        c prometheus.exporter.kafka 145 general targets
        c prometheus.exporter.memcached 146 general targets
        c prometheus.exporter.mongodb 147 general targets
        c prometheus.exporter.mssql 148 general targets
        c prometheus.exporter.mysql 149 general targets
        c prometheus.exporter.oracledb 150 general targets
        c prometheus.exporter.postgres 151 general targets
        c prometheus.exporter.process 152 general targets
        c prometheus.exporter.redis 153 general targets
        c prometheus.exporter.self 38 general targets
        c prometheus.exporter.snmp 154 general targets
        c prometheus.exporter.snowflake 155 general targets
        c prometheus.exporter.squid 156 general targets
        c prometheus.exporter.static 157 experimental targets
        c prometheus.exporter.statsd 158 general targets
        c prometheus.exporter.unix 159 general targets
        c prometheus.exporter.windows 160 general targets
        c prometheus.operator.podmonitors 161 general -
        c prometheus.operator.probes 161 general -
        c prometheus.operator.scrapeconfigs 161 experimental -
        c prometheus.operator.servicemonitors 162 general -
        c prometheus.receive_http 163 general -
        c prometheus.relabel 164 general receiver,rules
        c prometheus.remote_write 165 general receiver
        c prometheus.scrape 166 general -
        c pyroscope.ebpf 167 general -
        c pyroscope.enrich 168 experimental receiver
        c pyroscope.java 169 preview -
        c pyroscope.receive_http 170 general -
        c pyroscope.relabel 41 general receiver,rules
        c pyroscope.scrape 171 general -
        c pyroscope.write 172 general receiver
        c remote.http 173 general content
        c remote.kubernetes.configmap 174 general data
        c remote.kubernetes.secret 174 general data
        c remote.s3 175 general content
        c remote.vault 176 general data
        f logging 177 no
        f tracing 178 no
        f http 179 no
        f livedebugging 180 no
        f remotecfg 181 no
        f import.file 182 yes
        f import.git 183 yes
        f import.http 184 yes
        f import.string 185 yes
        f argument 186 yes
        f export 187 yes
        f foreach 188 yes
        b 0 open_port?s executable_name?s debug?b log_level?s trace_printer?s enforce_sys_caps?b routes#189 attributes#190 discovery#191 metrics#192 traces#193 ebpf#194 filters#195 output#196 injector#197 stats#198 internal_metrics#199 javaagent#200 nodejs#180 jvm_runtime_metrics#201
        b 1 data_source_name?S forward_to!lc targets?la enable_collectors?ls disable_collectors?ls exclude_schemas?ls allow_update_performance_schema_settings?b database_instance#202* clustering#203 cloud_provider#204 setup_consumers#205 setup_actors#206 query_details#207 schema_details#208 explain_plans#209 locks#210 query_samples#211 health_check#205 prometheus_exporter#149
        b 2 data_source_name!S forward_to!lc targets?la enable_collectors?ls disable_collectors?ls exclude_databases?ls exclude_users?ls exclude_current_user?b cloud_provider#204 query_samples#212 query_details#207 schema_details#208 explain_plans#213 health_check#205 logs#214 prometheus_exporter#151
        b 3 data_source_name!S forward_to!lc targets?la enable_collectors?ls disable_collectors?ls exclude_schemas?ls exclude_databases?ls cloud_provider#204 schema_details#205 query_metrics#215 query_details#205
        b 4 role!s endpoint?s region?s access_key?s secret_key?S profile?s role_arn?s external_id?s refresh_interval?d port?n filter#216* clusters?ls request_concurrency?n basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 5 environment?s port?n subscription_id?s oauth#221 managed_identity#222 sdk_auth#223 workload_identity#38 refresh_interval?d resource_group?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS follow_redirects?b enable_http2?b tls_config#220 http_headers?mlS
        b 6 server?s token?S datacenter?s namespace?s partition?s tag_separator?s scheme?s username?s password?S allow_stale?b services?ls tags?ls node_meta?ms refresh_interval?d basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 7 server?s token?S datacenter?s tag_separator?s scheme?s username?s password?S refresh_interval?d services?ls tags?ls tls_config#220
        b 8 refresh_interval?d port?n bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS follow_redirects?b enable_http2?b http_headers?mlS
        b 9 names!ls refresh_interval?d type?s port?n
        b 10 host!s port?n host_networking_host?s refresh_interval?d match_first_network?b filter#216* basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 11 host!s role!s port?n filter#216* refresh_interval?d basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 12 endpoint?s region?s access_key?s secret_key?S profile?s role_arn?s refresh_interval?d port?n filter#216* basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 13 server!s refresh_interval?d basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 14 files!ls refresh_interval?d
        b 15 project!s zone!s filter?s refresh_interval?d port?n tag_separator?s
        b 16 role!s refresh_interval?d port?n basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 17 basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS refresh_interval?d url!s
        b 18 datacenter_id!s basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS refresh_interval?d port?n
        b 19 url?s refresh_interval?d basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS namespaces?ls
        b 20 api_server?s role!s kubeconfig_file?s basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS namespaces#224 selectors#225* attach_metadata#226
        b 21 server!s refresh_interval?d fetch_timeout?d basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 22 endpoint?s region?s access_key?s secret_key?S profile?s role_arn?s refresh_interval?d port?n basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 23 refresh_interval?d port?n tag_separator?s region?s basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 24 servers!ls refresh_interval?d auth_token?S auth_token_file?s basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 25 servers!ls paths!ls timeout?d
        b 26 allow_stale?b basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS namespace?s refresh_interval?d region?s server?s tag_separator?s
        b 27 identity_endpoint?s username?s userid?s password?S project_name?s project_id?s domain_name?s domain_id?s application_credential_name?s application_credential_id?s application_credential_secret?S role!s region!s refresh_interval?d port?n all_tenants?b tls_config#220 availability?s
        b 28 endpoint?s application_key!s application_secret!S consumer_key!S refresh_interval?d service!s
        b 29 join?la refresh_interval?d discover_config#227
        b 30 basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS refresh_interval?d url!s query!s include_parameters?b port?n
        b 31 targets!la rule#228*
        b 32 project_id!s role!s api_url?s zone?s access_key!s secret_key?S secret_key_file?s name_filter?s tags_filter?ls refresh_interval?d port?n proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 33 account!s role?s dns_suffix!s endpoint!s groups?ls port?n refresh_interval?d version?n tls_config#220
        b 34 server!s username!s password!S entitlement?s separator?s refresh_interval?d proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 35 extra_log_labels?ms log_format?s server#229 sourcemaps#230 output#231!
        b 36 filename!s detector?a poll_frequency?d is_secret?b
        b 37 path_targets!la sync_period?d ignore_older_than?d
        b 38 
        b 39 targets!la target_match_label!s logs_match_label?s labels_to_copy?ls forward_to!lc
        b 40 forward_to!lc stage.cri#232* stage.decolorize#38* stage.docker#38* stage.drop#233* stage.eventlogmessage#234* stage.geoip#235* stage.json#236* stage.label_keep#237* stage.label_drop#237* stage.labels#238* stage.limit#239* stage.logfmt#240* stage.luhn#241* stage.match#242* stage.metrics#243* stage.multiline#244* stage.output#245* stage.pack#246* stage.pattern#247* stage.regex#248* stage.replace#249* stage.split_json#250* stage.static_labels#251* stage.structured_metadata#252* stage.structured_metadata_drop#237* stage.sampling#253* stage.template#254* stage.tenant#255* stage.truncate#256* stage.timestamp#257* stage.windowsevent#234*
        b 41 forward_to!lc rule#228* max_cache_size?n
        b 42 address!s tenant_id?s use_legacy_routes?b basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS sync_interval?d loki_namespace_prefix?s loki_namespace_separator?s external_labels?ms extra_query_matchers#258 rule_selector#259 rule_namespace_selector#259
        b 43 forward_to!lc origin_label?s redact_with?s redact_percent?n gitleaks_config?s rate?n processing_timeout?d drop_on_timeout?b label_timed_out?b
        b 44 http#260 grpc#261 graceful_shutdown_timeout?d forward_to!lc labels?ms relabel_rules?a use_incoming_timestamp?b max_send_message_size?s
        b 45 http#260 grpc#261 graceful_shutdown_timeout?d access_key?S use_incoming_timestamp?b forward_to!lc relabel_rules?a
        b 46 fully_qualified_namespace!s event_hubs!ls authentication#262! group_id?s use_incoming_timestamp?b disallow_custom_messages?b relabel_rules?a labels?ms assignor?s forward_to!lc
        b 47 api_token!S zone_id!s labels?ms workers?n pull_range?d fields_type?s additional_fields?ls forward_to!lc
        b 48 host!s targets!la forward_to!lc labels?ms relabel_rules?a http_client_config#263 refresh_interval?d
        b 49 targets!la forward_to!lc encoding?s decompression#264 file_watch#265 file_match#266 tail_from_end?b legacy_positions_file?s on_positions_file_error?s
        b 50 pull#267 push#268 forward_to!lc relabel_rules?a
        b 51 listen_address?s use_incoming_timestamp?b relabel_rules?a forward_to!lc
        b 52 http#260 grpc#261 graceful_shutdown_timeout?d labels?ms use_incoming_timestamp?b forward_to!lc relabel_rules?a
        b 53 format_as_json?b max_age?d path?s relabel_rules?a matches?s forward_to!lc labels?ms legacy_position#269
        b 54 brokers!ls topics!ls group_id?s assignor?s version?s authentication#270 use_incoming_timestamp?b labels?ms forward_to!lc relabel_rules?a
        b 55 targets!la forward_to!lc client#271 clustering#203
        b 56 forward_to!lc job_name?s namespaces?ls log_format?s client#271 clustering#203
        b 57 forward_to!lc client#271 selector#259 namespace_selector#259 tail_from_end?b node_filter#272 preserve_discovered_labels?b clustering#203
        b 58 listener#273!* forward_to!lc relabel_rules?a
        b 59 locale?n eventlog_name?s xpath_query?s bookmark_path?s poll_interval?d exclude_event_data?b exclude_user_data?b exclude_event_message?b use_incoming_timestamp?b forward_to!lc labels?ms legacy_bookmark_path?s
        b 60 endpoint#274* external_labels?ms max_streams?n wal#275
        b 61 address!s basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS sync_interval?d template_files?ms global_config!S alertmanagerconfig_selector#259 alertmanagerconfig_namespace_selector#259 alertmanagerconfig_matcher#276
        b 62 address!s tenant_id?s use_legacy_routes?b prometheus_http_prefix?s basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS sync_interval?d mimir_namespace_prefix?s mimir_namespace_separator?s external_labels?ms extra_query_matchers#277 rule_selector#259 rule_namespace_selector#259
        b 63 username?s password?S client_auth#278 htpasswd#279 debug_metrics#280
        b 64 scheme?s token!S header?s debug_metrics#280
        b 65 project?s quota_project?s token_type?s audience?s scopes?ls debug_metrics#280
        b 66 header#281* debug_metrics#280
        b 67 client_id?s client_id_file?s client_secret?S client_secret_file?s client_certificate_key_id?s client_certificate_key?S client_certificate_key_file?s grant_type?s signature_algorithm?s iss?s audience?s claims?ma token_url!s endpoint_params?a scopes?ls tls#282 timeout?d expiry_buffer?d debug_metrics#280
        b 68 region?s service?s assume_role#283 debug_metrics#280
        b 69 spans#284* spanevents#284* metrics#284* datapoints#284* logs#284* output#196! debug_metrics#280
        b 70 host_identifiers?ls metrics_flush_interval?d output#196! debug_metrics#280
        b 71 latency_histogram_buckets?ld dimensions?ls store#285 cache_loop?d store_expiration_loop?d virtual_node_peer_attributes?ls virtual_node_extra_label?b metrics_flush_interval?d database_name_attributes?ls exponential_histogram_max_size?n output#196! debug_metrics#280
        b 72 spans#286* datapoints#286* logs#286* error_mode?a output#196! debug_metrics#280
        b 73 spans?b roots?b processes?b events?b span_attributes?ls process_attributes?ls event_attributes?ls overrides#287 labels?ls output#196!
        b 74 dimension#288* calls_dimension#288* exclude_dimensions?ls dimensions_cache_size?n resource_metrics_cache_size?n resource_metrics_key_attributes?ls aggregation_cardinality_limit?n aggregation_temporality?s histogram#289! metrics_flush_interval?d metrics_expiration?d series_expiration?d metric_timestamp_cache_size?n namespace?s exemplars#290 events#291 output#196! debug_metrics#280 include_instrumentation_scope?ls include_collector_instance_id?b
        b 75 sending_queue#292 s3_uploader#293! marshaler#294 timeout?d resource_attrs_to_s3#295 debug_metrics#280
        b 76 client#296 sending_queue#292 retry_on_failure#297 api#298! traces#299 metrics#300 logs#301 host_metadata#302 hostname_detection_timeout?d only_metadata?b hostname?s debug_metrics#280
        b 77 verbosity?s sampling_initial?n sampling_thereafter?n use_internal_logger?b output_paths?ls debug_metrics#280
        b 78 client#303! sending_queue#292 retry_on_failure#297 debug_metrics#280
        b 79 path!s append?b rotation#304 format?s encoding?s compression?s compression_params#305 flush_interval?d group_by#306 debug_metrics#280
        b 80 sending_queue#292 project?s destination_project_quota?b user_agent?s impersonate#307 metric#308 trace#309 log#310 debug_metrics#280
        b 81 sending_queue#292 retry_on_failure#297 project?s user_agent?s topic!s compression?s watermark#311 endpoint?s universe_domain?s insecure?b ordering#312 timeout?d debug_metrics#280
        b 82 protocol_version!s brokers?ls resolve_canonical_bootstrap_servers_only?b client_id?s topic?s topic_from_attribute?s encoding?s partition_traces_by_id?b partition_metrics_by_resource_attributes?b partition_logs_by_resource_attributes?b partition_logs_by_trace_id?b timeout?d conn_idle_timeout?d include_metadata_keys?ls logs#313 metrics#313 traces#313 authentication#314 metadata#315 retry_on_failure#297 sending_queue#292 producer#316 record_partitioner#317 tls#282 debug_metrics#280
        b 83 protocol#318! resolver#319! routing_key?s timeout?d retry_on_failure#297 sending_queue#292 debug_metrics#280
        b 84 forward_to!lc
        b 85 timeout?d sending_queue#292 retry_on_failure#297 debug_metrics#280 client#320!
        b 86 client#303! sending_queue#292 retry_on_failure#297 debug_metrics#280 traces_endpoint?s metrics_endpoint?s logs_endpoint?s encoding?s
        b 87 include_target_info?b include_scope_info?b include_scope_labels?b gc_frequency?d forward_to!la add_metric_suffixes?b resource_to_telemetry_conversion?b honor_metadata?b convert_classic_histograms_to_nhcb?b keep_identifying_resource_attributes?b start_timestamp_zero_ingestion?b
        b 88 client#321! sending_queue#292 retry_on_failure#297 splunk#322! otel_attrs_to_hec_metadata#323 debug_metrics#280
        b 89 timeout?d sending_queue#292 retry_on_failure#297 debug_metrics#280 tls#282 endpoint!s port?n network?s protocol?s enable_octet_counting?b
        b 90 grpc#324 http#325 source#326! debug_metrics#280
        b 91 include#327 exclude#327 action#328* output#196! debug_metrics#280
        b 92 timeout?d send_batch_size?n send_batch_max_size?n metadata_keys?ls metadata_cardinality_limit?n output#196! debug_metrics#280
        b 93 max_staleness?d initial_value?s include#329 exclude#329 output#196! debug_metrics#280
        b 94 max_stale?d max_streams?n output#196! debug_metrics#280
        b 95 targets!la operation_type?s pod_associations?ls output#196!
        b 96 error_mode?a traces#330 metrics#331 logs#332 trace_conditions#333* metric_conditions#333* log_conditions#333* output#196! debug_metrics#280
        b 97 keys?ls output#196! debug_metrics#280
        b 98 interval?d passthrough#334 output#196! debug_metrics#280
        b 99 auth_type?s passthrough?b extract#335 filter#336 pod_association#337* exclude#338 wait_for_metadata?b wait_for_metadata_timeout?d watch_sync_period?d pod_delete_grace_period?d output#196! debug_metrics#280
        b 100 check_interval!d limit?s spike_limit?s limit_percentage?n spike_limit_percentage?n output#196! debug_metrics#280
        b 101 strategy?s gc_interval?d start_time_metric_regex?s output#196! debug_metrics#280
        b 102 sampling_percentage?n hash_seed?n mode?s fail_closed?b sampling_precision?n attribute_source?s from_attribute?s sampling_priority?s output#196! debug_metrics#280
        b 103 allow_all_keys?b allowed_keys?ls ignored_keys?ls blocked_key_patterns?ls ignored_key_patterns?ls allowed_values?ls blocked_values?ls hash_function?s hmac_key?S redact_all_types?b summary?s url_sanitizer#339 db_sanitizer#340 output#196! debug_metrics#280
        b 104 detectors?ls override?b fail_on_missing_metadata?b ec2#341 ecs#342 eks#343 elasticbeanstalk#344 lambda#345 akamai#346 azure#347 aks#348 consul#349 docker#350 digitalocean#346 gcp#351 heroku#352 hetzner#353 system#354 openshift#355 kubernetes_node#356 kubeadm#357 dynatrace#38 nova#358 oraclecloud#359 scaleway#360 upcloud#361 vultr#361 tencent_cvm#362 alibaba_ecs#362 timeout?d output#196! debug_metrics#280
        b 105 include#327 exclude#327 name#363 status#364 output#196! debug_metrics#280
        b 106 policy#365!* decision_wait?d decision_wait_after_root_received?d num_traces?n block_on_overflow?b expected_new_traces_per_sec?n sample_on_first_match?b drop_pending_traces_on_shutdown?b maximum_trace_size_bytes?n decision_cache?o366 output#196! debug_metrics#280
        b 107 error_mode?a statements#367 trace_statements#368* metric_statements#368* log_statements#368* output#196! debug_metrics#280
        b 108 region!s profile?s imds_endpoint?s logs#369 storage?a debug_metrics#280 output#196!
        b 109 collection_interval?d debug_metrics#280 output#196!
        b 110 start_time?s end_time?s s3downloader#370! sqs#371 output#196!
        b 111 endpoint!s secret?s timestamp_field?s timestamp_format?s separator?s attributes?ms tls#372 output#196!
        b 112 endpoint?s tls#372 cors#373 auth?a max_request_body_size?s include_metadata?b compression_algorithms?ls keep_alives_enabled?b idle_timeout?d read_timeout?d write_timeout?d read_header_timeout?d trace_id_cache_size?n idle_series_timeout?d idle_series_cleanup_interval?d decode_json_message?b intake#374 debug_metrics#280 output#196!
        b 113 endpoint?s tls#372 cors#373 auth?a max_request_body_size?s include_metadata?b compression_algorithms?ls keep_alives_enabled?b idle_timeout?d read_timeout?d write_timeout?d read_header_timeout?d debug_metrics#280 output#196!
        b 114 include!s collection_interval?d initial_delay?d timeout?d metrics#375 resource_attributes#376 debug_metrics#280 output#196!
        b 115 include!ls exclude?ls exclude_older_than?d ordering_criteria#377 poll_interval?d max_concurrent_files?n max_batches?n start_at?s fingerprint_size?s max_log_size?s encoding?s force_flush_period?d delete_after_read?b include_file_record_number?b compression?s acquire_fs_lock?b file_cache_advise?b multiline#378 preserve_leading_whitespaces?b preserve_trailing_whitespaces?b header#379 include_file_name?b include_file_path?b include_file_name_resolved?b include_file_path_resolved?b include_file_owner_name?b include_file_owner_group_name?b include_file_permissions?b attributes?ms resource?ms operators?lma retry_on_failure#380 storage?a debug_metrics#280 output#196!
        b 116 endpoint!s debug_metrics#280 output#381!
        b 117 project?s user_agent?s endpoint?s universe_domain?s insecure?b subscription!s encoding?s compression?s ignore_encoding_error?b client_id?s timeout?d flow_control#382 debug_metrics#280 output#196!
        b 118 protocols#383! debug_metrics#280 output#196!
        b 119 brokers!ls protocol_version!s session_timeout?d heartbeat_interval?d encoding?s group_id?s client_id?s initial_offset?s logs#384 metrics#384 traces#384 resolve_canonical_bootstrap_servers_only?b authentication#314 metadata#315 autocommit#385 message_marking#386 header_extraction#387 tls#282 min_fetch_size?n max_fetch_size?n max_partition_fetch_size?n max_fetch_wait?d group_rebalance_strategy?s group_rebalance_strategies?ls group_instance_id?s rack_id?s use_leader_epoch?b conn_idle_timeout?d error_backoff#297 debug_metrics#280 output#196!
        b 120 output#196!
        b 121 endpoint!s collection_interval?d initial_delay?d debug_metrics#280 output#196!
        b 122 grpc#324 http#388 debug_metrics#280 output#196!
        b 123 output#196! debug_metrics#280
        b 124 broker?s queue!s max_unacknowledged?n tls#282 flow_control#389 debug_metrics#280 auth#390! output#196!
        b 125 endpoint?s tls#372 cors#373 auth?a max_request_body_size?s include_metadata?b compression_algorithms?ls keep_alives_enabled?b idle_timeout?d read_timeout?d write_timeout?d read_header_timeout?d raw_path?s health_path?s splitting?s access_token_passthrough?b hec_metadata_to_otel_attrs#323 debug_metrics#280 output#391!
        b 126 protocol?s location?s enable_octet_counting?b max_octets?n allow_skip_pri_header?b non_transparent_framing_trailer?s retry_on_failure#380 tcp#392 udp#393 on_error?s debug_metrics#280 output#196!
        b 127 listen_address!s max_log_size?s tls#372 add_attributes?b one_log_per_packet?b encoding?s multiline#378 retry_on_failure#380 debug_metrics#280 output#196!
        b 128 endpoint!s username!s password!S metrics#394 resource_attributes#395 collection_interval?d initial_delay?d timeout?d tls#282 max_query_metrics?n debug_metrics#280 output#196!
        b 129 parse_string_tags?b endpoint?s tls#372 cors#373 auth?a max_request_body_size?s include_metadata?b compression_algorithms?ls keep_alives_enabled?b idle_timeout?d read_timeout?d write_timeout?d read_header_timeout?d debug_metrics#280 output#196!
        b 130 directory?s timeout?d compaction#396 fsync?b create_directory?b directory_permissions?s debug_metrics#280
        b 131 format?s
        b 132 targets!la target_to_metric_match?ms target_match_label?s metrics_match_label?s labels_to_copy?ls forward_to!la
        b 133 scrape_uri?s host_override?s insecure?b
        b 134 subscriptions!ls resource_graph_query_filter?s resource_type!s metrics!ls metric_aggregations?ls timespan?s interval?s included_dimensions?ls included_resource_tags?ls metric_namespace?s metric_name_template?s metric_help_template?s azure_cloud_environment?s validate_dimensions?b regions?ls
        b 135 config_file?s config?S target#397* probe_timeout_offset?d targets?lms
        b 136 store_container_labels?b allowlisted_container_labels?ls env_metadata_allowlist?ls raw_cgroup_prefix_allowlist?ls perf_events_config?s resctrl_interval?d disabled_metrics?ls enabled_metrics?ls storage_duration?d containerd_host?s containerd_namespace?s docker_host?s use_docker_tls?b docker_tls_cert?s docker_tls_key?s docker_tls_ca?s docker_only?b disable_root_cgroup_stats?b
        b 137 verbose_logging?b webhook_path?s port?s
        b 138 sts_region!s fips_disabled?b discovery_exported_tags?mls discovery#398* static#399* custom_namespace#400* decoupled_scraping#401 labels_snake_case?b aws_sdk_version_v2?b debug?b
        b 139 server?s ca_file?s cert_file?s key_file?s server_name?s timeout?d insecure_skip_verify?b concurrent_request_limit?n allow_stale?b require_consistent?b kv_prefix?s kv_filter?s generate_health_summary?b
        b 140 server_hostname!s warehouse_http_path!s client_id!s client_secret!S query_timeout?d billing_lookback?d jobs_lookback?d pipelines_lookback?d queries_lookback?d sla_threshold_seconds?n collect_task_retries?b
        b 141 address?s leases_file?s expose_leases?b
        b 142 address?s timeout?d all?b node?s indices?b indices_settings?b cluster_settings?b shards?b aliases?b snapshots?b clusterinfo_interval?d ca?s client_private_key?s client_cert?s ssl_skip_verify?b data_stream?b slm?b basic_auth#217
        b 143 project_ids!ls metrics_prefixes!ls extra_filters?ls request_interval?d request_offset?d ingest_delay?b drop_delegated_projects?b gcp_client_timeout?d
        b 144 api_url?s repositories?ls organizations?ls users?ls api_token?S api_token_file?s github_app_key_path?s github_app_id?n github_app_installation_id?n github_rate_limit?n
        b 145 instance?s kafka_uris?ls use_sasl?b use_sasl_handshake?b sasl_username?s sasl_password?S sasl_mechanism?s sasl_disable_pafx_fast?b use_tls?b tls_server_name?s ca_file?s cert_file?s key_file?s insecure_skip_verify?b kafka_version?s use_zookeeper_lag?b zookeeper_uris?ls kafka_cluster_name?s metadata_refresh_interval?s gssapi_service_name?s gssapi_kerberos_config_path?s gssapi_realm?s gssapi_key_tab_path?s gssapi_kerberos_auth_type?s offset_show_all?b topic_workers?n allow_concurrency?b allow_auto_topic_creation?b max_offsets?n prune_interval_seconds?n topics_filter_regex?s topics_exclude_regex?s groups_filter_regex?s groups_exclude_regex?s
        b 146 address?s timeout?d tls_config#220
        b 147 mongodb_uri!S compatible_mode?b collect_all?b direct_connect?b discovering_mode?b currentop_slow_time?d enable_db_stats?b enable_db_stats_free_storage?b enable_diagnostic_data?b enable_replicaset_status?b enable_replicaset_config?b enable_currentop_metrics?b enable_top_metrics?b enable_index_stats?b enable_coll_stats?b enable_profile?b enable_shards?b enable_fcv?b enable_pbm_metrics?b
        b 148 connection_string!S connection_name?s max_idle_connections?n max_open_connections?n max_connection_lifetime?d timeout?d query_config?S
        b 149 data_source_name?S enable_collectors?ls disable_collectors?ls set_collectors?ls enable_lock_wait_timeout?b lock_wait_timeout?n log_slow_filter?b info_schema.processlist#402 info_schema.tables#403 perf_schema.eventsstatements#404 perf_schema.file_instances#405 perf_schema.memory_events#406 heartbeat#407 mysql.user#408
        b 150 connection_string?S max_idle_conns?n max_open_conns?n query_timeout?n default_metrics?s custom_metrics?ls username?s password?S database#409*
        b 151 data_source_names?lS disable_settings_metrics?b disable_default_metrics?b custom_queries_config_path?s enabled_collectors?ls autodiscovery#410 stat_statements#411
        b 152 matcher#412* procfs_path?s track_children?b track_threads?b gather_smaps?b recheck_on_scrape?b remove_empty_groups?b
        b 153 include_exporter_metrics?b redis_addr!s redis_user?s redis_password?S redis_password_file?s redis_password_map_file?s namespace?s config_command?s check_keys?ls check_key_groups?ls check_key_groups_batch_size?n max_distinct_key_groups?n check_single_keys?ls check_streams?ls check_single_streams?ls export_key_values?b count_keys?ls script_path?s script_paths?ls connection_timeout?d tls_client_key_file?s tls_client_cert_file?s tls_ca_cert_file?s set_client_name?b is_tile38?b is_cluster?b export_client_list?b export_client_port?b redis_metrics_only?b ping_on_connect?b incl_system_metrics?b skip_tls_verification?b
        b 154 config_file?s concurrency?n config?S config_merge_strategy?s target#413* walk_param#414* targets?lms
        b 155 account_name!s username!s password?S private_key_path?s private_key_password?S role?s warehouse!s exclude_deleted_tables?b enable_tracing?b
        b 156 address!s username?s password?S
        b 157 text!s
        b 158 listen_udp?s listen_tcp?s listen_unixgram?s unix_socket_mode?s mapping_config_path?s read_buffer?n cache_size?n cache_type?s event_queue_size?n event_flush_threshold?n event_flush_interval?d parse_dogstatsd_tags?b parse_influxdb_tags?b parse_librato_tags?b parse_signalfx_tags?b relay_addr?s relay_packet_length?n
        b 159 include_exporter_metrics?b procfs_path?s sysfs_path?s rootfs_path?s udev_data_path?s enable_collectors?a disable_collectors?a set_collectors?a arp#415 bcache#416 cpu#417 disk#418 ethtool#419 filesystem#420 hwmon#421 ipvs#422 ntp#423 netclass#424 netdev#425 netstat#426 perf#427 powersupply#428 runit#429 supervisord#430 sysctl#431 systemd#432 tapestats#433 textfile#434 vmstat#426
        b 160 enabled_collectors?ls dfsr#435 exchange#436 iis#437 logical_disk#438 msmq#439 mssql#440 network#441 physical_disk#442 printer#443 process#444 scheduled_task#443 service#445 smb#436 smb_client#436 smtp#441 text_file#446 textfile#446 tcp#436 update#447 filetime#448 performancecounter#449 mscluster#436 netframework#436 dns#436 net#450 time#436
        b 161 client#271 forward_to!la namespaces?ls kubernetes_role?s selector#259 clustering#203 rule#228* scrape#451 informer_sync_timeout?d
        b 162 client#271 forward_to!la namespaces?ls kubernetes_role?s selector#259 clustering#203 rule#228* scrape#451 informer_sync_timeout?d allow_arbitrary_file_access?b
        b 163 http#260 grpc#261 graceful_shutdown_timeout?d forward_to!la append_metadata?b enable_type_and_unit_labels?b accepted_remote_write_protobuf_messages?ls
        b 164 forward_to!la rule#228* max_cache_size?n cache_ttl?d
        b 165 external_labels?ms endpoint#452* wal#453
        b 166 targets!la forward_to!la job_name?s honor_labels?b honor_timestamps?b track_timestamps_staleness?b params?a scrape_classic_histograms?b scrape_native_histograms?b scrape_failure_log_file?s scrape_interval?d scrape_timeout?d scrape_protocols?ls metrics_path?s scheme?s body_size_limit?s sample_limit?n target_limit?n label_limit?n label_name_length_limit?n label_value_length_limit?n basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS extra_metrics?b enable_protobuf_negotiation?b metric_name_validation_scheme?s metric_name_escaping_scheme?s scrape_fallback_protocol?s convert_classic_histograms_to_nhcb?b enable_compression?b native_histogram_bucket_limit?n native_histogram_min_bucket_factor?n honor_metadata?b enable_type_and_unit_labels?b start_timestamp_zero_ingestion?b clustering#203
        b 167 forward_to!lc targets?la collect_interval?d sample_rate?n python_enabled?b perl_enabled?b php_enabled?b hotspot_enabled?b ruby_enabled?b v8_enabled?b dotnet_enabled?b go_enabled?b demangle?s off_cpu_threshold?n bpf_fs_root?s obi_process_context_enabled?b load_probe?b probe_links?ls verbose_mode?b lazy_mode?b no_kernel_version_check?b pid_cache_size?n build_id_cache_size?n same_file_cache_size?n cache_rounds?n go_table_fallback?b symbols_map_size?n pid_map_size?n collect_user_profile?b collect_kernel_profile?b container_id_cache_size?n u_probe_links?ls targets_only?b symb_cache_path?s symb_cache_size?n reporter_unsymbolized_stubs?b pid_label?b comm?s kernel_frames?b debug_info#454
        b 168 targets!la target_match_label!s profiles_match_label?s labels_to_copy?ls forward_to!lc
        b 169 targets!la forward_to!lc tmp_dir?s profiling_config#455 dist?s
        b 170 http#260 grpc#261 graceful_shutdown_timeout?d forward_to!lc debug_info_upload_timeout?d
        b 171 targets!la forward_to!lc job_name?s params?a scrape_interval?d scrape_timeout?d scheme?s delta_profiling_duration?d basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS profiling_config#456 clustering#203
        b 172 external_labels?ms endpoint#457* tracing#458
        b 173 url!s poll_frequency?d poll_timeout?d is_secret?b method?s headers?ms body?s client#263
        b 174 namespace!s name!s poll_frequency?d poll_timeout?d client#271
        b 175 path!s poll_frequency?d is_secret?b client#459
        b 176 server!s namespace?s path!s key?s reread_frequency?d client_options#460 auth.token#461* auth.approle#462* auth.aws#463* auth.azure#464* auth.gcp#465* auth.kubernetes#466* auth.ldap#467* auth.userpass#467* auth.custom#468*
        b 177 level?s format?s destination?s write_to?lc
        b 178 sampling_fraction?n send_traceparent?b sampler#469 write_to?lc
        b 179 auth#470 tls#471
        b 180 enabled?b
        b 181 url?s id?s name?s attributes?ms poll_frequency?d basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 182 filename!s detector?a poll_frequency?d
        b 183 repository!s revision?s path!s pull_frequency?d ~
        b 184 url!s poll_frequency?d poll_timeout?d method?s headers?ms body?s client#263
        b 185 content!S
        b 186 optional?b default?a comment?s
        b 187 value!a
        b 188 collection!la var!s id?s hash_string_id?b enable_metrics?b
        b 189 ignore_mode?s ignored_patterns?ls max_path_segment_cardinality?n patterns?ls unmatched?s wildcard_char?s
        b 190 kubernetes#472! instance_id#473 select#474* host_id#475 metadata_retry#476 metric_span_names_limit?n rename_unresolved_hosts?s rename_unresolved_hosts_incoming?s rename_unresolved_hosts_outgoing?s
        b 191 bpf_pid_filter_off?b default_exclude_instrument#477* default_exclude_services#477* default_otlp_grpc_port?n disabled_route_harvesters?ls exclude_instrument#477* exclude_otel_instrumented_services?b exclude_otel_instrumented_services_span_metrics?b exclude_services#477* excluded_linux_system_paths?ls instrument#477* min_process_age?d poll_interval?d route_harvester_advanced#478 route_harvester_timeout?d services#477* skip_go_specific_tracers?b survey#477*
        b 192 features?ls instrumentations?ls allow_service_graph_self_references?b network#479 extra_resource_labels?ls extra_span_resource_labels?ls exemplar_filter?s ttl?d buckets#480 native_histogram#481
        b 193 instrumentations?ls sampler#482
        b 194 batch_length?n batch_timeout?d bpf_debug?b bpf_fs_path?s buffer_sizes#483 context_propagation?s couchbase_db_cache_size?n disable_black_box_cp?b dns_request_timeout?d force_bpf_map_reader?s heuristic_sql_detect?b high_request_volume?b http_request_timeout?d instrument_cuda?n kafka_topic_uuid_cache_size?n log_enricher#484 maps_config#485 max_transaction_time?d mongo_requests_cache_size?n mssql_prepared_statements_cache_size?n mysql_prepared_statements_cache_size?n override_bpfloop_enabled?b payload_extraction#486 postgres_prepared_statements_cache_size?n protocol_debug_print?b redis_db_cache#487 stats_wakeup_data_bytes?n track_request_headers?b traffic_control_backend?s wakeup_len?n
        b 195 application#488* network#488*
        b 196 metrics?lc logs?lc traces?lc
        b 197 enabled_sdks?ls exclude_instrument#477* exporter_otlp_endpoint?s exporter_otlp_protocol?s image_version?s instrument#477* otel_exported_signals#489 resources#490 trace_propagators?ls trace_sampler#482 webhook#491 disable_auto_restart?b
        b 198 agent_ip?s agent_ip_iface?s agent_ip_type?s cidrs?ls geo_ip#492 print_stats?b reverse_dns#493
        b 199 bpf_metric_scrape_interval?d exporter?s
        b 200 attach_timeout?d debug?b debug_instrumentation?b enabled?b
        b 201 enabled?b sampling_interval?d
        b 202 @ data_source_name!S cloud_provider#204
        b 203 enabled!b
        b 204 aws#494 azure#495 gcp#496
        b 205 collect_interval?d
        b 206 collect_interval?d auto_update_setup_actors?b
        b 207 collect_interval?d statements_limit?n
        b 208 collect_interval?d cache_enabled?b cache_size?n cache_ttl?d
        b 209 collect_interval?d per_collect_ratio?n initial_lookback?d
        b 210 collect_interval?d threshold?d
        b 211 collect_interval?d disable_query_redaction?b auto_enable_setup_consumers?b setup_consumers_check_interval?d sample_min_duration?d wait_event_min_duration?d enable_pre_classified_wait_events?b
        b 212 collect_interval?d disable_query_redaction?b exclude_current_user?b enable_pre_classified_wait_events?b
        b 213 collect_interval?d per_collect_ratio?n
        b 214 enable_error_logs_processing?b
        b 215 collect_interval?d statements_limit?n statements_lookback?d
        b 216 name!s values!ls
        b 217 username?s password?S password_file?s
        b 218 type?s credentials?S credentials_file?s
        b 219 client_id?s client_secret?S client_secret_file?s scopes?ls token_url?s endpoint_params?ms proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220
        b 220 ca_pem?s ca_file?s cert_pem?s cert_file?s key_pem?S key_file?s server_name?s insecure_skip_verify?b min_version?s
        b 221 client_id!s tenant_id!s client_secret!S
        b 222 client_id!s
        b 223 tenant_id?s
        b 224 own_namespace?b names?ls
        b 225 role!s label?s field?s
        b 226 node?b namespace?b
        b 227 cwd?b exe?b commandline?b username?b uid?b container_id?b cgroup_path?b
        b 228 source_labels?ls separator?s regex?s modulus?n target_label?s replacement?s action?s
        b 229 listen_address?s listen_port?n cors_allowed_origins?ls api_key?S max_allowed_payload_size?s rate_limiting#497 include_metadata?b
        b 230 download?b download_from_origins?ls download_timeout?d cache#498 location#499*
        b 231 logs?lc traces?lc
        b 232 max_partial_lines?n max_partial_line_size?n max_partial_line_size_truncate?b
        b 233 drop_counter_reason?s source?s value?s separator?s expression?s older_than?d longer_than?s
        b 234 source?s drop_invalid_labels?b overwrite_existing?b
        b 235 db!s source!s db_type?s custom_lookups?ms
        b 236 expressions?ms regex?s source?s drop_malformed?b
        b 237 values!ls
        b 238 values!ms source_type?s
        b 239 rate!n burst!n drop?b by_label_name?s max_distinct_labels?n
        b 240 mapping?ms source?s regex?s
        b 241 replacement?s source?s min_length?n delimiters?s skip_regex?s
        b 242 selector!s stage.cri#232* stage.decolorize#38* stage.docker#38* stage.drop#233* stage.eventlogmessage#234* stage.geoip#235* stage.json#236* stage.label_keep#237* stage.label_drop#237* stage.labels#238* stage.limit#239* stage.logfmt#240* stage.luhn#241* stage.match#242* stage.metrics#243* stage.multiline#244* stage.output#245* stage.pack#246* stage.pattern#247* stage.regex#248* stage.replace#249* stage.split_json#250* stage.static_labels#251* stage.structured_metadata#252* stage.structured_metadata_drop#237* stage.sampling#253* stage.template#254* stage.tenant#255* stage.truncate#256* stage.timestamp#257* stage.windowsevent#234* action?s pipeline_name?s drop_counter_reason?s
        b 243 metric.counter#500* metric.gauge#501* metric.histogram#502*
        b 244 firstline!s max_lines?n max_wait_time?d trim_newlines?b
        b 245 source!s
        b 246 labels!ls ingest_timestamp?b
        b 247 pattern!s source?s labels_from_groups?b
        b 248 expression!s source?s labels_from_groups?b
        b 249 expression!s source?s replace?s
        b 250 source?s
        b 251 values!ms
        b 252 values?ms regex?s
        b 253 drop_counter_reason?s rate!n
        b 254 source!s template!s
        b 255 label?s source?s value?s
        b 256 rule#503!*
        b 257 source!s format!s fallback_formats?ls location?s action_on_failure?s action_on_duplicate_timestamp?s
        b 258 matcher#504*
        b 259 match_labels?ms match_expression#505*
        b 260 listen_address?s listen_port?n conn_limit?n server_read_timeout?d server_write_timeout?d server_idle_timeout?d tls#506 http2#507
        b 261 listen_address?s listen_port?n conn_limit?n max_connection_age?d max_connection_age_grace?d max_connection_idle?d server_max_recv_msg_size?n server_max_send_msg_size?n server_max_concurrent_streams?n tls#506
        b 262 mechanism!s scopes?ls connection_string?S
        b 263 basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 264 enabled!b initial_delay?d format!s
        b 265 min_poll_frequency?d max_poll_frequency?d
        b 266 enabled?b sync_period?d ignore_older_than?d
        b 267 project_id!s subscription!s labels?ms use_incoming_timestamp?b use_full_line?b limit#508
        b 268 http#260 grpc#261 graceful_shutdown_timeout?d push_timeout?d labels?ms use_incoming_timestamp?b use_full_line?b
        b 269 file!s name!s
        b 270 type?s tls_config#220 sasl_config#509
        b 271 api_server?s kubeconfig_file?s basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS
        b 272 enabled?b node_name?s
        b 273 address!s protocol?s idle_timeout?d label_structured_data?b labels?ms use_incoming_timestamp?b use_rfc5424_message?b rfc3164_default_to_current_year?b rfc5424_allow_empty_msg?b max_message_length?n tls_config#220 syslog_format?s raw_format_options#510 rfc3164_cisco_components#511 udp_queue_size?n udp_host_cache_size?n
        b 274 name?s url!s batch_wait?d batch_size?s remote_timeout?d headers?ms min_backoff_period?d max_backoff_period?d max_backoff_retries?n tenant_id?s retry_on_http_429?b basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS queue_config#512
        b 275 enabled?b max_segment_age?d min_read_frequency?d max_read_frequency?d drain_timeout?d
        b 276 strategy!s alertmanager_namespace?s
        b 277 matcher#513*
        b 278 username?s username_file?s password?S password_file?s
        b 279 file?s inline?s
        b 280 disable_high_cardinality_metrics?b level?s
        b 281 key!s value?S from_context?s from_attribute?s action?s
        b 282 ca_pem?s ca_file?s cert_pem?s cert_file?s key_pem?S key_file?s min_version?s max_version?s reload_interval?d cipher_suites?ls include_insecure_cipher_suites?b include_system_ca_certs_pool?b curve_preferences?ls tpm#514 insecure?b insecure_skip_verify?b server_name?s
        b 283 arn?s session_name?s sts_region?s
        b 284 name?s description?s conditions?ls attributes#515*
        b 285 max_items?n ttl?d
        b 286 name!s description?s unit?s include_resource_attributes#516* attributes#516* conditions?ls histogram#517 exponential_histogram#518 sum#519 gauge#519
        b 287 logs_instance_tag?s service_key?s span_name_key?s status_key?s duration_key?s trace_id_key?s
        b 288 name?s default?s glob?s
        b 289 disable?b dimension#288* unit?s exponential#520 explicit#521
        b 290 enabled?b max_per_data_point?n
        b 291 enabled?b dimension#288*
        b 292 enabled?b num_consumers?n queue_size?n block_on_overflow?b sizer?s wait_for_result?b batch#522 storage?a
        b 293 region?s s3_bucket!s s3_prefix!s s3_base_prefix?s s3_partition_format?s s3_partition_timezone?s role_arn?s file_prefix?s endpoint?s s3_force_path_style?b disable_ssl?b compression?a acl?s storage_class?s unique_key_func_name?s retry_mode?s retry_max_attempts?n retry_max_backoff?d
        b 294 type?s
        b 295 s3_prefix!s s3_bucket?s
        b 296 read_buffer_size?n write_buffer_size?n timeout?d max_idle_conns?n max_idle_conns_per_host?n max_conns_per_host?n idle_conn_timeout?d disable_keep_alives?b insecure_skip_verify?b
        b 297 enabled?b initial_interval?d randomization_factor?n multiplier?n max_interval?d max_elapsed_time?d
        b 298 api_key!S site?s fail_on_invalid_key?b
        b 299 endpoint?s ignore_resources?ls span_name_remappings?ms span_name_as_resource_name?b compute_stats_by_span_kind?b compute_top_level_by_span_kind?b peer_tags_aggregation?b peer_tags?ls trace_buffer?n
        b 300 delta_ttl?n endpoint?s exporter#523 histograms#524 sums#525 summaries#526
        b 301 endpoint?s use_compression?b compression_level?n batch_wait?n
        b 302 enabled?b hostname_source?s tags?ls
        b 303 endpoint!s proxy_url?s compression?s compression_params#305 tls#282 read_buffer_size?s write_buffer_size?s timeout?d headers?ms max_idle_conns?n max_idle_conns_per_host?n max_conns_per_host?n idle_conn_timeout?d disable_keep_alives?b http2_read_idle_timeout?d http2_ping_timeout?d force_attempt_http2?b auth?a cookies#180
        b 304 max_megabytes?n max_days?n max_backups?n localtime?b
        b 305 level!n
        b 306 enabled?b resource_attribute?s max_open_files?n
        b 307 target_principal?s subject?s delegates?ls
        b 308 prefix?s endpoint?s compression?s grpc_pool_size?n use_insecure?b known_domains?ls skip_create_descriptor?b instrumentation_library_labels?b create_service_timeseries?b create_metric_descriptor_buffer_size?n service_resource_labels?b resource_filters?lo527 cumulative_normalization?b sum_of_squared_deviation?b experimental_wal#528
        b 309 endpoint?s grpc_pool_size?n use_insecure?b attribute_mappings?lo529
        b 310 endpoint?s compression?s grpc_pool_size?n use_insecure?b default_log_name?s resource_filters?lo527 service_resource_labels?b error_reporting_type?b
        b 311 behavior?s allowed_drift?d
        b 312 enabled?b from_resource_attribute?s remove_resource_attribute?b
        b 313 topic?s topic_from_metadata_key?s encoding?s message_key_from_metadata_key?s
        b 314 plaintext#530 sasl#531 tls#282 kerberos#532
        b 315 full?b refresh_interval?d retry#533
        b 316 max_message_bytes?n max_broker_write_bytes?n required_acks?n compression?s compression_params#534 flush_max_messages?n allow_auto_topic_creation?b linger?d
        b 317 sticky_key#535 round_robin?b least_backup?b
        b 318 otlp#536!
        b 319 static#537 dns#538 kubernetes#539 aws_cloud_map#540
        b 320 endpoint!s compression?s tls#282 keepalive#541 read_buffer_size?s write_buffer_size?s wait_for_ready?b headers?ms balancer_name?s authority?s auth?a
        b 321 endpoint!s read_buffer_size?n write_buffer_size?n timeout?d max_idle_conns?n max_idle_conns_per_host?n max_conns_per_host?n idle_conn_timeout?d disable_keep_alives?b insecure_skip_verify?b force_attempt_http2?b
        b 322 log_data_enabled?b profiling_data_enabled?b token!S source?s sourcetype?s index?s disable_compression?b max_content_length_logs?n max_content_length_metrics?n max_content_length_traces?n max_event_size?n splunk_app_name?s splunk_app_version?s otel_to_hec_fields#542 health_path?s health_check_enabled?b export_raw?b use_multi_metric_format?b heartbeat#543 telemetry#544
        b 323 source?s sourcetype?s index?s host?s
        b 324 endpoint?s transport?s tls#372 max_recv_msg_size?s max_concurrent_streams?n read_buffer_size?s write_buffer_size?s keepalive#545 auth?a include_metadata?b
        b 325 endpoint?s tls#372 cors#373 auth?a max_request_body_size?s include_metadata?b compression_algorithms?ls keep_alives_enabled?b idle_timeout?d read_timeout?d write_timeout?d read_header_timeout?d
        b 326 content?s remote#320 file?s reload_interval?d
        b 327 match_type!s regexp#546 services?ls span_names?ls log_bodies?ls log_severity_texts?ls log_severity#547 metric_names?ls attribute#548* resource#548* library#549* span_kinds?ls
        b 328 key?s value?a pattern?s from_attribute?s from_context?s converted_type?s action!s
        b 329 metrics?ls match_type?s metric_types?ls
        b 330 span?ls spanevent?ls
        b 331 metric?ls datapoint?ls
        b 332 log_record?ls
        b 333 context?s conditions!ls
        b 334 gauge?b summary?b
        b 335 metadata?ls annotation#550* label#550* otel_annotations?b deployment_name_from_replicaset?b
        b 336 node?s namespace?s field#551* label#551*
        b 337 source#552!*
        b 338 pod#553*
        b 339 enabled?b attributes?ls sanitize_span_name?b
        b 340 sanitize_span_name?b sql#554 redis#554 valkey#554 memcached#554 mongo#554 opensearch#554 es#554
        b 341 tags?ls resource_attributes#555 max_attempts?n max_backoff?d fail_on_missing_metadata?b tags_from_imds?b
        b 342 resource_attributes#556
        b 343 resource_attributes#557 node_from_env_var?s
        b 344 resource_attributes#558
        b 345 resource_attributes#559
        b 346 resource_attributes#560
        b 347 resource_attributes#561 tags?ls
        b 348 resource_attributes#562
        b 349 address?s datacenter?s token?S namespace?s meta?ls resource_attributes#563
        b 350 resource_attributes#564
        b 351 resource_attributes#565
        b 352 resource_attributes#566
        b 353 resource_attributes#567
        b 354 hostname_sources?ls resource_attributes#568
        b 355 address?s token?s tls#282 resource_attributes#569
        b 356 auth_type?s context?s node_from_env_var?s resource_attributes#570
        b 357 auth_type?s context?s resource_attributes#571
        b 358 fail_on_missing_metadata?b labels?ls resource_attributes#572
        b 359 resource_attributes#573
        b 360 resource_attributes#574
        b 361 fail_on_missing_metadata?b resource_attributes#560
        b 362 fail_on_missing_metadata?b resource_attributes#555
        b 363 from_attributes?ls separator?s to_attributes#575
        b 364 code!s description?s
        b 365 name!s type!s latency#576 numeric_attribute#577 probabilistic#578 status_code#579 string_attribute#580 rate_limiting#581 bytes_limiting#582 span_count#583 boolean_attribute#584 ottl_condition#585 trace_state#586 composite#587 and#588 not#589 drop#590
        b 366 sampled_cache_size?n non_sampled_cache_size?n
        b 367 trace?ls metric?ls log?ls
        b 368 context!s conditions?ls statements!ls error_mode?a
        b 369 poll_interval?d max_events_per_request?n groups#591 start_from?s initial_lookback?d
        b 370 region?s s3_bucket!s s3_prefix!s s3_partition_format?s s3_partition_timezone?s file_prefix?s endpoint?s endpoint_partition_id?s s3_force_path_style?b
        b 371 queue_url?s region?s endpoint?s wait_time_seconds?n max_number_of_messages?n
        b 372 ca_pem?s ca_file?s cert_pem?s cert_file?s key_pem?S key_file?s min_version?s max_version?s reload_interval?d cipher_suites?ls include_insecure_cipher_suites?b include_system_ca_certs_pool?b curve_preferences?ls tpm#514 client_ca_file?s
        b 373 allowed_origins?ls allowed_headers?ls exposed_headers?ls max_age?n
        b 374 behavior!s proxy#592
        b 375 file.atime#180 file.count#180 file.ctime#180 file.mtime#180 file.size#180
        b 376 file.name#593 file.path#593
        b 377 regex?s top_n?n sort_by#594!* group_by?s
        b 378 line_start_pattern?s line_end_pattern?s omit_pattern?b
        b 379 pattern!s metadata_operators!lma
        b 380 enabled?b initial_interval?d max_interval?d max_elapsed_time?d
        b 381 logs?lc
        b 382 trigger_ack_batch_duration?d stream_ack_deadline?d max_outstanding_messages?n max_outstanding_bytes?n
        b 383 grpc#324 thrift_http#325 thrift_binary#595 thrift_compact#595
        b 384 topic?s topics?ls encoding?s exclude_topics?ls
        b 385 enable?b interval?d
        b 386 after_execution?b include_unsuccessful?b
        b 387 extract_headers?b headers?ls
        b 388 endpoint?s tls#372 cors#373 auth?a max_request_body_size?s include_metadata?b compression_algorithms?ls keep_alives_enabled?b idle_timeout?d read_timeout?d write_timeout?d read_header_timeout?d traces_url_path?s metrics_url_path?s logs_url_path?s
        b 389 delayed_retry#596!
        b 390 sasl_plain#530 sasl_xauth2#597 sasl_external#38
        b 391 metrics?lc logs?lc
        b 392 max_log_size?s listen_address?s tls#372 add_attributes?b one_log_per_packet?b encoding?s multiline#378 preserve_leading_whitespaces?b preserve_trailing_whitespaces?b
        b 393 listen_address?s one_log_per_packet?b add_attributes?b encoding?s multiline#378 preserve_leading_whitespaces?b preserve_trailing_whitespaces?b async#598
        b 394 vcenter.cluster.cpu.effective#203 vcenter.cluster.cpu.limit#203 vcenter.cluster.host.count#203 vcenter.cluster.memory.effective#203 vcenter.cluster.memory.limit#203 vcenter.cluster.vm.count#203 vcenter.cluster.vm_template.count#203 vcenter.cluster.vsan.congestions#203 vcenter.cluster.vsan.latency.avg#203 vcenter.cluster.vsan.operations#203 vcenter.cluster.vsan.throughput#203 vcenter.datacenter.cluster.count#203 vcenter.datacenter.cpu.limit#203 vcenter.datacenter.datastore.count#203 vcenter.datacenter.disk.space#203 vcenter.datacenter.host.count#203 vcenter.datacenter.memory.limit#203 vcenter.datacenter.vm.count#203 vcenter.datastore.disk.usage#203 vcenter.datastore.disk.utilization#203 vcenter.host.cpu.capacity#203 vcenter.host.cpu.reserved#203 vcenter.host.cpu.usage#203 vcenter.host.cpu.utilization#203 vcenter.host.disk.latency.avg#203 vcenter.host.disk.latency.max#203 vcenter.host.disk.throughput#203 vcenter.host.memory.capacity#203 vcenter.host.memory.usage#203 vcenter.host.memory.utilization#203 vcenter.host.network.packet.rate#203 vcenter.host.network.packet.error.rate#203 vcenter.host.network.packet.drop.rate#203 vcenter.host.network.throughput#203 vcenter.host.network.usage#203 vcenter.host.vsan.cache.hit_rate#203 vcenter.host.vsan.congestions#203 vcenter.host.vsan.latency.avg#203 vcenter.host.vsan.operations#203 vcenter.host.vsan.throughput#203 vcenter.resource_pool.cpu.shares#203 vcenter.resource_pool.cpu.usage#203 vcenter.resource_pool.memory.ballooned#203 vcenter.resource_pool.memory.granted#203 vcenter.resource_pool.memory.shares#203 vcenter.resource_pool.memory.swapped#203 vcenter.resource_pool.memory.usage#203 vcenter.vm.cpu.readiness#203 vcenter.vm.cpu.time#203 vcenter.vm.cpu.usage#203 vcenter.vm.cpu.utilization#203 vcenter.vm.disk.latency.avg#203 vcenter.vm.disk.latency.max#203 vcenter.vm.disk.throughput#203 vcenter.vm.disk.usage#203 vcenter.vm.disk.utilization#203 vcenter.vm.memory.ballooned#203 vcenter.vm.memory.granted#203 vcenter.vm.memory.swapped#203 vcenter.vm.memory.swapped_ssd#203 vcenter.vm.memory.usage#203 vcenter.vm.memory.utilization#203 vcenter.vm.network.broadcast.packet.rate#203 vcenter.vm.network.multicast.packet.rate#203 vcenter.vm.network.packet.rate#203 vcenter.vm.network.packet.drop.rate#203 vcenter.vm.network.throughput#203 vcenter.vm.network.usage#203 vcenter.vm.vsan.latency.avg#203 vcenter.vm.vsan.operations#203 vcenter.vm.vsan.throughput#203
        b 395 vcenter.datacenter.name#203 vcenter.cluster.name#203 vcenter.datastore.name#203 vcenter.host.name#203 vcenter.resource_pool.inventory_path#203 vcenter.resource_pool.name#203 vcenter.virtual_app.inventory_path#203 vcenter.virtual_app.name#203 vcenter.vm.id#203 vcenter.vm.name#203 vcenter.vm_template.id#203 vcenter.vm_template.name#203
        b 396 on_start?b on_rebound?b directory?s rebound_needed_threshold_mib?n rebound_trigger_threshold_mib?n max_transaction_size?n check_interval?d cleanup_on_start?b
        b 397 name!s address!s module?s labels?ms
        b 398 regions!ls role#599* custom_tags?ms search_tags?ms type!s dimension_name_requirements?ls recently_active_only?b metric#600!* period?d length?d delay?d add_cloudwatch_timestamp?b nil_to_zero?b
        b 399 @ regions!ls role#599* custom_tags?ms namespace!s dimensions!ms metric#600!* period?d length?d delay?d nil_to_zero?b
        b 400 regions!ls role#599* @ custom_tags?ms dimension_name_requirements?ls namespace!s recently_active_only?b metric#600!* delay?d period?d length?d add_cloudwatch_timestamp?b nil_to_zero?b
        b 401 enabled?b scrape_interval?d
        b 402 min_time?n processes_by_user?b processes_by_host?b
        b 403 databases?s
        b 404 limit?n time_limit?n text_limit?n exclude_schemas?ls
        b 405 filter?s remove_prefix?s
        b 406 remove_prefix?s
        b 407 database?s table?s utc?b
        b 408 privileges?b
        b 409 name!s connection_string!S username?s password?S labels?ms
        b 410 enabled?b database_allowlist?ls database_denylist?ls
        b 411 include_query?b query_length?n limit?n exclude_databases?ls exclude_users?ls
        b 412 name?s comm?ls exe?ls cmdline?ls
        b 413 @ address!s module?s auth?s walk_params?s snmp_context?s labels?ms
        b 414 @ max_repetitions?n retries?n timeout?d use_unconnected_udp_socket?b
        b 415 device_exclude?s device_include?s netlink?b
        b 416 priority_stats?b
        b 417 bugs_include?s guest?b info?b flags_include?s
        b 418 device_exclude?s device_include?s
        b 419 device_exclude?s device_include?s metrics_include?s
        b 420 fs_types_exclude?s mount_points_exclude?s mount_timeout?d
        b 421 chip_exclude?s chip_include?s
        b 422 backend_labels?ls
        b 423 ip_ttl?n local_offset_tolerance?d max_distance?d protocol_version?n server?s server_is_local?b
        b 424 ignore_invalid_speed_device?b ignored_devices?s
        b 425 address_info?b device_exclude?s device_include?s
        b 426 fields?s
        b 427 cpus?s tracepoint?a disable_hardware_profilers?b disable_software_profilers?b disable_cache_profilers?b hardware_profilers?a software_profilers?a cache_profilers?a
        b 428 ignored_supplies?s
        b 429 service_dir?s
        b 430 url?s
        b 431 include?ls include_info?ls
        b 432 enable_restarts?b start_time?b task_metrics?b unit_exclude?s unit_include?s
        b 433 ignored_devices?s
        b 434 directory?s
        b 435 sources_enabled?ls
        b 436 enabled_list?ls
        b 437 app_blacklist?s app_whitelist?s site_blacklist?s site_whitelist?s app_exclude?s app_include?s site_exclude?s site_include?s
        b 438 enabled_list?ls blacklist?s whitelist?s include?s exclude?s
        b 439 where_clause?s
        b 440 enabled_classes?ls
        b 441 blacklist?s whitelist?s exclude?s include?s
        b 442 include?s exclude?s
        b 443 exclude?s include?s
        b 444 blacklist?s whitelist?s exclude?s include?s enable_iis_worker_process?b counter_version?n
        b 445 include?s exclude?s use_api?s where_clause?s enable_v2_collector?s
        b 446 text_file_directory?s directories?ls
        b 447 online?b scrape_interval?d
        b 448 file_patterns?ls
        b 449 objects?s
        b 450 enabled_list?ls exclude?s include?s
        b 451 default_scrape_interval?d default_scrape_timeout?d default_sample_limit?n scrape_native_histograms?b scrape_classic_histograms?b convert_classic_histograms_to_nhcb?b native_histogram_bucket_limit?n native_histogram_min_bucket_factor?n honor_metadata?b enable_type_and_unit_labels?b start_timestamp_zero_ingestion?b
        b 452 name?s url!s remote_timeout?d headers?ms send_exemplars?b send_native_histograms?b protobuf_message?s basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS queue_config#601 metadata_config#602 write_relabel_config#228* sigv4#603 azuread#604 google_iam#605 round_robin_dns?b
        b 453 truncate_frequency?d min_keepalive_time?d max_keepalive_time?d
        b 454 on_target_symbolization?b upload?b cache_size?n strip_text_section?b queue_size?n worker_num?n
        b 455 interval?d sample_rate?n alloc?s lock?s cpu?b event?s per_thread?b log_level?s quiet?b custom_arguments?ls tlab?b
        b 456 profile.memory#606 profile.block#606 profile.goroutine#606 profile.mutex#606 profile.process_cpu#606 profile.fgprof#606 profile.godeltaprof_memory#606 profile.godeltaprof_mutex#606 profile.godeltaprof_block#606 profile.custom#607* path_prefix?s
        b 457 name?s url!s remote_timeout?d debug_info_upload_timeout?d headers?ms basic_auth#217 authorization#218 oauth2#219 bearer_token?S bearer_token_file?s proxy_url?s no_proxy?s proxy_from_environment?b proxy_connect_header?mlS tls_config#220 follow_redirects?b enable_http2?b http_headers?mlS min_backoff_period?d max_backoff_period?d max_backoff_retries?n retry_on_http_429?b
        b 458 jaeger_propagator?b trace_context_propagator?b
        b 459 key?s secret?S endpoint?s disable_ssl?b use_path_style?b region?s signing_region?s
        b 460 min_retry_wait?d max_retry_wait?d max_retries?n timeout?d
        b 461 token!S
        b 462 role_id!s secret!S wrapping_token?b mount_path?s
        b 463 type!s region?s role?s iam_server_id_header?s ec2_signature_type?s mount_path?s
        b 464 role!s resource_url?s mount_path?s
        b 465 role!s type!s iam_service_account?s mount_path?s
        b 466 role!s service_account_file?s mount_path?s
        b 467 username!s password!S mount_path?s
        b 468 path!s data!mS namespace?s
        b 469 jaeger_remote#608
        b 470 basic#530 filter#609
        b 471 cert_pem?s cert_file?s key_pem?S key_file?s client_ca_pem?s client_ca_file?s client_auth_type?s cipher_suites?ls curve_preferences?ls min_version?s max_version?s windows_certificate_filter#610
        b 472 enable!s cluster_name?s informers_sync_timeout?d informers_resync_period?d disable_informers?ls meta_restrict_local_node?b meta_cache_address?s reconnect_initial_interval?d drop_external?b kubeconfig_path?s resource_labels?mls service_name_template?s
        b 473 dns?b override_hostname?s
        b 474 attr!s include?ls exclude?ls
        b 475 override?s
        b 476 timeout?d start_interval?d max_interval?d
        b 477 name?s namespace?s open_ports?s exe_path?s cmd_args?s kubernetes#611 containers_only?b exports?ls sampler#482 languages?s
        b 478 java_harvest_delay?d
        b 479 enable?b source?s agent_ip?s agent_ip_iface?s agent_ip_type?s interfaces?ls exclude_interfaces?ls protocols?ls exclude_protocols?ls cache_max_flows?n cache_active_timeout?d direction?s sampling?n cidrs?ls deduper?s deduper_fc_ttl?d guess_ports?s listen_interfaces?s listen_poll_period?d print_flows?b geo_ip#492 reverse_dns#493
        b 480 duration_histogram?ln request_size_histogram?ln response_size_histogram?ln stat_tcp_rtt_histogram?ln gen_ai_client_operation_duration_histogram?ln gen_ai_client_token_usage_histogram?ln
        b 481 bucket_factor?n max_bucket_number?n min_reset_duration?d
        b 482 arg?s name?s
        b 483 http?n kafka?n mssql?n mysql?n postgres?n tcp?n
        b 484 async_writer_channel_len?n async_writer_workers?n cache_size?n cache_ttl?d services#612*
        b 485 global_scale_factor?n
        b 486 http#613
        b 487 enabled?b max_size?n
        b 488 attr!s match?s not_match?s greater_than?n greater_equals?n equals?n not_equals?n less_equals?n less_than?n
        b 489 logs?b metrics?b traces?b
        b 490 add_k8s_ip_attribute?b add_k8s_uid_attributes?b attributes?ms use_k8s_labels_for_resource_attributes?b
        b 491 external_deployment_name?s
        b 492 cache_expiry?d cache_len?n ipinfo#614 maxmind#615
        b 493 cache_expiry?d cache_len?n type?s
        b 494 arn!s
        b 495 subscription_id!s resource_group!s server_name?s
        b 496 connection_name!s
        b 497 enabled?b strategy?s rate?n burst_size?n
        b 498 ttl?d error_cleanup_interval?d cleanup_check_interval?d
        b 499 path!s minified_path_prefix!s
        b 500 name!s description?s source?s prefix?s max_idle_duration?d value?s action!s match_all?b count_entry_bytes?b
        b 501 name!s description?s source?s prefix?s max_idle_duration?d value?s action!s
        b 502 name!s description?s source?s prefix?s max_idle_duration?d value?s buckets!ln
        b 503 limit!s suffix?s sources?ls source_type?s
        b 504 name!s value!s match_type!s
        b 505 key!s operator!s values?ls
        b 506 cert_pem?s key_pem?S cert_file?s key_file?s client_auth_type?s client_ca_file?s client_ca?s cipher_suites?s min_version?s
        b 507 enabled?b max_handlers?n max_concurrent_streams?n max_decoder_header_table_size?n max_encoder_header_table_size?n max_read_frame_size?n permit_prohibited_ciphers?b idle_timeout?d read_idle_timeout?d ping_timeout?d write_byte_timeout?d max_upload_buffer_per_connection?n max_upload_buffer_per_stream?n
        b 508 max_outstanding_bytes?s max_outstanding_messages?n
        b 509 mechanism?s user?s password?S use_tls?b tls_config#220 oauth_config#616
        b 510 use_null_terminator_delimiter?b
        b 511 enable_all?b message_counter?b sequence_number?b hostname?b second_fractions?b
        b 512 capacity?s min_shards?n drain_timeout?d block_on_overflow?b
        b 513 name!s value?s value_from_label?s match_type!s
        b 514 enabled?b path?s owner_auth?s auth?s
        b 515 key!s default_value?a
        b 516 key!s optional?b default_value?a
        b 517 buckets?ln count?s value!s
        b 518 max_size?n count?s value!s
        b 519 value!s
        b 520 max_size?n
        b 521 buckets?ld
        b 522 flush_timeout?d min_size?n max_size?n sizer?s
        b 523 resource_attributes_as_tags?b instrumentation_scope_metadata_as_tags?b
        b 524 mode?s send_aggregation_metrics?b
        b 525 cumulative_monotonic_mode?s initial_cumulative_monotonic_value?s
        b 526 mode?s
        b 527 prefix?s regex?s
        b 528 directory?s max_backoff?d
        b 529 key!s replacement!s
        b 530 username!s password!S
        b 531 username!s password!S mechanism!s version?n aws_msk#617
        b 532 service_name?s realm?s use_keytab?b username!s password?S config_file?s keytab_file?s disable_fast_negotiation?b
        b 533 max_retries?n backoff?d
        b 534 level?n
        b 535 hasher?s
        b 536 timeout?d queue#292 retry#297 client#618!
        b 537 hostnames!ls
        b 538 hostname!s port?s interval?d timeout?d
        b 539 service!s ports?ln timeout?d return_hostnames?b
        b 540 namespace!s service_name!s health_status?s interval?d timeout?d port?n owner_account?s
        b 541 ping_wait?d ping_response_timeout?d ping_without_stream?b
        b 542 severity_text?s severity_number?s
        b 543 interval?d startup?b
        b 544 enabled?b override_metrics_names?ms extra_attributes?ms
        b 545 server_parameters#619 enforcement_policy#620
        b 546 cache_enabled?b cache_max_num_entries?n
        b 547 min!s match_undefined!b
        b 548 key!s value?a
        b 549 name!s version?s
        b 550 tag_name?s key?s key_regex?s from?s
        b 551 key!s value!s op?s
        b 552 from!s name?s
        b 553 name!s
        b 554 enabled?b attributes?ls
        b 555 cloud.account.id#203 cloud.availability_zone#203 cloud.platform#203 cloud.provider#203 cloud.region#203 host.id#203 host.image.id#203 host.name#203 host.type#203
        b 556 aws.ecs.cluster.arn#203 aws.ecs.launchtype#203 aws.ecs.task.arn#203 aws.ecs.task.family#203 aws.ecs.task.id#203 aws.ecs.task.revision#203 aws.log.group.arns#203 aws.log.group.names#203 aws.log.stream.arns#203 aws.log.stream.names#203 cloud.account.id#203 cloud.availability_zone#203 cloud.platform#203 cloud.provider#203 cloud.region#203
        b 557 cloud.account.id#203 cloud.platform#203 cloud.provider#203 k8s.cluster.name#203
        b 558 cloud.platform#203 cloud.provider#203 deployment.environment#203 service.instance.id#203 service.version#203
        b 559 aws.log.group.names#203 aws.log.stream.names#203 cloud.platform#203 cloud.provider#203 cloud.region#203 faas.instance#203 faas.max_memory#203 faas.name#203 faas.version#203
        b 560 cloud.provider#203 cloud.region#203 host.id#203 host.name#203
        b 561 azure.resourcegroup.name#203 azure.vm.name#203 azure.vm.scaleset.name#203 azure.vm.size#203 cloud.account.id#203 cloud.platform#203 cloud.provider#203 cloud.region#203 cloud.availability_zone#203 host.id#203 host.name#203
        b 562 cloud.platform#203 cloud.provider#203 k8s.cluster.name#203
        b 563 cloud.region#203 host.id#203 host.name#203
        b 564 host.name#203 os.type#203
        b 565 cloud.account.id#203 cloud.availability_zone#203 cloud.platform#203 cloud.provider#203 cloud.region#203 faas.id#203 faas.instance#203 faas.name#203 faas.version#203 gcp.cloud_run.job.execution#203 gcp.cloud_run.job.task_index#203 gcp.gce.instance.hostname#203 gcp.gce.instance.name#203 gcp.gce.instance.group_manager.name#203 gcp.gce.instance.group_manager.region#203 gcp.gce.instance.group_manager.zone#203 host.id#203 host.name#203 host.type#203 k8s.cluster.name#203
        b 566 cloud.provider#203 heroku.app.id#203 heroku.dyno.id#203 heroku.release.commit#203 heroku.release.creation_timestamp#203 service.instance.id#203 service.name#203 service.version#203
        b 567 cloud.availability_zone#203 cloud.provider#203 cloud.region#203 host.id#203 host.name#203
        b 568 host.arch#203 host.cpu.cache.l2.size#203 host.cpu.family#203 host.cpu.model.id#203 host.cpu.model.name#203 host.cpu.stepping#203 host.cpu.vendor.id#203 host.id#203 host.interface#203 host.ip#203 host.mac#203 host.name#203 os.build.id#203 os.description#203 os.name#203 os.type#203 os.version#203
        b 569 cloud.platform#203 cloud.provider#203 cloud.region#203 k8s.cluster.name#203
        b 570 k8s.node.name#203 k8s.node.uid#203
        b 571 k8s.cluster.name#203 k8s.cluster.uid#203
        b 572 cloud.platform#203 cloud.provider#203 cloud.region#203 cloud.availability_zone#203 host.id#203 host.name#203 host.type#203
        b 573 cloud.platform#203 cloud.provider#203 cloud.region#203 cloud.availability_zone#203 host.id#203 host.name#203 host.type#203 k8s.cluster.name#203 oracle_cloud.realm#203
        b 574 cloud.account.id#203 cloud.availability_zone#203 cloud.platform#203 cloud.provider#203 cloud.region#203 host.id#203 host.image.id#203 host.image.name#203 host.name#203 host.type#203
        b 575 rules!ls break_after_match?b keep_original_name?b
        b 576 threshold_ms!n upper_threshold_ms?n
        b 577 key!s min_value!n max_value!n invert_match?b
        b 578 hash_salt?s sampling_percentage!n
        b 579 status_codes!ls
        b 580 key!s values!ls enabled_regex_matching?b cache_max_size?n invert_match?b
        b 581 spans_per_second!n burst_capacity?n
        b 582 bytes_per_second!n burst_capacity?n
        b 583 min_spans!n max_spans?n
        b 584 key!s value!b invert_match?b
        b 585 error_mode!s span?ls spanevent?ls
        b 586 key!s values!ls
        b 587 max_total_spans_per_second!n policy_order!ls composite_sub_policy#621* rate_allocation#622*
        b 588 and_sub_policy#623!*
        b 589 not_sub_policy#623!
        b 590 drop_sub_policy#623!*
        b 591 autodiscover#624 named#625*
        b 592 api#626!
        b 593 enabled?b metrics_include#627* metrics_exclude#627*
        b 594 sort_type?s regex_key?s ascending?b layout?s location?s
        b 595 endpoint?s queue_size?n max_packet_size?s workers?n socket_buffer_size?s
        b 596 delay?d
        b 597 username!s bearer!s
        b 598 readers?n processors?n max_queue_length?n
        b 599 role_arn!s external_id?s
        b 600 name!s statistics!ls period?d length?d nil_to_zero?b add_cloudwatch_timestamp?b
        b 601 capacity?n max_shards?n min_shards?n max_samples_per_send?n batch_send_deadline?d min_backoff?d max_backoff?d retry_on_http_429?b sample_age_limit?d
        b 602 send?b send_interval?d max_samples_per_send?n
        b 603 region?s access_key?s secret_key?S profile?s role_arn?s external_id?s use_fips_sts_endpoint?b service_name?s
        b 604 managed_identity#222 workload_identity#628 oauth#629 sdk#630 cloud?s scope?s
        b 605 credentials_file?s
        b 606 enabled?b path?s delta?b
        b 607 enabled!b path!s delta?b @
        b 608 url?s max_operations?n refresh_interval?d
        b 609 paths?ls authenticate_matching_paths?b
        b 610 server#631! client#632!
        b 611 namespace?s pod_name?s deployment_name?s replicaset_name?s statefulset_name?s daemonset_name?s owner_name?s pod_labels?ms pod_annotations?ms
        b 612 service#477*
        b 613 aws#180 elasticsearch#180 enrichment#633 openai#180 anthropic#180 gemini#180 bedrock#180 embedding#180 mcp#180 qwen#180 rerank#180 retrieval#180 graphql#180 jsonrpc#180 sqlpp#634
        b 614 path?s
        b 615 asn_path?s country_path?s
        b 616 token_provider!s scopes!ls
        b 617 region!s
        b 618 compression?s tls#282 keepalive#541 read_buffer_size?s write_buffer_size?s wait_for_ready?b headers?ms balancer_name?s authority?s auth?a
        b 619 max_connection_idle?d max_connection_age?d max_connection_age_grace?d time?d timeout?d
        b 620 min_time?d permit_without_stream?b
        b 621 name!s type!s latency#576 numeric_attribute#577 probabilistic#578 status_code#579 string_attribute#580 rate_limiting#581 bytes_limiting#582 span_count#583 boolean_attribute#584 ottl_condition#585 trace_state#586 and#588
        b 622 policy!s percent!n
        b 623 name!s type!s latency#576 numeric_attribute#577 probabilistic#578 status_code#579 string_attribute#580 rate_limiting#581 bytes_limiting#582 span_count#583 boolean_attribute#584 ottl_condition#585 trace_state#586
        b 624 prefix?s limit?n streams#635
        b 625 group_name!s prefixes?ls names?ls
        b 626 key!S site?s fail_on_invalid_key?b
        b 627 strict?s regexp?s
        b 628 client_id!s tenant_id!s token_file_path?s
        b 629 client_id!s client_secret!S tenant_id!s
        b 630 tenant_id!s
        b 631 store?s system_store?s issuer_common_names?ls template_id?s refresh_interval?d
        b 632 issuer_common_names?ls subject_regex?s template_id?s
        b 633 enabled?b policy#636 rules#637*
        b 634 enabled?b endpoint_patterns?ls
        b 635 prefixes?ls names?ls
        b 636 default_action#638 obfuscation_string?s
        b 637 action?s match#639 scope?s type?s
        b 638 body?s headers?s
        b 639 case_sensitive?b methods?ls obfuscation_json_paths?ls patterns?ls url_path_patterns?ls
        c otelcol.receiver.opencensus - general -
        """#
}
