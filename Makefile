# Every recipe is a command of ./dev, which works without make too.
.PHONY: demo test lint check long docs known-answers benchmark

demo: ## install Remit into .venv and run its demonstration
	@./dev demo

test: ## run the tests against the installed package
	@./dev test

lint: ## ruff, ruff format, mypy and the import contracts
	@./dev lint

check: ## lint, then test: what CI runs
	@./dev check

long: ## the tests marked long
	@./dev long

docs: ## regenerate the generated pages
	@./dev docs

known-answers: ## recall and precision of each rule on the shipped models
	@./dev known-answers

benchmark: ## run the benchmarks
	@./dev benchmark
