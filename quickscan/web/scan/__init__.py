"""One visitor's scan: answering, the result, and what is done with it afterwards."""
