// swift-format-ignore-file

/// The settings of Grafana, as its own file of defaults lists them: `s SECTION`, then a line for each setting, with `b` behind
/// one that is true or false. The settings above all sections come first.
enum GrafanaSettingsTable {
    static let text = """
        v Grafana 10.3
        s -
        app_mode
        instance_name
        force_migration b
        s paths
        data
        temp_data_lifetime
        logs
        plugins
        provisioning
        s server
        protocol
        http_addr
        http_port
        domain
        enforce_domain b
        root_url
        serve_from_sub_path b
        router_logging b
        static_root_path
        enable_gzip b
        cert_file
        cert_key
        socket_gid
        socket_mode
        socket
        cdn_url
        read_timeout
        s database
        type
        host
        name
        user
        password
        url
        max_idle_conn
        max_open_conn
        conn_max_lifetime
        log_queries
        ssl_mode
        isolation_level
        ca_cert_path
        client_key_path
        client_cert_path
        server_cert_name
        path
        cache_mode
        locking_attempt_timeout_sec
        query_retries
        transaction_retries
        s remote_cache
        type
        connstr
        s dataproxy
        logging b
        timeout
        dialTimeout
        keep_alive_seconds
        tls_handshake_timeout_seconds
        expect_continue_timeout_seconds
        max_conns_per_host
        max_idle_connections
        idle_conn_timeout_seconds
        send_user_header b
        response_limit
        row_limit
        max_idle_connections_per_host
        s analytics
        reporting_enabled b
        reporting_distributor
        check_for_updates b
        check_for_plugin_updates b
        google_analytics_ua_id
        google_analytics_4_id
        google_analytics_4_send_manual_page_views b
        google_tag_manager_id
        rudderstack_write_key
        rudderstack_data_plane_url
        rudderstack_sdk_url
        rudderstack_config_url
        application_insights_connection_string
        application_insights_endpoint_url
        feedback_links_enabled b
        enabled b
        s security
        disable_initial_admin_creation b
        admin_user
        admin_password
        admin_email
        secret_key
        encryption_provider
        available_encryption_providers
        disable_gravatar b
        data_source_proxy_whitelist
        disable_brute_force_login_protection b
        cookie_secure b
        cookie_samesite
        allow_embedding b
        strict_transport_security b
        strict_transport_security_max_age_seconds
        strict_transport_security_preload b
        strict_transport_security_subdomains b
        x_content_type_options b
        x_xss_protection b
        content_security_policy b
        content_security_policy_template
        angular_support_enabled b
        csrf_trusted_origins
        csrf_additional_headers
        s security.encryption
        data_keys_cache_ttl
        data_keys_cache_cleanup_interval
        algorithm
        s snapshots
        external_enabled b
        external_snapshot_url
        external_snapshot_name
        public_mode b
        snapshot_remove_expired b
        s dashboards
        versions_to_keep
        min_refresh_interval
        default_home_dashboard_path
        s datasources
        datasource_limit
        s users
        allow_sign_up b
        allow_org_create b
        auto_assign_org b
        auto_assign_org_id
        auto_assign_org_role
        verify_email_enabled b
        login_hint
        password_hint
        default_theme
        default_locale
        home_page
        external_manage_link_url
        external_manage_link_name
        external_manage_info
        viewers_can_edit b
        editors_can_admin b
        user_invite_max_lifetime_duration
        hidden_users
        s auth
        login_cookie_name
        disable_login b
        login_maximum_inactive_lifetime_duration
        login_maximum_lifetime_duration
        token_rotation_interval_minutes
        disable_login_form b
        disable_signout_menu b
        signout_redirect_url
        oauth_auto_login b
        oauth_state_cookie_max_age
        oauth_skip_org_role_update_sync b
        api_key_max_seconds_to_live
        sigv4_auth_enabled b
        sigv4_verbose_logging b
        azure_auth_enabled b
        s auth.anonymous
        enabled b
        org_name
        org_role
        hide_version b
        s auth.github
        enabled b
        allow_sign_up b
        client_id
        client_secret
        scopes
        auth_url
        token_url
        api_url
        allowed_domains
        team_ids
        allowed_organizations
        role_attribute_path
        role_attribute_strict b
        allow_assign_grafana_admin b
        s auth.gitlab
        enabled b
        allow_sign_up b
        client_id
        client_secret
        scopes
        auth_url
        token_url
        api_url
        allowed_domains
        allowed_groups
        role_attribute_path
        role_attribute_strict b
        allow_assign_grafana_admin b
        s auth.google
        enabled b
        allow_sign_up b
        client_id
        client_secret
        scopes
        auth_url
        token_url
        api_url
        allowed_domains
        hosted_domain
        s auth.grafananet
        enabled b
        allow_sign_up b
        client_id
        client_secret
        scopes
        allowed_organizations
        s auth.grafana_com
        enabled b
        allow_sign_up b
        client_id
        client_secret
        scopes
        allowed_organizations
        s auth.azuread
        name
        enabled b
        allow_sign_up b
        client_id
        client_secret
        scopes
        auth_url
        token_url
        allowed_domains
        allowed_groups
        role_attribute_strict b
        allow_assign_grafana_admin b
        force_use_graph_api b
        s auth.okta
        name
        icon
        enabled b
        allow_sign_up b
        client_id
        client_secret
        scopes
        auth_url
        token_url
        api_url
        allowed_domains
        allowed_groups
        role_attribute_path
        role_attribute_strict b
        allow_assign_grafana_admin b
        s auth.generic_oauth
        name
        icon
        enabled b
        allow_sign_up b
        client_id
        client_secret
        scopes
        empty_scopes b
        email_attribute_name
        email_attribute_path
        login_attribute_path
        name_attribute_path
        role_attribute_path
        role_attribute_strict b
        groups_attribute_path
        id_token_attribute_name
        team_ids_attribute_path
        auth_url
        token_url
        api_url
        teams_url
        allowed_domains
        team_ids
        allowed_organizations
        tls_skip_verify_insecure b
        tls_client_cert
        tls_client_key
        tls_client_ca
        use_pkce b
        auth_style
        allow_assign_grafana_admin b
        s auth.basic
        enabled b
        s auth.proxy
        enabled b
        header_name
        header_property
        auto_sign_up b
        sync_ttl
        whitelist
        headers
        headers_encoded b
        enable_login_token b
        ldap_sync_ttl
        s auth.jwt
        enabled b
        enable_login_token b
        header_name
        email_claim
        username_claim
        jwk_set_url
        jwk_set_file
        cache_ttl
        expect_claims
        key_file
        role_attribute_path
        role_attribute_strict b
        auto_sign_up b
        url_login b
        allow_assign_grafana_admin b
        expected_claims
        s auth.ldap
        enabled b
        config_file
        allow_sign_up b
        skip_org_role_sync b
        sync_cron
        active_sync_enabled b
        s aws
        allowed_auth_providers
        assume_role_enabled b
        list_metrics_page_limit
        s azure
        cloud
        managed_identity_enabled b
        managed_identity_client_id
        s rbac
        permission_cache b
        s smtp
        enabled b
        host
        user
        password
        cert_file
        key_file
        skip_verify b
        from_address
        from_name
        ehlo_identity
        startTLS_policy
        s emails
        welcome_email_on_sign_up b
        templates_pattern
        content_types
        s log
        mode
        level
        filters
        s log.console
        level
        format
        s log.file
        level
        format
        log_rotate b
        max_lines
        max_size_shift
        daily_rotate b
        max_days
        s log.syslog
        level
        format
        network
        address
        facility
        tag
        s log.frontend
        enabled b
        provider
        sentry_dsn
        custom_endpoint
        sample_rate
        log_endpoint_requests_per_second_limit
        log_endpoint_burst_limit
        instrumentations_errors_enabled b
        instrumentations_console_enabled b
        instrumentations_webvitals_enabled b
        api_key
        s quota
        enabled b
        org_user
        org_dashboard
        org_data_source
        org_api_key
        org_alert_rule
        user_org
        global_user
        global_org
        global_dashboard
        global_api_key
        global_session
        global_alert_rule
        global_file
        s unified_alerting
        enabled b
        disabled_orgs
        admin_config_poll_interval
        alertmanager_config_poll_interval
        ha_listen_address
        ha_advertise_address
        ha_peers
        ha_peer_timeout
        ha_gossip_interval
        ha_push_pull_interval
        execute_alerts b
        evaluation_timeout
        max_attempts
        min_interval
        s unified_alerting.screenshots
        capture b
        max_concurrent_screenshots
        upload_external_image_storage b
        s unified_alerting.reserved_labels
        disabled_labels
        s alerting
        enabled b
        execute_alerts b
        error_or_timeout
        nodata_or_nullvalues
        concurrent_render_limit
        evaluation_timeout_seconds
        notification_timeout_seconds
        max_attempts
        min_interval_seconds
        max_annotation_age
        max_annotations_to_keep
        s annotations
        cleanupjob_batchsize
        tags_length
        s annotations.dashboard
        max_age
        max_annotations_to_keep
        s annotations.api
        max_age
        max_annotations_to_keep
        s explore
        enabled b
        s help
        enabled b
        s profile
        enabled b
        s query_history
        enabled b
        s metrics
        enabled b
        interval_seconds
        disable_total_stats b
        basic_auth_username
        basic_auth_password
        s metrics.environment_info
        s metrics.graphite
        address
        prefix
        s grafana_net
        url
        s grafana_com
        url
        s tracing.jaeger
        address
        always_included_tag
        sampler_type
        sampler_param
        sampling_server_url
        zipkin_propagation b
        disable_shared_zipkin_spans b
        s tracing.opentelemetry
        custom_attributes
        s tracing.opentelemetry.jaeger
        address
        propagation
        s tracing.opentelemetry.otlp
        address
        propagation
        s external_image_storage
        provider
        s external_image_storage.s3
        endpoint
        path_style_access
        bucket_url
        bucket
        region
        path
        access_key
        secret_key
        s external_image_storage.webdav
        url
        username
        password
        public_url
        s external_image_storage.gcs
        key_file
        bucket
        path
        enable_signed_urls b
        signed_url_expiration
        s external_image_storage.azure_blob
        account_name
        account_key
        container_name
        sas_token_expiration_days
        s external_image_storage.local
        s rendering
        server_url
        callback_url
        renderer_token
        concurrent_render_request_limit
        render_key_lifetime
        s panels
        enable_alpha b
        disable_sanitize_html b
        s plugins
        enable_alpha b
        app_tls_skip_verify_insecure b
        allow_loading_unsigned_plugins
        plugin_admin_enabled b
        plugin_admin_external_manage_enabled b
        plugin_catalog_url
        plugin_catalog_hidden_plugins
        s live
        max_connections
        allowed_origins
        ha_engine
        ha_engine_address
        s plugin.grafana-image-renderer
        rendering_timezone
        rendering_language
        rendering_viewport_device_scale_factor
        rendering_ignore_https_errors
        rendering_verbose_logging
        rendering_dumpio
        rendering_args
        rendering_chrome_bin
        rendering_mode
        rendering_clustering_mode
        rendering_clustering_max_concurrency
        rendering_clustering_timeout
        rendering_viewport_max_width
        rendering_viewport_max_height
        rendering_viewport_max_device_scale_factor
        grpc_host
        grpc_port
        s enterprise
        license_path
        s feature_toggles
        enable
        internationalization b
        feature1 b
        feature2 b
        s date_formats
        full_date
        interval_second
        interval_minute
        interval_hour
        interval_day
        interval_month
        interval_year
        use_browser_locale b
        default_timezone
        s expressions
        enabled b
        s geomap
        default_baselayer_config
        enable_custom_baselayers b
        s dashboard_previews.crawler
        thread_count
        rendering_timeout
        max_crawl_duration
        scheduler_interval
        s storage
        allow_unsanitized_svg_upload b
        s search
        dashboard_loading_batch_size
        full_reindex_interval
        index_update_interval
        s navigation.app_sections
        s navigation.app_standalone_pages
        s secure_socks_datasource_proxy
        enabled b
        root_ca_cert
        client_key
        client_cert
        server_name
        proxy_address
        s white_labeling
        app_title
        login_title
        login_subtitle
        login_logo
        login_background
        login_box_background
        menu_logo
        fav_icon
        apple_touch_icon
        loading_logo
        footer_links
        s white_labeling.public_dashboards
        footer_hide
        footer_text
        footer_logo
        footer_link
        s usage_insights.export
        enabled b
        storage
        s usage_insights.export.storage.loki
        type
        url
        tls b
        s reporting
        enabled b
        rendering_timeout
        concurrent_render_limit
        image_scale_factor
        max_attachment_size_mb
        fonts_path
        font_regular
        font_bold
        font_italic
        s analytics.summaries
        buffer_write_interval
        buffer_write_timeout
        rollup_interval
        rollup_timeout
        s analytics.views
        recent_users_age
        s auditing
        enabled b
        loggers
        log_dashboard_content b
        verbose b
        log_all_status_codes b
        max_response_size_bytes
        s auditing.logs.file
        path
        max_files
        max_file_size_mb
        s auditing.logs.loki
        type
        url
        tls b
        s auth.saml
        enabled b
        single_logout b
        allow_sign_up b
        certificate
        certificate_path
        private_key
        private_key_path
        signature_algorithm
        idp_metadata
        idp_metadata_path
        idp_metadata_url
        max_issue_delay
        metadata_valid_duration
        allow_idp_initiated b
        relay_state
        assertion_attribute_name
        assertion_attribute_login
        assertion_attribute_email
        assertion_attribute_groups
        assertion_attribute_role
        assertion_attribute_org
        allowed_organizations
        org_mapping
        role_values_editor
        role_values_admin
        role_values_grafana_admin
        name_id_format
        s keystore.vault
        url
        namespace
        auth_method
        token
        lease_renewal_interval
        lease_renewal_expires_within
        lease_renewal_increment
        s auth.security
        protected_roles
        s security.egress
        host_deny_list
        host_allow_list
        header_drop_list
        cookie_drop_list
        s security.encryption.awskms.v1
        key_id
        access_key_id
        secret_access_key
        region
        s security.encryption.azurekv.v1
        tenant_id
        client_id
        client_secret
        key_id
        vault_uri
        s security.encryption.googlekms.v1
        key_id
        credentials_file
        s security.encryption.hashicorpvault.v1
        token
        url
        transit_engine_path
        key_ring
        token_renewal_interval
        s caching
        backend
        enabled b
        ttl
        max_value_mb
        s caching.encryption
        enabled b
        encryption_key
        s caching.memory
        gc_interval
        max_size_mb
        s caching.redis
        url
        prefix
        cluster
        s caching.memcached
        servers
        s feature_highlights
        enabled b
        """
}
