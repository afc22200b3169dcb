/// The configuration with which the program `loki` is started for snippets.
enum LokiProgram {
    /// All of Loki in one process, in one folder, on the loopback. Lines of any age are taken, and only what was pushed is
    /// answered: nothing is discovered, nothing reported.
    static func configuration(folder: String, _ variant: LokiService.Variant) -> String {
        """
        auth_enabled: \(variant == .tenants)
        server:
          http_listen_address: 127.0.0.1
          http_listen_port: 3100
          grpc_listen_address: 127.0.0.1
          log_level: warn
        common:
          instance_addr: 127.0.0.1
          path_prefix: \(folder)
          replication_factor: 1
          ring:
            kvstore:
              store: inmemory
          storage:
            filesystem:
              chunks_directory: \(folder)/chunks
              rules_directory: \(folder)/rules
        schema_config:
          configs:
            - from: 2020-01-01
              store: tsdb
              object_store: filesystem
              schema: v13
              index:
                prefix: index_
                period: 24h
        compactor:
          working_directory: \(folder)/compactor
          retention_enabled: \(variant != .withoutRetention)
          delete_request_store: filesystem
        limits_config:
          reject_old_samples: false
          discover_log_levels: false
          discover_service_name: []
          volume_enabled: true
          ingestion_rate_mb: 1000
          ingestion_burst_size_mb: 1000
          per_stream_rate_limit: 1000MB
          per_stream_rate_limit_burst: 1000MB
        analytics:
          reporting_enabled: false

        """
    }
}
