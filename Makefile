# make demo    install what is missing, build examples/hello with dune and run it
# make test    cargo test for the workspace and the OCaml suites; ends with `N passed, N failed`
# make bench   compare with hand-written C stubs and other frameworks: a table and a picture
# make doc     build the API documentation (needs no OCaml)
# make clean   remove what was built

.PHONY: demo test bench doc clean

demo:
	@scripts/setup
	@scripts/demo

test:
	@scripts/setup
	@scripts/test

bench:
	@scripts/setup
	@bench/run

doc:
	@scripts/doc

clean:
	@scripts/clean
