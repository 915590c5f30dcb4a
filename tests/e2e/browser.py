"""The Chromium of the machine, cut off from every other machine."""

import os

from playwright.sync_api import Browser, Playwright

NAMES = ("scan.test", "elders.test")
"""Names that only this browser knows: both are this machine; all other names are nothing."""

_CHROMIUM = os.environ.get("QUICKSCAN_TEST_CHROMIUM") or "/usr/bin/chromium"
_SWITCHES = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
    "--host-resolver-rules="
    + "".join(f"MAP {name} 127.0.0.1," for name in NAMES)
    + "MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost",
)


def launch(playwright: Playwright) -> Browser:
    """Start it."""
    return playwright.chromium.launch(executable_path=_CHROMIUM, args=list(_SWITCHES))
