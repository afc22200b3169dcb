"""nginx before the server, for what Python's library does not speak: HTTP/2."""
import os
import shutil
import socket
import subprocess
import time

CONFIGURATION = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/nginx-1;
    proxy_temp_path {folder}/nginx-2;
    fastcgi_temp_path {folder}/nginx-3;
    uwsgi_temp_path {folder}/nginx-4;
    scgi_temp_path {folder}/nginx-5;
    server {{
        listen 127.0.0.1:{port} ssl http2;
        ssl_certificate {folder}/good.crt;
        ssl_certificate_key {folder}/good.key;
        location / {{
            proxy_pass http://127.0.0.1:{behind};
            proxy_set_header X-Protocol $server_protocol;
        }}
        location /slam {{ return 444; }}
    }}
}}
"""


def start(folder, behind):
    """The port of an nginx that passes on to `behind`, and its process; None where there is none."""
    nginx = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
    # Another program may take the port before nginx does.
    for _ in range(5 if nginx else 0):
        with socket.socket() as place:
            place.bind(("127.0.0.1", 0))
            port = place.getsockname()[1]
        file = folder / "nginx.conf"
        file.write_text(CONFIGURATION.format(folder=folder, port=port, behind=behind))
        # It must not outlive the server, however that ends.
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", nginx, "-e", folder / "nginx.log", "-p", folder, "-c", file],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                return port, process
            except OSError:
                time.sleep(0.01)
        process.kill()
        process.wait()
    return None
