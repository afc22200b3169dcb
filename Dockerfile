# Galley with the programs that prove examples, on a small Debian.
#
#   docker build -t galley .
#   docker run --rm -v "$PWD:/site" galley galley check
#
# Examples run in a sandbox, for which a container has to be allowed to make namespaces:
#   --security-opt seccomp=unconfined --security-opt apparmor=unconfined --cap-add SYS_ADMIN
# Without that they are not run, and galley says so.

FROM swift:6.3-bookworm AS build
# The release of Debian says which versions there are.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        git make libcmark-gfm-dev libcmark-gfm-extensions-dev libre2-dev libpg-query-dev zlib1g-dev libxxhash-dev \
        libpq-dev libcurl4-openssl-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /galley
COPY Package.swift Package.resolved* ./
RUN swift package resolve
COPY . .
# With Swift's own libraries in the program, and most of the others, the second image needs neither.
RUN make release PRODUCT=galley \
    && install -D .build/release/galley /out/bin/galley \
    && install -D -m 644 share/man/man1/galley.1 /out/share/man/man1/galley.1

FROM debian:bookworm-slim
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        ca-certificates git libstdc++6 libpq5 libcurl4 \
        bubblewrap util-linux bash curl jq openssl socat shellcheck prometheus postgresql nginx-light iproute2 iptables \
        python3 python3-venv python3-psycopg \
    && rm -rf /var/lib/apt/lists/*
RUN python3 -m venv /opt/checkers \
    && /opt/checkers/bin/pip install --no-cache-dir ruff==0.17.6 python-hcl2==8.1.4 kubernetes-validate==1.37.0
COPY --from=build /out /usr/local
# Behind the system's own, so that examples of Python run with Debian's and its packages.
ENV PATH="${PATH}:/opt/checkers/bin"
# The folder belongs to whoever mounts it, and git reads no history of others unless it is told to.
RUN git config --system --add safe.directory '*'
WORKDIR /site
CMD ["galley", "--help"]
