"""Start a command, wait for it, and print its largest resident size in KiB and its exit code.

Run by itself (``python -S peak.py COMMAND …``) and importing next to nothing: what a child is charged with begins with
the size of whoever starts it.
"""

import os
import sys

null = os.open(os.devnull, os.O_RDWR)
actions = [(os.POSIX_SPAWN_DUP2, null, number) for number in (0, 1, 2)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=actions)
_, status, usage = os.wait4(child, 0)
print(usage.ru_maxrss, os.waitstatus_to_exitcode(status))
