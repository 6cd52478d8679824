"""The table of all methods on a benchmark: ./zsl evaluate with several seeds, as Markdown.

    ZSL_PYTORCH=1 python zsl-bench/scripts/methods_table.py data/caltech101 1 2 3

Arguments: the benchmark's folder and the seeds; or files that hold what `./zsl evaluate --json` has printed, one a seed.
"""
import json
import os
import statistics
import subprocess
import sys


def runs(arguments):
    if os.path.isfile(arguments[0]):
        return [[json.loads(line) for line in open(name)] for name in arguments]
    command = ['./zsl', 'evaluate', '--data', arguments[0], '--json', '--seed']
    return [[json.loads(line) for line in subprocess.run(command + [seed], capture_output=True, text=True, check=True)
             .stdout.splitlines()] for seed in arguments[1:]]


def spread(values, digits=3):
    mean, deviation = statistics.mean(values), statistics.stdev(values) if len(values) > 1 else 0
    text = f'{mean:.{digits}f}'
    return text if round(deviation, digits) == 0 else f'{text} ± {deviation:.{digits}f}'


def main():
    by_method = {}
    for run in runs(sys.argv[1:]):
        for result in run:
            by_method.setdefault(result['method'], []).append(result)
    print('| method | T1 | u | s | H | H plain | H oracle | AUSUC | fit, s |\n|---|---|---|---|---|---|---|---|---|')
    shares = []
    for method, results in by_method.items():
        shares.append(statistics.mean(r['H'] / r['oracle']['H'] for r in results))
        column = lambda get: spread([get(r) for r in results])
        print(f"| {method} | {column(lambda r: r['T1'])} | {column(lambda r: r['u'])} | {column(lambda r: r['s'])} | "
              f"{column(lambda r: r['H'])} | {column(lambda r: r['uncalibrated']['H'])} | "
              f"{column(lambda r: r['oracle']['H'])} | {column(lambda r: r['AUSUC'])} | "
              f"{statistics.median(r['seconds'] for r in results):.1f} |")
    print(f'\nH is {statistics.mean(shares):.3f} of the oracle H on the mean over methods, {min(shares):.3f} at worst.')


main()
