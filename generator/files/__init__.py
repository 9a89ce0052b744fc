"""Files of whatever content: read at rest, written atomically, remembered by state; processes; errors of users."""
