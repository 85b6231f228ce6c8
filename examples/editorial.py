"""List a folder's articles by score, and the declared keywords that no text supports.

python examples/editorial.py examples/
"""

import sys

import seocheck

reports = sorted(seocheck.check_paths(sys.argv[1:] or ["examples"]), key=lambda report: report.score or 0)
for report in reports:
    first = report.findings[report.fix_first[0].finding].message if report.fix_first else "nothing to mend"
    print(f"{report.score:5.1f} {report.grade}  {report.path}: {first}")

print("\nKeywords nobody supports:")
for report in reports:
    absent = [keyword.text for keyword in report.keywords if keyword.tier == "absent"]
    if absent:
        print(f"  {report.path}: {', '.join(absent)}")
