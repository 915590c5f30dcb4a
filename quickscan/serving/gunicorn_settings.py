"""How gunicorn serves; what depends on a setting is given on its command line."""

from pathlib import Path

from quickscan.config import Config
from quickscan.logs import dict_config

worker_class = "gthread"
preload_app = True
"""The app is made once and then copied: half the time to start, and less memory."""
timeout = 60
graceful_timeout = 8
keepalive = 5
accesslog = None
control_socket_disable = True
forwarded_allow_ips = ""
"""Only QUICKSCAN_TRUSTED_PROXIES says whose X-Forwarded headers count."""
limit_request_line = 4094
limit_request_fields = 60
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  heartbeats
logconfig_dict = dict_config(Config.from_env().log_level)
