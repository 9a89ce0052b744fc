"""Speed and memory beside others on the same report: ``python -m benchmarks`` writes RESULTS.md."""
