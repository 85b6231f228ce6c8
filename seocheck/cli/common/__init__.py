"""What the commands share: options, finding files, writing reports, the exit code."""
