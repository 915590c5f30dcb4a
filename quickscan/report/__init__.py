"""An outcome as a report: words and figures, then HTML, then PDF."""
