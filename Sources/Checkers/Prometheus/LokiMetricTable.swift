// A line for each metric that Loki exposes: its name without `loki_`, its type (c counter, g gauge, h histogram,
// s summary, u unknown), `+` where only the development line after 3.7 has it, `-` where only 3.7 has it, and its labels
// (`?` where they are not known).

/// What Loki 3.7.6 exposes at `/metrics`.
enum LokiMetricTable {
    static let version = "3.7.6"

    static let text = """
        azure_blob_egress_bytes_total c
        azure_blob_request_duration_seconds h operation,status_code
        blocked_queries c user
        bloom_block_flush_reason_total c reason
        bloom_block_series_iterated_total c
        bloom_block_size h
        bloom_blocks_cache_added_total c
        bloom_blocks_cache_entries g
        bloom_blocks_cache_evicted_total c reason
        bloom_blocks_cache_fetched_total c status
        bloom_blocks_cache_usage_bytes g
        bloom_bytes_read_total c type
        bloom_bytes_skipped_total c reason,type
        bloom_chunks_indexed_total c type
        bloom_chunks_per_block h
        bloom_chunks_per_series h
        bloom_estimated_count h
        bloom_gateway_block_query_latency_seconds h status,worker
        bloom_gateway_blocks_not_available_total c worker
        bloom_gateway_client_request_duration_seconds h operation,status_code
        bloom_gateway_client_requests_total c route,type
        bloom_gateway_dequeue_duration_seconds h worker
        bloom_gateway_discarded_requests_total c user
        bloom_gateway_enqueue_count c level,user
        bloom_gateway_filtered_chunks h
        bloom_gateway_filtered_series h
        bloom_gateway_inflight_tasks s
        bloom_gateway_prefetched_blocks_total c status
        bloom_gateway_process_duration_seconds h status,worker
        bloom_gateway_querier_chunks_filtered_total c
        bloom_gateway_querier_chunks_skipped_total c
        bloom_gateway_querier_chunks_total c
        bloom_gateway_querier_series_filtered_total c
        bloom_gateway_querier_series_skipped_total c
        bloom_gateway_querier_series_total c
        bloom_gateway_queue_duration_seconds h worker
        bloom_gateway_queue_length g user
        bloom_gateway_request_matchers h
        bloom_gateway_requested_chunks h
        bloom_gateway_requested_series h
        bloom_gateway_tasks_dequeued h status,worker
        bloom_gateway_tasks_processed_total c status,worker
        bloom_hamming_weight_ratio h
        bloom_inserts_total c collision
        bloom_pages_read_total c type
        bloom_pages_skipped_total c reason,type
        bloom_recorder_chunks_total c type
        bloom_recorder_series_total c type
        bloom_series_per_block h
        bloom_size h
        bloom_source_bytes_added_total c
        bloom_store_blocks_fetched h store
        bloom_store_blocks_fetched_size_bytes h source,store
        bloom_store_download_queue_enqueue_time_seconds h store
        bloom_store_download_queue_size h store
        bloom_store_fetcher_blocks_found_total c store
        bloom_store_fetcher_blocks_missing_total c store
        bloom_store_metas_fetched h store
        bloom_store_metas_fetched_size_bytes h source,store
        bloom_tokens_total c
        bloombuilder_blocks_created_total c
        bloombuilder_blocks_reused_total c
        bloombuilder_bytes_per_task h
        bloombuilder_chunk_series_size h
        bloombuilder_metas_created_total c
        bloombuilder_processing_task g
        bloombuilder_running g
        bloombuilder_series_per_task h
        bloombuilder_task_completed_total c status
        bloombuilder_task_duration_seconds h status
        bloombuilder_task_started_total c
        bloomplanner_blocks_deleted_total c phase
        bloomplanner_build_completed_total c status
        bloomplanner_build_last_successful_run_timestamp_seconds g
        bloomplanner_build_started_total c
        bloomplanner_build_time_seconds h status
        bloomplanner_connected_builders g
        bloomplanner_discarded_requests_total c user
        bloomplanner_enqueue_count c level,user
        bloomplanner_inflight_tasks s
        bloomplanner_metas_deleted_total c phase
        bloomplanner_planning_time_seconds h
        bloomplanner_queue_duration_seconds h
        bloomplanner_queue_length g user
        bloomplanner_retention_days_processed h status
        bloomplanner_retention_running g
        bloomplanner_retention_tenants_exceeding_lookback g
        bloomplanner_retention_tenants_processed h status
        bloomplanner_retention_time_seconds h status
        bloomplanner_running g
        bloomplanner_tasks_lost_total c
        bloomplanner_tasks_requeued_total c
        bloomplanner_tenant_task_size_bytes h tenant
        bloomplanner_tenant_tasks_completed g status,tenant
        bloomplanner_tenant_tasks_planned g tenant
        bloomplanner_tenant_tasks_time_seconds h status,tenant
        bloomplanner_tenants_discovered_total c
        blooms_created_total c
        boltdb_shipper_compact_tables_operation_duration_seconds g
        boltdb_shipper_compact_tables_operation_last_successful_run_timestamp_seconds g
        boltdb_shipper_compact_tables_operation_total c status
        boltdb_shipper_compactor_running g
        boltdb_shipper_retention_marker_count_total c from,table
        boltdb_shipper_retention_marker_table_processed_duration_seconds h from,status,table
        boltdb_shipper_retention_marker_table_processed_total c action,from,table,user_id
        boltdb_shipper_retention_sweeper_chunk_deleted_duration_seconds h from,status
        boltdb_shipper_retention_sweeper_marker_file_processing_current_time g from
        boltdb_shipper_retention_sweeper_marker_files_current g from
        boltdb_shipper_retention_sweeper_marker_files_deleted_total c from
        bos_request_duration_seconds h operation,status_code
        build_info g branch,goarch,goos,goversion,revision,tags,version
        bytes_per_line h
        cache_background_dequeued_bytes_total g name
        cache_background_enqueued_bytes_total g name
        cache_background_queue_bytes g name
        cache_background_queue_length g name
        cache_corrupt_chunks_total c
        cache_dropped_background_writes_bytes_total c name
        cache_dropped_background_writes_total c name
        cache_fetched_keys c name
        cache_hits c name
        cache_request_duration_seconds h method,name,status_code
        cache_value_size_bytes h method,name
        chunk_fetcher_fetched_size_bytes h source
        chunk_fetcher_storage_errors_total c reason
        chunk_store_chunks_per_query u- ?
        chunk_store_decode_failures_total c user
        chunk_store_deduped_bytes_total c
        chunk_store_deduped_chunks_total c
        chunk_store_fetched_chunk_bytes_total c+ user
        chunk_store_fetched_chunks_total c+ user
        chunk_store_index_entries_per_chunk h
        chunk_store_index_lookups_per_query u- ?
        chunk_store_series_post_intersection_per_query u- ?
        chunk_store_series_pre_intersection_per_query u- ?
        chunk_store_stored_chunk_bytes_total c user
        chunk_store_stored_chunks_total c user
        compactor_apply_retention_last_successful_run_timestamp_seconds g
        compactor_apply_retention_operation_duration_seconds g
        compactor_apply_retention_operation_total c status
        compactor_delete_processing_fails_total c cause
        compactor_delete_requests_chunks_selected_total c user
        compactor_delete_requests_processed_total c user
        compactor_delete_requests_received_total c user
        compactor_deleted_lines c user
        compactor_deletion_job_runner_chunks_processed_total c
        compactor_deletion_job_runner_deleted_lines_total c user
        compactor_deletion_storage_updates_applied_total c type
        compactor_grpc_request_duration_seconds h client_type,for,operation,status_code
        compactor_job_builder_num_manifests_left_to_process g
        compactor_job_builder_num_segments_left_to_process g
        compactor_job_retries_total c reason
        compactor_jobs_dropped_total c
        compactor_jobs_left g
        compactor_jobs_processed_total c
        compactor_jobs_processing_duration_seconds h
        compactor_jobs_queued_total c
        compactor_load_pending_requests_attempts_total c status
        compactor_locked_table_successive_compaction_skips g table_name
        compactor_manifest_build_attempts_total c status
        compactor_manifest_chunks_selected_total c
        compactor_oldest_pending_delete_request_age_seconds g
        compactor_pending_delete_requests_count g
        compactor_process_manifest_failures_total c stage
        compactor_retention_chunks_expired_by_ingestion_time_total c+
        compactor_worker_connected_to_compactor g
        compactor_worker_jobs_processed_total c status
        consul_request_duration_seconds h kv_name,operation,status_code
        cos_request_duration_seconds h operation,status_code
        dataobj_append_time_seconds h
        dataobj_appends_total c
        dataobj_build_time_seconds h
        dataobj_built_size_bytes h
        dataobj_compaction_cycle_duration_seconds h
        dataobj_compaction_cycles_total c outcome
        dataobj_compaction_file_size_stat_duration_seconds h
        dataobj_compaction_index_input_runs h
        dataobj_compaction_indexes_added_total c tenant
        dataobj_compaction_indexes_per_tenant_window g tenant
        dataobj_compaction_indexes_removed_total c tenant
        dataobj_compaction_log_merge_duration_seconds h tenant
        dataobj_compaction_log_merge_output_bytes_compressed h tenant
        dataobj_compaction_log_merge_tasks_total c outcome,tenant
        dataobj_compaction_oldest_backlog_log_age_seconds g tenant
        dataobj_compaction_output_bytes_compressed h tenant
        dataobj_compaction_output_bytes_uncompressed h tenant
        dataobj_compaction_tasks_total c tenant
        dataobj_compaction_tenant_cycle_duration_seconds h outcome
        dataobj_compaction_tenant_cycles_total c outcome,tenant
        dataobj_compaction_tenant_log_cycles_total c outcome,tenant
        dataobj_compaction_unconsolidated_index_backlog g tenant
        dataobj_config_target_object_size_bytes g
        dataobj_config_target_page_size_bytes g
        dataobj_consumer_commit_failures_total c
        dataobj_consumer_commits_total c
        dataobj_consumer_consumption_lag_seconds g
        dataobj_consumer_discarded_bytes_total c
        dataobj_consumer_flush_duration_seconds h
        dataobj_consumer_flush_failures_total c
        dataobj_consumer_flushes_total c reason
        dataobj_consumer_last_offset g
        dataobj_consumer_metastore_writes_total c status
        dataobj_consumer_received_bytes_total c
        dataobj_consumer_record_failures_total c
        dataobj_consumer_records_total c
        dataobj_consumer_sha_prefix_size g
        dataobj_consumer_time_partition_estimate_total c
        dataobj_consumer_upload_failures_total c
        dataobj_consumer_upload_size_bytes h status
        dataobj_consumer_upload_time_seconds h
        dataobj_consumer_upload_total c
        dataobj_flush_failures_total c
        dataobj_index_pointers_encode_seconds h
        dataobj_index_pointers_max_timestamp g
        dataobj_index_pointers_min_timestamp g
        dataobj_index_pointers_records_total c
        dataobj_logs_appends_total c
        dataobj_logs_encode_seconds h
        dataobj_logs_records_count g
        dataobj_pointers_encode_seconds h
        dataobj_pointers_max_timestamp g
        dataobj_pointers_min_timestamp g
        dataobj_pointers_records_total c
        dataobj_postings_encode_seconds h
        dataobj_size_estimate_bytes g
        dataobj_sort_duration_seconds h
        dataobj_stats_encode_seconds h
        dataobj_streams_encode_seconds h
        dataobj_streams_max_timestamp g
        dataobj_streams_min_timestamp g
        dataobj_streams_records_total c
        dataobj_streams_stream_count g
        delete_cache_gen_load_failures_total c source
        delete_request_lookups_failed_total c
        delete_request_lookups_total c
        discarded_bytes_total c format,policy,reason,retention_hours,tenant
        discarded_samples_total c format,policy,reason,retention_hours,tenant
        distributor_bytes_received_total c format,is_internal_stream,policy,retention_hours,tenant
        distributor_circuit_breaker_open_total u
        distributor_circuit_breaker_state u
        distributor_dataobj_tee_duplicate_stream_failures_total c
        distributor_dataobj_tee_duplicate_streams_total c
        distributor_dataobj_tee_estimate_rate_bytes g segmentation_key,tenant
        distributor_dataobj_tee_produce_latency_seconds h
        distributor_dataobj_tee_produced_bytes_total c partition,segmentation_key,tenant
        distributor_dataobj_tee_produced_records_total c partition,segmentation_key,tenant
        distributor_expanded_bytes_received_total c+ format,tenant
        distributor_inflight_bytes u- ?
        distributor_inflight_bytes_high_watermark s+
        distributor_ingest_limits_requests_failed_total c operation
        distributor_ingest_limits_requests_total c operation
        distributor_ingester_append_timeouts_total c ingester
        distributor_ingester_appends_total c ingester
        distributor_ingester_clients g
        distributor_kafka_appends_total c partition,status
        distributor_kafka_latency_seconds h
        distributor_kafka_records_per_write_request h
        distributor_kafka_sent_bytes_total c
        distributor_lag_ms_total c format,tenant,userAgent
        distributor_lines_received_total c format,is_internal_stream,policy,tenant
        distributor_otlp_exporter_streams_total c tenant
        distributor_push_stats_count c+ content_encoding,content_type,content_version,format,tenant
        distributor_push_structured_metadata_sanitized_total c format,tenant
        distributor_push_zero_streams_count c+ stage,tenant
        distributor_rate_batcher_batches_failed_total c
        distributor_rate_batcher_batches_sent_total c
        distributor_rate_batcher_pending_streams g
        distributor_rate_batcher_streams_flushed_total c
        distributor_rate_batcher_streams_per_batch h
        distributor_replication_factor g
        distributor_segmentation_partition_resolver_keys_failed_total c
        distributor_segmentation_partition_resolver_keys_rate_absent_total c
        distributor_segmentation_partition_resolver_keys_total c
        distributor_segmentation_partition_resolver_segmentation_key_shuffle_shard_size h
        distributor_segmentation_partition_resolver_tenant_shuffle_shard_size h
        distributor_structured_metadata_bytes_received_total c format,is_internal_stream,policy,retention_hours,tenant
        dns_failures_total c name
        dns_lookups_total c name
        dns_provider_results g addr,name
        embeddedcache_added_new_total c cache
        embeddedcache_entries g cache
        embeddedcache_evicted_total c cache,reason
        embeddedcache_memory_bytes g cache
        engine_log_result_cache_hit_total c
        engine_log_result_cache_miss_total c
        engine_scheduler_assignment_attempts_total c outcome
        engine_scheduler_assignment_backoffs_total c
        engine_scheduler_connections_active u
        engine_scheduler_connections_total c
        engine_scheduler_load g
        engine_scheduler_ready_workers u
        engine_scheduler_stream_closures_total c
        engine_scheduler_streams_inflight u
        engine_scheduler_streams_registered_total c
        engine_scheduler_task_queue_length u
        engine_scheduler_task_requeue_total c
        engine_scheduler_task_results_total c outcome
        engine_scheduler_tasks_assigned_total c
        engine_scheduler_tasks_inflight u
        engine_scheduler_tasks_registered_total c
        engine_scheduler_wire_connections_active g transport
        engine_scheduler_wire_frame_bytes_total c direction,frame_type,message_type,mode
        engine_scheduler_wire_frame_queue_length g frame_type,message_type,mode,queue
        engine_scheduler_wire_frames_received_total c message_type,type
        engine_scheduler_wire_messages_sent_total c message_type,mode
        engine_scheduler_wire_queue_blocked_senders g frame_type,message_type,mode,queue
        engine_scheduler_wire_write_busy_seconds_total c transport
        engine_v2_batches_accumulated_total c
        engine_v2_bytes_accumulated_total c
        engine_v2_logical_pass_errors_total c error_class,pass_name
        engine_v2_logical_pass_total c applicable,pass_name,succeeded
        engine_v2_physical_rule_total c applicable,rule_name
        engine_v2_queries_with_regex_total c has_regex,query_type
        engine_v2_result_errors_total c error_class
        engine_v2_stage_failures_total c query_type,reason,stage
        engine_v2_subqueries_total c query_type,success
        engine_v2_task_cached_eliminated_total c reason
        engine_v2_task_short_circuits_total u- ?
        engine_worker_bytes_downloaded_total c
        engine_worker_operator_rows_in_total c operator_type
        engine_worker_operator_rows_out_total c operator_type
        engine_worker_pages_downloaded_total c
        engine_worker_pages_pruned_total c
        engine_worker_rejected_assignments_total c
        engine_worker_slot_phase_seconds_total c outcome,phase,task_type
        engine_worker_task_result_send_errors_total c error_class
        engine_worker_tasks_assigned_total c
        engine_worker_threads u state
        experimental_features_in_use_total c
        frontend_query_range_duration_seconds h method,status_code
        gcs_request_duration_seconds h operation,status_code
        grpc_concurrent_streams_limit g
        index_builder_build_time_seconds g
        index_builder_builds_total c
        index_builder_commit_failures_total c
        index_builder_commits_total c
        index_builder_latest_processing_delay_seconds u partition
        index_builder_queue_depth g
        index_builder_requests_total c
        index_calculator_step_duration_seconds h step
        index_chunk_refs_total c status
        index_gateway_clients g
        index_gateway_postfilter_chunks h route
        index_gateway_prefilter_chunks h route
        index_gateway_request_duration_seconds h operation,status_code
        index_gateway_request_retries h status
        index_gateway_requests_total c operation,status,tenant
        index_gateway_tee_request_duration_seconds h client,operation,status
        index_gateway_tee_shadow_requests_dropped_total c operation
        index_request_duration_seconds h component,operation,status_code
        indexobj_append_failures_total c
        indexobj_append_time_seconds h
        indexobj_appends_total c
        indexobj_build_time_seconds h
        indexobj_built_size_bytes h
        indexobj_config_target_object_size_bytes g
        indexobj_config_target_page_size_bytes g
        indexobj_flush_failures_total c
        indexobj_flush_total c
        indexobj_size_estimate_bytes g
        inflight_requests g method,route
        ingest_end_to_end_processing_time_seconds g
        ingest_limits_active_streams u tenant
        ingest_limits_client_request_duration_seconds h operation,status_code
        ingest_limits_clients g
        ingest_limits_frontend_accepted_streams_cache_size g
        ingest_limits_frontend_client_request_duration_seconds h operation,status_code
        ingest_limits_frontend_clients g
        ingest_limits_frontend_partitions_missing_total c zone
        ingest_limits_frontend_streams_failed_total c
        ingest_limits_frontend_streams_rejected_total c
        ingest_limits_frontend_streams_total c
        ingest_limits_lag_seconds h
        ingest_limits_partitions u partition
        ingest_limits_records_discarded_total c
        ingest_limits_records_fetched_total c
        ingest_limits_records_invalid_total c
        ingest_limits_records_produced_failed_total c
        ingest_limits_records_produced_total c
        ingest_limits_stream_evictions_total c tenant
        ingest_limits_streams u tenant
        ingest_limits_streams_discarded_total c partition
        ingest_limits_tenant_ingested_bytes_total c tenant
        ingester_autoforget_unhealthy_ingesters_total c
        ingester_blocks_per_chunk h
        ingester_checkpoint_creations_failed_total c
        ingester_checkpoint_creations_total c
        ingester_checkpoint_deletions_failed_total c
        ingester_checkpoint_deletions_total c
        ingester_checkpoint_duration_seconds s
        ingester_checkpoint_logged_bytes_total c
        ingester_chunk_age_seconds h
        ingester_chunk_bounds_hours h
        ingester_chunk_compression_ratio h
        ingester_chunk_decode_failures_total c user
        ingester_chunk_encode_time_seconds h
        ingester_chunk_entries h
        ingester_chunk_size_bytes h
        ingester_chunk_stored_bytes_total c tenant
        ingester_chunk_utilization h
        ingester_chunks_created_total c
        ingester_chunks_encoded_total c user
        ingester_chunks_flush_failures_total c
        ingester_chunks_flush_requests_total c
        ingester_chunks_flushed_total c reason
        ingester_chunks_stored_total c tenant
        ingester_client_request_duration_seconds h operation,status_code
        ingester_duplicate_log_bytes_total c tenant
        ingester_flush_queue_length g
        ingester_limiter_enabled g
        ingester_memory_chunks g
        ingester_memory_streams g tenant
        ingester_memory_streams_labels_bytes g
        ingester_not_owned_streams g
        ingester_partition_consume_workers_count g
        ingester_partition_current_offset g
        ingester_partition_push_latency_seconds h
        ingester_partition_records_batch_process_duration_seconds h
        ingester_samples_per_chunk h
        ingester_shutdown_marker g
        ingester_streams_created_total c tenant
        ingester_streams_ownership_check_duration_ms h
        ingester_streams_removed_total c tenant
        ingester_wal_bytes_in_use g
        ingester_wal_corruptions_total c type
        ingester_wal_discarded_bytes_total c reason
        ingester_wal_discarded_samples_total c reason
        ingester_wal_disk_full_failures_total c
        ingester_wal_disk_usage_percent g
        ingester_wal_duplicate_entries_total c
        ingester_wal_logged_bytes_total c
        ingester_wal_records_logged_total c
        ingester_wal_recovered_bytes_total c
        ingester_wal_recovered_chunks_total c
        ingester_wal_recovered_entries_total c
        ingester_wal_recovered_streams_total c
        ingester_wal_replay_active g
        ingester_wal_replay_duration_seconds g
        ingester_wal_replay_flushing g
        internal_log_flushes h+
        internal_log_messages_total c+ level
        kafka_client_partition_reader_consumption_lag_seconds h partition_state,phase
        kafka_client_partition_reader_fetch_errors_total c
        kafka_client_partition_reader_fetch_wait_duration_seconds h
        kafka_client_partition_reader_fetches_total c
        kafka_client_partition_reader_last_committed_offset g
        kafka_client_partition_reader_offset_commit_failures_total c
        kafka_client_partition_reader_offset_commit_request_duration_seconds h
        kafka_client_partition_reader_offset_commit_requests_total c
        kafka_client_partition_reader_partition g id
        kafka_client_partition_reader_phase g phase
        kafka_client_partition_reader_records_per_fetch h
        kv_request_duration_seconds h kv_name,operation,role,status_code,type
        lifecycler_read_only g name
        log_flushes u- ?
        log_messages_total c- level
        logql_querystats_bytes_processed_per_seconds h latency_type,range,sharded,status_code,type
        logql_querystats_bytes_processed_total c+ tenant
        logql_querystats_chunk_download_latency_seconds h range,status_code,type
        logql_querystats_downloaded_chunk_total c range,status_code,type
        logql_querystats_duplicates_total c
        logql_querystats_failed_query_usage_recorded_total c category
        logql_querystats_ingester_sent_lines_total c
        logql_querystats_latency_seconds h range,status_code,type
        loki_pattern_ingester_aggregated_metric_bytes_written_total c tenant_id
        loki_pattern_ingester_entries_per_push h tenant_id
        loki_pattern_ingester_pattern_bytes_written_total c tenant_id
        loki_pattern_ingester_pattern_writes_total c tenant_id
        loki_pattern_ingester_patterns_active g tenant_id
        loki_pattern_ingester_push_errors_total c error_type,tenant_id
        loki_pattern_ingester_push_payload_bytes h tenant_id
        loki_pattern_ingester_services_tracked g tenant_id
        loki_pattern_ingester_streams_per_push h tenant_id
        loki_pattern_ingester_write_timeouts_total c tenant_id
        member_consul_heartbeats_total c name
        memberlist_client_cas_attempt_total c
        memberlist_client_cas_failure_total c
        memberlist_client_cas_success_total c
        memberlist_client_cluster_members_count g
        memberlist_client_cluster_node_health_score g
        memberlist_client_kv_store_count g
        memberlist_client_kv_store_value_tombstones g key
        memberlist_client_kv_store_value_tombstones_removed_total c key
        memberlist_client_messages_in_broadcast_queue g queue
        memberlist_client_messages_in_broadcast_queue_bytes g
        memberlist_client_messages_to_broadcast_dropped_total c
        memberlist_client_pending_key_notifications g
        memberlist_client_received_broadcasts_bytes_total c
        memberlist_client_received_broadcasts_dropped_total c
        memberlist_client_received_broadcasts_invalid_total c
        memberlist_client_received_broadcasts_total c
        memberlist_client_state_pulls_bytes_total c
        memberlist_client_state_pulls_total c
        memberlist_client_state_pushes_bytes_total c
        memberlist_client_state_pushes_total c
        memberlist_client_watch_prefix_dropped_notifications c prefix
        memberlist_tcp_transport_incoming_streams_total c
        memberlist_tcp_transport_outgoing_stream_errors_total c
        memberlist_tcp_transport_outgoing_streams_total c
        memberlist_tcp_transport_packets_dropped_total c
        memberlist_tcp_transport_packets_received_bytes_total c
        memberlist_tcp_transport_packets_received_errors_total c
        memberlist_tcp_transport_packets_received_total c
        memberlist_tcp_transport_packets_sent_bytes_total c
        memberlist_tcp_transport_packets_sent_errors_total c
        memberlist_tcp_transport_packets_sent_total c
        memberlist_tcp_transport_received_bytes_total c
        memberlist_tcp_transport_sent_bytes_total c
        memberlist_tcp_transport_unknown_connections_total c
        memcache_client_servers g name
        memcache_client_set_skip_total c name
        memcache_request_duration_seconds h method,name,status_code
        mempool_accesses_total c op,slab
        mempool_available_buffers_per_slab g slab
        mempool_errors_total c reason,slab
        mempool_wait_duration_seconds h slab
        metastore_estimate_sections_pointer_read_duration_seconds h
        metastore_estimate_sections_sections_total h
        metastore_estimate_sections_total_duration_seconds h
        metastore_index_objects_total h
        metastore_index_read_flow_total c flow
        metastore_index_read_rows_per_object h flow
        metastore_resolved_sections_per_object h+
        metastore_resolved_sections_ratio h
        metastore_resolved_sections_total h
        metastore_resolved_sections_total_duration_seconds h
        metastore_stream_filter_pointers_read_duration_seconds h
        metastore_stream_filter_sections_total h
        metastore_stream_filter_streams_read_duration_seconds h
        metastore_stream_filter_total_duration_seconds h
        metastore_toc_encoding_seconds h
        metastore_toc_processing_seconds h
        metastore_toc_replay_seconds h
        mutated_bytes_total c reason,tenant
        mutated_samples_total c reason,tenant
        objstore_bucket_last_successful_upload_time g bucket
        objstore_bucket_operation_duration_seconds h+ bucket,operation
        objstore_bucket_operation_failures_total c+ bucket,operation
        objstore_bucket_operation_fetched_bytes_total c+ bucket,operation
        objstore_bucket_operation_transferred_bytes h+ bucket,operation
        objstore_bucket_operations_total c+ bucket,operation
        objstore_bucket_transport_hedged_requests_duration_seconds h method,status_code
        objstore_bucket_transport_requests_total c method,status_code
        oss_request_duration_seconds h operation,status_code
        overrides g limit_name,user
        overrides_defaults g limit_name
        panic_total c
        pattern_ingester_aggregated_metric_bytes_written_total c tenant_id
        pattern_ingester_appends_total c ingester,status
        pattern_ingester_client_request_duration_seconds h operation,status_code
        pattern_ingester_clients g
        pattern_ingester_entries_per_push h tenant_id
        pattern_ingester_flush_queue_length g
        pattern_ingester_metric_appends_total c status
        pattern_ingester_metric_samples c tenant
        pattern_ingester_pattern_bytes_written_total c tenant_id
        pattern_ingester_pattern_writes_total c tenant_id
        pattern_ingester_patterns_active g tenant_id
        pattern_ingester_patterns_detected_total c format,tenant
        pattern_ingester_patterns_dropped_total c reason,tenant
        pattern_ingester_patterns_evicted_total c format,pruned,tenant
        pattern_ingester_push_errors_total c error_type,tenant_id
        pattern_ingester_push_payload_bytes h tenant_id
        pattern_ingester_query_pruned_total c
        pattern_ingester_query_retained_total c
        pattern_ingester_services_tracked g tenant_id
        pattern_ingester_state_per_line h format,tenant
        pattern_ingester_streams_per_push h tenant_id
        pattern_ingester_tee_buffered_bytes_high_watermark s+
        pattern_ingester_tee_send_duration_seconds h operation,status_code
        pattern_ingester_teed_requests_total c status
        pattern_ingester_teed_streams_total c status
        pattern_ingester_tokens_per_line h format,tenant
        pattern_ingester_write_timeouts_total c tenant_id
        per_tenant_request_duration_seconds h method,route,status_code,tenant,ws
        per_tenant_request_total c method,route,status_code,tenant,ws
        prometheus_last_evaluation_samples g rule_group,user
        prometheus_notifications_alertmanagers_discovered g user
        prometheus_notifications_dropped_total c alertmanager,user
        prometheus_notifications_errors_total c alertmanager,user
        prometheus_notifications_latency_histogram_seconds h alertmanager,user
        prometheus_notifications_latency_seconds s alertmanager,user
        prometheus_notifications_queue_capacity g user
        prometheus_notifications_queue_length g alertmanager,user
        prometheus_notifications_sent_total c alertmanager,user
        prometheus_rule_evaluation_duration_seconds s user
        prometheus_rule_evaluation_failures_total c rule_group,user
        prometheus_rule_evaluations_total c rule_group,user
        prometheus_rule_group_duration_seconds s user
        prometheus_rule_group_interval_seconds g rule_group,user
        prometheus_rule_group_iterations_missed_total c rule_group,user
        prometheus_rule_group_iterations_total c rule_group,user
        prometheus_rule_group_last_duration_seconds g rule_group,user
        prometheus_rule_group_last_evaluation_timestamp_seconds g rule_group,user
        prometheus_rule_group_rules g rule_group,user
        querier_index_cache_corruptions_total u- ?
        querier_index_cache_encode_errors_total u- ?
        querier_index_cache_gets_total u- ?
        querier_index_cache_hits_total u- ?
        querier_index_cache_puts_total u- ?
        querier_query_frontend_clients g
        querier_query_frontend_request_duration_seconds h operation,status_code
        querier_tail_active g
        querier_tail_active_streams g
        querier_tail_bytes_total c
        querier_worker_concurrency g
        querier_worker_inflight_queries g
        query_fetched_chunks_bytes_total c user
        query_fetched_series_total c user
        query_frontend_connected_clients g
        query_frontend_connected_schedulers g
        query_frontend_log_result_cache_hit_total c
        query_frontend_log_result_cache_miss_total c
        query_frontend_partitions h
        query_frontend_queries_in_progress g
        query_frontend_query_label_filters h
        query_frontend_queue_duration_seconds h
        query_frontend_retries h
        query_frontend_shard_factor h mapper
        query_frontend_sharding_parsed_queries_total c mapper,type
        query_frontend_shards_total c mapper,type
        query_scheduler_connected_frontend_clients g
        query_scheduler_connected_querier_clients g
        query_scheduler_discarded_requests_total c user
        query_scheduler_enqueue_count c level,user
        query_scheduler_inflight_requests s
        query_scheduler_queue_duration_seconds h
        query_scheduler_queue_length g user
        query_scheduler_running g
        query_seconds_total c user
        rate_store_expired_streams_total c
        rate_store_max_stream_rate_bytes g
        rate_store_max_stream_shards g
        rate_store_max_unique_stream_rate_bytes g
        rate_store_refresh_duration_seconds h operation,status_code
        rate_store_refresh_failures_total c source
        rate_store_stream_rate_bytes h
        rate_store_stream_shards h
        rate_store_streams g
        request_duration_seconds h method,route,status_code,ws
        request_message_bytes h method,route
        request_throughput_samples_processed h cutoff_ms,method,route
        response_message_bytes h method,route
        results_cache_version_comparisons_failed c reason
        results_cache_version_comparisons_total c
        ring_member_heartbeats_total c name
        ring_member_tokens_owned g name
        ring_member_tokens_to_own g name
        ring_members g name,state
        ring_oldest_member_timestamp g name,state
        ring_tokens_total g name
        ring_zone_members g name,state,zone
        ruler_client_request_duration_seconds h operation,status_code
        ruler_clients g
        ruler_config_last_reload_successful g user
        ruler_config_last_reload_successful_seconds g user
        ruler_config_updates_total c user
        ruler_managers_total g
        ruler_memory_for_state_cache_hits_total c tenant
        ruler_memory_for_state_evaluations_total c status,tenant
        ruler_memory_samples g
        ruler_queries_failed_total c
        ruler_queries_total c
        ruler_query_seconds_total c user
        ruler_remote_eval_failure_total c reason,user
        ruler_remote_eval_request_duration_seconds h user
        ruler_remote_eval_response_bytes h user
        ruler_remote_eval_response_samples h user
        ruler_remote_eval_success_total c user
        ruler_ring_check_errors_total c
        ruler_sync_rules_total c reason
        ruler_wal_appender_ready g tenant
        ruler_wal_cleaner_abandoned_storage g
        ruler_wal_cleaner_cleanup_seconds h
        ruler_wal_cleaner_errors_total c
        ruler_wal_cleaner_managed_storage g
        ruler_wal_cleaner_segment_error_total c storage
        ruler_wal_cleaner_storage_error_total c storage
        ruler_wal_cleaner_success_total c
        ruler_wal_corruptions_repair_failed_total u- ?
        ruler_wal_corruptions_repair_succeeded_total u- ?
        ruler_wal_corruptions_total u- ?
        ruler_wal_disk_size g tenant
        ruler_wal_exemplars_appended_total c tenant
        ruler_wal_instance_abnormal_exits_total c tenant
        ruler_wal_prometheus_remote_storage_bytes_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_enqueue_retries_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_exemplars_dropped_total c reason,remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_exemplars_failed_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_exemplars_pending g remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_exemplars_retried_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_exemplars_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_highest_timestamp_in_seconds g tenant
        ruler_wal_prometheus_remote_storage_histograms_dropped_total c reason,remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_histograms_failed_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_histograms_pending g remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_histograms_retried_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_histograms_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_max_samples_per_send g remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_metadata_bytes_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_metadata_failed_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_metadata_retried_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_metadata_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_queue_highest_sent_timestamp_seconds g remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_queue_highest_timestamp_seconds g remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_samples_dropped_total c reason,remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_samples_failed_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_samples_pending g remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_samples_retried_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_samples_total c remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_sent_batch_duration_seconds h remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_shard_capacity g remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_shards g remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_shards_desired g remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_shards_max g remote_name,tenant,url
        ruler_wal_prometheus_remote_storage_shards_min g remote_name,tenant,url
        ruler_wal_prometheus_tsdb_wal_completed_pages_total c tenant
        ruler_wal_prometheus_tsdb_wal_fsync_duration_seconds s tenant
        ruler_wal_prometheus_tsdb_wal_page_flushes_total c tenant
        ruler_wal_prometheus_tsdb_wal_reader_corruption_errors_total c error,tenant
        ruler_wal_prometheus_tsdb_wal_record_bytes_saved_total c compression,tenant
        ruler_wal_prometheus_tsdb_wal_record_part_writes_total c tenant
        ruler_wal_prometheus_tsdb_wal_record_parts_bytes_written_total c tenant
        ruler_wal_prometheus_tsdb_wal_segment_current g tenant
        ruler_wal_prometheus_tsdb_wal_storage_size_bytes g tenant
        ruler_wal_prometheus_tsdb_wal_truncations_failed_total c tenant
        ruler_wal_prometheus_tsdb_wal_truncations_total c tenant
        ruler_wal_prometheus_tsdb_wal_writes_failed_total c tenant
        ruler_wal_prometheus_wal_watcher_current_segment g consumer,tenant
        ruler_wal_prometheus_wal_watcher_notifications_skipped_total c consumer,tenant
        ruler_wal_prometheus_wal_watcher_record_decode_failures_total c consumer,tenant
        ruler_wal_prometheus_wal_watcher_records_read_total c consumer,tenant,type
        ruler_wal_prometheus_wal_watcher_samples_sent_pre_tailing_total c consumer,tenant
        ruler_wal_replay_duration u- ?
        ruler_wal_running_instances g
        ruler_wal_samples_appended_total c tenant
        ruler_wal_storage_active_series g tenant
        ruler_wal_storage_created_series_total c tenant
        ruler_wal_storage_deleted_series g tenant
        ruler_wal_storage_removed_series_total c tenant
        ruler_write_requests_failed_total c
        ruler_write_requests_total c
        runtime_config_hash g config,sha256
        runtime_config_last_reload_successful g config
        s3_request_duration_seconds h operation,status_code
        scratch_store_bytes g
        scratch_store_handles g
        scratch_store_requests_seconds h operation,result
        server_invalid_cluster_validation_label_requests_total c cluster_validation_label,method,protocol,request_cluster_validation_label
        shutdown_duration_seconds h name,op,status
        store_chunk_ref_lookups_bypassed_total c
        store_chunks_downloaded_total c status
        store_chunks_per_batch h status
        store_congestion_control_backoff_seconds_total c
        store_congestion_control_limit g
        store_congestion_control_non_retryable_errors_total c
        store_congestion_control_requests_total c
        store_congestion_control_retries_exceeded_total c
        store_congestion_control_retries_total c
        store_series_total c status
        stream_sharding_count c
        tcp_connections g protocol
        tcp_connections_limit g protocol
        tsdb_build_index_attempts_total c component,source,status
        tsdb_build_index_last_successful_timestamp_seconds g component
        tsdb_head_rotation_attempts_total c component,status
        tsdb_head_series_not_found_total c component
        tsdb_index_file_handle_pooled_close_total c
        tsdb_index_file_handle_pooled_open_total c
        tsdb_index_file_handle_unpooled_close_total c
        tsdb_index_file_handle_unpooled_open_total c
        tsdb_shipper_query_time_table_download_duration_seconds c component,table
        tsdb_shipper_query_wait_time_seconds h component,table
        tsdb_shipper_table_sync_latency_seconds h component,status,table,trigger
        tsdb_shipper_tables_download_operation_duration_seconds g- component,trigger
        tsdb_shipper_tables_sync_operation_total c component,status,trigger
        tsdb_shipper_tables_upload_operation_total c component,status
        tsdb_wal_corruptions_repairs_total c component,status
        tsdb_wal_truncation_attempts_total c component,status
        ui_goldfish_db_connection_errors_total c error_type
        ui_goldfish_db_connection_wait_seconds h pool
        ui_goldfish_db_connections_active g state
        ui_goldfish_errors_total c error_type
        ui_goldfish_query_duration_seconds h query_type,status
        ui_goldfish_query_rows_total h query_type
        ui_goldfish_requests_total c status
        write_failures_discarded_total c org_id,subsystem
        write_failures_logged_total c org_id,subsystem
        """

    /// Values of the label `route` that were seen: paths with `_` for `/`, and names of gRPC methods.
    static let routes = """
        /frontendv2pb.FrontendForQuerier/QueryResult
        /grpc.Compactor/GetCacheGenNumbers
        /grpc.Compactor/GetDeleteRequests
        /grpc.health.v1.Health/Check
        /logproto.Pattern/Push
        /logproto.Pattern/Query
        /logproto.Pusher/Push
        /logproto.Querier/GetDetectedLabels
        /logproto.Querier/GetVolume
        /logproto.Querier/Label
        /logproto.Querier/Query
        /logproto.Querier/QuerySample
        /logproto.Querier/Series
        /logproto.StreamData/GetStreamRates
        /schedulerpb.SchedulerForQuerier/QuerierLoop
        flush
        loki_api_v1_delete
        loki_api_v1_detected_fields
        loki_api_v1_detected_labels
        loki_api_v1_index_stats
        loki_api_v1_index_volume
        loki_api_v1_index_volume_range
        loki_api_v1_label_name_values
        loki_api_v1_label_values
        loki_api_v1_labels
        loki_api_v1_patterns
        loki_api_v1_push
        loki_api_v1_query
        loki_api_v1_query_range
        loki_api_v1_rules
        loki_api_v1_series
        otlp_v1_logs
        ready
        root
        """
}
