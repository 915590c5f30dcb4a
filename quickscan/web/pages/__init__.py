"""The pages for everyone: home, introduction, all statements, and what we promise."""
