"""What a WSGI server such as gunicorn serves: `gunicorn wsgi:app`."""

from quickscan.config import Config
from quickscan.web import create_app

app = create_app(Config.from_env())
