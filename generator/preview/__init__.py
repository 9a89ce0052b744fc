"""The clerk's page, served on this machine only: one server for filling in and for reading. Protocol and words; no
knowledge of the form.

A follower looks at the file again when somebody else has changed it and puts what it sees on a stage, which the browser
asks for and waits. Nothing is written but the YAML, and that by the desk.
"""
