terraform {
  required_version = ">= 1.6"

  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 3.0"
    }
  }
}

resource "helm_release" "loki" {
  name             = "loki"
  namespace        = "loki"
  create_namespace = true

  repository = "https://grafana-community.github.io/helm-charts"
  chart      = "loki"
  version    = "18.11.0"

  values  = [file("${path.module}/helm-values.yaml")]
  atomic  = true
  timeout = 900
}
