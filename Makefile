# Two commands: `make chat` to try the desk, `make test` to check everything.
.PHONY: chat desk test setup build man clean

chat: build
	@Tools/try chat

desk: build
	@Tools/try desk

test: setup
	@Tools/test

build: setup
	@swift build --quiet --product triaged && swift build --quiet --product triage

setup:
	@Tools/setup

# The manual pages are printed by the program.
man: build
	@.build/debug/triage man --directory docs/man

clean:
	swift package clean
