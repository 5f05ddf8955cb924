#!/usr/bin/python3
"""Does the validator notice?"""

import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import validate  # noqa: E402

SHELF = """
openapi: 3.0.3
paths:
  /books/{id}:
    get:
      parameters: [{name: id, in: path}, {name: full, in: query}]
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
        '404': {$ref: '#/components/responses/ClerkErrors'}
    delete:
      responses: {'204': {description: gone}}
  /books/newest:
    get:
      responses:
        '200': {content: {application/json: {schema: {type: string}}}}
  /books:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
      responses: {'201': {description: kept}}
components:
  schemas:
    Book:
      type: object
      additionalProperties: false
      required: [title]
      properties:
        $id: {type: string}
        title: {type: string}
        lent: {type: string, format: date-time, nullable: true}
        kind: {type: string, enum: [novel, verse]}
  responses:
    ClerkErrors:
      content: {application/json: {schema: {type: object, required: [errors]}}}
"""


class Validate(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "shelf.yml").write_text(SHELF, encoding="utf-8")
        self.shelf = validate.Description(self.folder / "shelf.yml")

    def answer(self, body, path="/v1/books/b1", status=200, method="GET"):
        return self.shelf.answer_faults(method, path, status, body)

    def test_accepts_what_fits(self):
        self.assertEqual(self.answer({"title": "t", "lent": None, "kind": "novel"}), [])
        self.assertEqual(self.answer({"title": "t", "lent": "2026-01-02T03:04:05.678Z"}, "/books/b1?full=1"), [])

    def test_notices_what_does_not_fit(self):
        for body in ({}, None, [], {"title": 1}, {"title": "t", "more": 1}, {"title": "t", "kind": "essay"},
                     {"title": "t", "lent": "yesterday"}, {"title": "t", "lent": "2026-13-02T03:04:05Z"},
                     {"title": None}):
            self.assertNotEqual(self.answer(body), [], body)

    def test_a_literal_part_wins(self):
        self.assertEqual(self.answer("b7", "/books/newest"), [])
        self.assertNotEqual(self.answer({"title": "t"}, "/books/newest"), [])

    def test_notices_calls_and_statuses_nobody_described(self):
        self.assertNotEqual(self.answer({"title": "t"}, "/films/1"), [])
        self.assertNotEqual(self.answer({"title": "t"}, method="PUT"), [])
        self.assertNotEqual(self.answer({"title": "t"}, status=202), [])

    def test_every_error_has_the_envelope(self):
        self.assertEqual(self.answer({"errors": []}, status=404), [])
        self.assertEqual(self.answer({"errors": []}, status=503), [])
        self.assertNotEqual(self.answer({"error": "no"}, status=503), [])

    def test_an_answer_without_content_is_empty(self):
        self.assertEqual(self.answer(None, status=204, method="DELETE"), [])
        self.assertNotEqual(self.answer({}, status=204, method="DELETE"), [])

    def test_checks_requests(self):
        self.assertEqual(self.shelf.request_faults("POST", "/books", {"title": "t"}), [])
        self.assertEqual(self.shelf.request_faults("GET", "/books/b1?full=", None), [])
        self.assertNotEqual(self.shelf.request_faults("POST", "/books", {"titel": "t"}), [])
        self.assertNotEqual(self.shelf.request_faults("POST", "/books", None), [])
        self.assertNotEqual(self.shelf.request_faults("GET", "/books/b1?fall=", None), [])
        self.assertNotEqual(self.shelf.request_faults("GET", "/books/b1", {"title": "t"}), [])

    def run_batch(self, *calls):
        batch = self.folder / "calls.jsonl"
        batch.write_text("\n".join(map(json.dumps, calls)), encoding="utf-8")
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            code = validate.main([str(self.folder / "shelf.yml"), "--batch", str(batch)])
        return code, said.getvalue()

    def test_a_batch_reads_files_and_names_what_is_wrong(self):
        (self.folder / "book.json").write_text('{"title": 7}', encoding="utf-8")
        good = {"method": "GET", "path": "/books/b1", "status": 200, "body": {"title": "t"}}
        bad = {"method": "GET", "path": "/books/b1", "status": 200, "file": "book.json"}
        self.assertEqual(self.run_batch(good)[0], 0)
        code, said = self.run_batch(good, bad)
        self.assertEqual(code, 1)
        self.assertIn("book.json", said)
        self.assertIn("title", said)

    def test_an_empty_batch_is_a_failure(self):
        self.assertEqual(self.run_batch()[0], 1)


if __name__ == "__main__":
    unittest.main()
