"""The conversation with the benchmark: a line of JSON for each article comes in, its milliseconds go out."""

import json
import sys
import time


def serve(check):
    """Answer until the input ends. check: takes an article as the benchmark sends it, returns how many findings."""
    for line in sys.stdin:
        article = json.loads(line)
        start, processor = time.perf_counter(), time.process_time()
        try:
            findings = check(article)
            took, worked = time.perf_counter() - start, time.process_time() - processor
            answer = {"ms": 1000 * took, "cpu_ms": 1000 * worked, "findings": findings}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}".strip()[:300]}
        print(json.dumps(answer), flush=True)
