#!/usr/bin/python3
"""Holds JSON lines against a JSON schema: validate.py SCHEMA LINES. Ends with 77 where jsonschema is missing."""

import json
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)


def main(schema_file, lines_file):
    with open(schema_file, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    count = faults = 0
    with open(lines_file, encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            count += 1
            for error in validator.iter_errors(json.loads(line)):
                faults += 1
                print(f"line {number}, {'/'.join(str(part) for part in error.absolute_path)}: {error.message}")
    print(f"{count} objects, {faults} faults")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
