"""Runs every acceptance story with the built program; prints what failed and a closing count."""
import importlib
import sys
import traceback

import story

program = sys.argv[1]
wanted = sys.argv[2:] or ["contract", "desk", "real_data", "crash", "tampering", "pages", "scorecards", "look", "same",
                         "interface", "persons", "erasure", "transit", "people", "office", "cases", "calls", "agents",
                         "repairs", "listings", "commitments", "rectification", "letters", "firm", "hostile", "fuzz"]
passed, failed, skipped = 0, 0, 0
for name in wanted:
    module = importlib.import_module(name)
    for test in [value for key, value in vars(module).items() if key.startswith("test_")]:
        label = f"{name}.{test.__name__[5:]}"
        try:
            with story.Desk(program) as desk:
                test(desk)
            passed += 1
            print(f"ok   {label}", flush=True)
        except story.Skipped as reason:
            skipped += 1
            print(f"SKIP {label}: {reason}", flush=True)
        except Exception:
            failed += 1
            print(f"FAIL {label}\n{traceback.format_exc()}", flush=True)
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed else 0)
