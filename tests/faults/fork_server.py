"""Runs nianbao again and again in forked children, so that hundreds of real processes cost no start-up.

A line of JSON in: arguments, folder, and after how many seconds to kill (null: not at all). A line out: exit status as
waitpid has it, and whether it was killed. Words go to the files ``out`` and ``err`` that the line names.
"""

import json
import os
import select
import signal
import sys
import time


def main() -> None:
    from generator.cli import app
    from generator.pipeline import building, comparing, exporting, fixing, importing, starting  # noqa: F401
    from generator.pipeline.building import BuildOptions, render_file
    from generator.render import docx, markdown  # noqa: F401

    for fmt in ("docx", "md"):
        render_file(sys.argv[1], BuildOptions(formats=(fmt,), verify=True))
    print("ready", flush=True)
    for line in sys.stdin:
        job = json.loads(line)
        start = time.monotonic()
        child = os.fork()
        if not child:
            _run(app, job)
        killed = job["kill_after"] is not None and _kill(child, job["kill_after"])
        status = os.waitpid(child, 0)[1]
        print(json.dumps([status, killed, time.monotonic() - start]), flush=True)


def _kill(child: int, after: float) -> bool:
    """Kill the child unless it has ended by itself."""
    handle = os.pidfd_open(child)
    ended = select.select([handle], [], [], after)[0]
    os.close(handle)
    if not ended:
        os.kill(child, signal.SIGKILL)
    return not ended


def _run(app, job) -> None:
    os.chdir(job["folder"])
    for number, file in ((0, os.devnull), (1, job["out"]), (2, job["err"])):
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.dup2(handle, number)
        os.close(handle)
    sys.argv = ["nianbao", *job["arguments"]]
    code = 99
    try:
        app.main()
    except SystemExit as left:
        code = left.code or 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


main()
