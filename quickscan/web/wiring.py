"""What views call: the services of the running app and its configuration."""

from flask import current_app

from quickscan.config import Config
from quickscan.services.application import Application

SERVICES = "quickscan"
CONFIG = "quickscan-config"


def services() -> Application:
    """Return the services of the running app."""
    found: Application = current_app.extensions[SERVICES]
    return found


def config() -> Config:
    """Return the configuration of the running app."""
    found: Config = current_app.extensions[CONFIG]
    return found
