#!/usr/bin/python3
"""Checks requests and answers against Clerk's published OpenAPI 3.0 description.

One answer:      validate.py SPEC.yml METHOD PATH STATUS BODY.json
Many at once:    validate.py SPEC.yml --batch LINES.jsonl      ("-" reads standard input)

PATH is as it is sent: ids filled in, query allowed, a leading /v1 allowed. Each line of a batch is
an object with `method` and `path`, and
  * `status` and `body` (or `file`, next to the batch) to check an answer, or
  * `request` (null for none) to check what a client sends, its query names included.

An error status that the description does not list for the call is held against its general error
envelope; an unlisted success is a fault. Ends with 0 when all is well, 1 when something is not,
2 when the call makes no sense, and 77 when the description or a Python package is missing, which
ctest shows as skipped.
"""

import json
import pathlib
import re
import sys
from datetime import datetime
from urllib.parse import parse_qsl, urlsplit

SKIPPED = 77
METHODS = ("get", "post", "put", "patch", "delete")
ERROR_ENVELOPE = {"$ref": "#/components/responses/ClerkErrors"}


def skip(reason):
    print(f"SKIPPED: {reason}. Nothing was held against the published description.")
    sys.exit(SKIPPED)


try:
    import jsonschema
    import yaml
except ImportError as missing:
    skip(f"{missing.name} is not installed (Debian: python3-yaml, python3-jsonschema)")


def without_nullable(schema):
    """Says `nullable: true` of OpenAPI 3.0 in JSON Schema's own words."""
    if isinstance(schema, list):
        return [without_nullable(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: without_nullable(value) for key, value in schema.items()}
    if plain.pop("nullable", False) is True:
        return {"anyOf": [{"type": "null"}, plain]}
    return plain


FORMATS = jsonschema.FormatChecker(formats=())


@FORMATS.checks("date-time", raises=ValueError)
def is_date_time(value):
    """RFC 3339, which wants a zone and a T."""
    if not isinstance(value, str):
        return True
    if not re.fullmatch(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", value):
        raise ValueError("no RFC 3339 time")
    return bool(datetime.fromisoformat(re.sub(r"\.\d+", "", value.upper()).replace("Z", "+00:00")))


class Description:
    """An OpenAPI description, asked about calls."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as text:
            loaded = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self.paths = loaded["paths"]
        self.components = loaded["components"]
        # Draft 4 is what OpenAPI 3.0 is made from: words beside a $ref do not count. References are
        # followed here, because jsonschema 4.10 stumbles over a property that is called `$id`.
        self.validator = jsonschema.validators.extend(
            jsonschema.Draft4Validator,
            {"$ref": lambda validator, ref, value, _: validator.descend(value, self.definition(ref))})

    def definition(self, ref):
        return without_nullable(self.resolved({"$ref": ref}))

    def resolved(self, node):
        while "$ref" in node:
            target = {"components": self.components}
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def operation(self, method, path):
        """The call's entry, or None. A literal part wins over a parameter."""
        wanted = urlsplit(path).path.removeprefix("/v1/").strip("/").split("/")
        best = None
        for template, item in self.paths.items():
            parts = template.strip("/").split("/")
            if len(parts) != len(wanted) or method.lower() not in item:
                continue
            if all(own == sent or own.startswith("{") for own, sent in zip(parts, wanted)):
                literal = sum(not part.startswith("{") for part in parts)
                if best is None or literal > best[0]:
                    parameters = item.get("parameters", []) + item[method.lower()].get("parameters", [])
                    best = (literal, item[method.lower()] | {"parameters": parameters})
        return best and best[1]

    def faults(self, schema, value):
        validator = self.validator(without_nullable(schema), format_checker=FORMATS)
        return [f"{'/'.join(map(str, fault.absolute_path)) or 'body'}: {explain(fault)}"
                for fault in sorted(validator.iter_errors(value), key=lambda each: [str(p) for p in each.path])]

    def body_faults(self, described, body, empty):
        content = described.get("content", {}).get("application/json")
        if content is None:
            return [] if empty else ["body: the description has none here"]
        return ["body: missing"] if empty else self.faults(content["schema"], body)

    def answer_faults(self, method, path, status, body):
        operation = self.operation(method, path)
        if operation is None:
            return ["the description has no such call"]
        answer = operation["responses"].get(str(status)) or operation["responses"].get("default")
        if answer is None and int(status) < 400:
            return [f"the description lists no {status} for this call, only {', '.join(operation['responses'])}"]
        return self.body_faults(self.resolved(answer or ERROR_ENVELOPE), body, body is None)

    def request_faults(self, method, path, body):
        operation = self.operation(method, path)
        if operation is None:
            return ["the description has no such call"]
        known = {each["name"] for each in map(self.resolved, operation["parameters"]) if each["in"] == "query"}
        sent = {name for name, _ in parse_qsl(urlsplit(path).query, keep_blank_values=True)}
        faults = [f"query: {name} is not described" for name in sorted(sent - known)]
        return faults + self.body_faults(self.resolved(operation.get("requestBody", {})), body, body is None)


def explain(fault):
    """The message without the value, which may be long or secret."""
    if fault.context:
        return "; ".join(sorted({explain(each) for each in fault.context}))
    if fault.validator in ("required", "additionalProperties", "dependencies"):
        return fault.message[:300]
    return f"does not fit {fault.validator} {json.dumps(fault.validator_value)[:200]}"


def check_line(description, line, folder):
    call = json.loads(line)
    if "request" in call:
        return call, description.request_faults(call["method"], call["path"], call["request"])
    if "file" in call:
        call["body"] = json.loads((folder / call["file"]).read_text(encoding="utf-8"))
    return call, description.answer_faults(call["method"], call["path"], call["status"], call.get("body"))


def check_batch(description, name):
    folder = pathlib.Path(".") if name == "-" else pathlib.Path(name).parent
    text = sys.stdin.read() if name == "-" else pathlib.Path(name).read_text(encoding="utf-8")
    checked = [check_line(description, line, folder) for line in text.splitlines() if line.strip()]
    bad = [(call, faults) for call, faults in checked if faults]
    for call, faults in bad:
        kind = "request" if "request" in call else f"answer {call.get('status')}"
        print(f"{call['method']} {call['path']} ({kind}{', ' + call['file'] if 'file' in call else ''})")
        print("\n".join(f"    {fault}" for fault in faults))
    print(f"{len(checked)} checked, {len(bad)} at odds with the published description")
    if not checked:
        print("an empty batch proves nothing")
    return 1 if bad or not checked else 0


def main(arguments):
    if len(arguments) not in (3, 5) or (len(arguments) == 3 and arguments[1] != "--batch"):
        print(__doc__)
        return 2
    if not pathlib.Path(arguments[0]).is_file():
        skip(f"the description is not there: {arguments[0]}")
    description = Description(arguments[0])
    if len(arguments) == 3:
        return check_batch(description, arguments[2])
    _, method, path, status, file = arguments
    text = pathlib.Path(file).read_text(encoding="utf-8")
    faults = description.answer_faults(method, path, int(status), json.loads(text) if text.strip() else None)
    print("\n".join(faults) if faults else "fits the published description")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
