"""The web server: gunicorn, with what it must not do switched off."""

from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication

from quickscan.config import Config
from quickscan.logs import dict_config, hear_ignored
from quickscan.web import settled_app


class WebServer(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Serves the app of a configuration on a socket that listens already."""

    def __init__(self, config: Config, descriptor: int) -> None:
        self._config = config
        self._descriptor = descriptor
        hear_ignored()
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn how to serve; nothing else tells it anything."""
        for name, value in settings(self._config, self._descriptor).items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the app."""
        return settled_app(self._config)


def settings(config: Config, descriptor: int) -> dict[str, object]:
    """Return the settings of gunicorn."""
    in_memory = Path("/dev/shm")  # noqa: S108  only heartbeats, which need no disk
    return {
        "bind": f"fd://{descriptor}",
        "workers": config.web_processes,
        "threads": config.web_threads,
        "worker_class": "gthread",
        # The app is made once and copied: half the time to start, and less memory.
        "preload_app": True,
        "timeout": 60,
        "graceful_timeout": 8,
        "keepalive": 5,
        "control_socket_disable": True,
        # Only QUICKSCAN_TRUSTED_PROXIES says whose X-Forwarded headers count.
        "forwarded_allow_ips": "",
        "limit_request_fields": 60,
        "worker_tmp_dir": str(in_memory) if in_memory.is_dir() else None,
        "logconfig_dict": dict_config(config.log_level),
    }
