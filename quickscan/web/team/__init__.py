"""The pages of people who take part in a round with their team."""
