import Diagnostics
import Glibc

/// The commands that a script may use.
struct KnownCommands: Sendable {
    /// What the project declares besides Galley's own list.
    let declared: Set<String>
    /// Folders of programs on this machine.
    let folders: [String]

    init(declared: [String] = [], folders: [String] = []) {
        self.declared = Set(declared)
        self.folders = folders
    }

    /// - Parameter defined: functions and aliases of the script itself.
    func contains(_ name: String, defined: Set<String>) -> Bool {
        // What is named with its folder is the reader's own business.
        if name.contains("/") || Self.listed.contains(name) || declared.contains(name) || defined.contains(name) {
            return true
        }
        return folders.contains { (folder: String) in access("\(folder)/\(name)", X_OK) == 0 }
    }

    /// What may have been meant.
    func nearest(to name: String, defined: Set<String>) -> String? {
        Spelling.nearest(to: name, among: Self.listed.union(declared).union(defined).sorted())
    }

    private static let listed = Set(table.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Built into bash; POSIX; coreutils and what else each Debian has; then programs that operators of servers use.
    private static let table = """
        . : [ alias bg bind break builtin caller cd command compgen complete compopt continue declare dirs disown echo
        enable eval exec exit export false fc fg getopts hash help history jobs kill let local logout mapfile popd printf
        pushd pwd read readarray readonly return set shift shopt source suspend test times trap true type typeset ulimit
        umask unalias unset wait

        ar at awk basename batch bc cal cat chgrp chmod chown cksum cmp comm compress cp crontab csplit cut date dd df
        diff dirname du ed env ex expand expr file find fold fuser gencat getconf getent grep head iconv id ipcrm ipcs
        join less link ln locale localedef logger logname ls m4 mailx make man mkdir mkfifo more mv newgrp nice nl nm
        nohup od paste patch pathchk pax pr ps renice rm rmdir sed sh sleep sort split strings strip stty tabs tail
        talk tee time touch tput tr tsort tty uname uncompress unexpand uniq unlink uucp vi wc who write xargs yacc zcat

        arch b2sum base32 base64 basenc chcon chroot dir dircolors factor groups hostid hostname install md5sum mknod
        mktemp nproc numfmt pinky ptx readlink realpath runcon seq sha1sum sha224sum sha256sum sha384sum sha512sum shred
        shuf stat stdbuf sum sync tac timeout truncate users vdir whoami yes
        bash bunzip2 bzip2 chattr chsh column dash dmesg egrep envsubst fallocate fgrep fdisk findmnt flock free gawk
        gpg gpg2 groupadd gunzip gzip hexdump htop ionice ip kill killall last locate logrotate losetup lsattr lsblk
        lscpu lsof mawk mkfs mount mountpoint nano nice passwd pgrep pidof pkill prlimit rename reset rev runuser script
        setfacl getfacl setpriv setsid ss sudo doas su sysctl tar top tree umount unshare unxz unzip uptime useradd
        userdel usermod uuidgen vim visudo watch wget whereis which xxd xz zgrep zip zless zstd zstdcat lz4 lzip pigz
        7z 7za unrar unsquashfs convert identify
        adduser addgroup deluser apk apt apt-get apt-cache apt-key add-apt-repository brew dnf dpkg yum rpm snap pacman
        zypper systemctl journalctl loginctl timedatectl hostnamectl resolvectl service chkconfig update-rc.d
        systemd-analyze systemd-run systemd-tmpfiles update-ca-certificates

        arp bridge certbot conntrack curl dig ethtool fail2ban-client firewall-cmd host http https ifconfig ip6tables
        ip6tables-restore ip6tables-save ipset iptables iptables-restore iptables-save mtr nc ncat netcat netstat nft
        nmap nslookup openssl ping ping6 route rsync scp sftp socat ssh ssh-copy-id ssh-keygen ssh-keyscan ssh-agent
        ssh-add tcpdump telnet traceroute tracepath tshark ufw websocat whois xh step mkcert cfssl cfssljson keytool
        ab apache2 apache2ctl a2enmod a2ensite caddy haproxy hey htdigest htpasswd k6 nginx traefik vegeta wrk

        createdb createuser dropdb dropuser initdb mongosh mysql mysqldump pg_basebackup pg_ctl pg_dump pg_dumpall
        pg_isready pg_lsclusters pg_restore pgbench pgcli psql redis-cli sqlite3 vacuumdb clickhouse-client

        alloy amtool cortextool fluent-bit fluentd gcx grafana grafana-cli grafana-server jsonnet jb jsonnetfmt logcli
        loki loki-canary lokitool mimirtool otelcol otelcol-contrib prometheus promtail promtool rsyslogd tempo-cli
        telegraf tk vector filebeat logstash

        argocd aws az buildah consul crictl ctr docker docker-compose doctl eksctl fluxctl flux gcloud gh git
        git-lfs glab gsutil helm helmfile istioctl k3s k9s kind kops kubeadm kubectl kubectx kubelet kubens kubeseal
        kustomize linkerd mc minikube minio nerdctl nomad oc packer podman podman-compose rclone s3cmd s5cmd skopeo
        sops stern terraform terragrunt tofu trivy vagrant vault velero
        ansible ansible-galaxy ansible-playbook ansible-vault chef-client puppet salt

        bun bundle cargo cmake composer conda corepack deno dotnet esbuild flask gcc gem go gofmt gradle gunicorn
        java javac jq just ld meson mix mvn ninja node npm npx nvm perl php pip pip3 pipx pnpm poetry pre-commit
        py.test pyenv pytest python python2 python3 rake rails ruby ruff rustc rustup swift tox tsc uv uvicorn uvx
        virtualenv yarn yq dasel gron fx miller mlr rg fd fzf bat pv parallel entr direnv dos2unix shellcheck shfmt
        tmux screen expect sponge ts vipe
        """
}
