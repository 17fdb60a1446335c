#!/usr/bin/env python3
"""Reads prices from standard input, reports unusual steps as discoveries and the widest one as a fact.

    run: script.run
    args:
      program: …/spread_gaps.py
      stdin: '{"symbol": "SPY", "prices": [580.1, 580.3, 586.0], "limit": 0.5}'
      facts: [gap.widest]

Exit codes: 0 done, 1 try again, 2 trying again can't help.
"""
import json
import os
import sys


def main():
    try:
        ask = json.load(sys.stdin)
        symbol, prices, limit = ask["symbol"], ask["prices"], ask["limit"]
    except (ValueError, KeyError, TypeError) as wrong:
        print(json.dumps({"error": f"stdin: {wrong!r}"}))
        return 2

    context = json.loads(os.environ["KOBE_CONTEXT"])
    print(f"{os.environ['KOBE_KEY']}: {len(prices)} prices of {symbol} in {context['phase']}")
    if len(prices) < 2:
        print(json.dumps({"skipped": "two prices make a step"}))
        return 0

    steps = [100 * abs(new - old) / old for old, new in zip(prices, prices[1:])]
    found = [
        {"kind": "gap", "title": f"{symbol} stepped {step:.2f} %", "detail": f"after {old}"}
        for old, step in zip(prices, steps)
        if step > limit
    ]
    widest = round(max(steps), 4)
    print(json.dumps({
        "facts": {"gap.widest": {"symbol": symbol, "percent": widest}},
        "discoveries": found,
        "counts": {"prices": len(prices), "gaps": len(found)},
    }))
    return 0


if __name__ == "__main__":
    sys.exit(main())
