/// The keys of the kinds of YAML that are checked by a table.
enum KeyTables {
    /// Grafana's provisioning of data sources (documentation of Grafana 12, "Provision Grafana").
    static let grafanaDatasource = KeyTree(
        """
        apiVersion i!
        prune b
        deleteDatasources l
         [] o
          name s!
          orgId i
        datasources l!
         [] o
          name s!
          type s!
          access s
          uid s
          orgId i
          url s
          user s
          database s
          basicAuth b
          basicAuthUser s
          withCredentials b
          isDefault b
          jsonData o~
           maxLines is
           timeout is
           httpMethod s
           manageAlerts b
           tlsAuth b
           tlsAuthWithCACert b
           tlsSkipVerify b
           serverName s
           derivedFields l
            [] o
             name s!
             matcherRegex s!
             matcherType s
             url s
             urlDisplayLabel s
             datasourceUid s
             targetBlank b
           tracesToLogsV2 o
            datasourceUid s
            spanStartTimeShift s
            spanEndTimeShift s
            tags l
             [] o
              key s!
              value s
            filterByTraceID b
            filterBySpanID b
            customQuery b
            query s
          secureJsonData m
          version i
          editable b
          readOnly b
          correlations l
        """)

    /// Grafana's provisioning of dashboards.
    static let grafanaDashboardProvider = KeyTree(
        """
        apiVersion i!
        providers l!
         [] o
          name s!
          orgId i
          folder s
          folderUid s
          type s
          disableDeletion b
          updateIntervalSeconds i
          allowUiUpdates b
          options o!
           path s!
           foldersFromFilesStructure b
        """)
}
