"""The live page: a report in the browser as it is written, on this machine only. Protocol and words; no knowledge of
the form.

A follower looks at the file again when it has changed and puts what it sees on a stage; the server shows the stage to
the browser, which asks for the next state and waits. Nothing is ever written but what a person asks to build.
"""
