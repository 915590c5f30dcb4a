"""Places and answers as drawings (SVG), for the page and for print.

Fill means how far, dotted means not yet, hatched means hidden, a square means not on the
path. Every drawing of scores reads out all its figures in its title, and needs a table beside
it.
"""

from quickscan.presentation.charts.among import among_drawn
from quickscan.presentation.charts.beside import groups_drawn
from quickscan.presentation.charts.codes import qr_drawn
from quickscan.presentation.charts.cover import path_cover
from quickscan.presentation.charts.drawing import Skin
from quickscan.presentation.charts.home import logo, path_home
from quickscan.presentation.charts.marks import mark, station_mark
from quickscan.presentation.charts.means import mean_drawn
from quickscan.presentation.charts.mirroring import facing
from quickscan.presentation.charts.profile import path_profile
from quickscan.presentation.charts.stops import Stop, StopState, path_progress, path_stop
from quickscan.presentation.charts.strip import path_strip
from quickscan.presentation.charts.tallies import answers_drawn, nothing_drawn

__all__ = [
    "Skin",
    "Stop",
    "StopState",
    "among_drawn",
    "answers_drawn",
    "facing",
    "groups_drawn",
    "logo",
    "mark",
    "mean_drawn",
    "nothing_drawn",
    "path_cover",
    "path_home",
    "path_profile",
    "path_progress",
    "path_stop",
    "path_strip",
    "qr_drawn",
    "station_mark",
]
