"""`quickscan serve`: a web server and workers that start, run and stop as one."""
