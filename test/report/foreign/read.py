"""Reads a file of a report with a reader that is not the project's own, and prints it as JSON.

usage: read.py READER FILE; READER is stdlib, openpyxl, pyarrow or fastparquet.
Exit status 3: the reader is not installed.
"""
import json
import math
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def text_of(element):
    return "".join(node.text or "" for node in element.iter(MAIN + "t"))


def column_of(reference):
    number = 0
    for letter in reference:
        if not letter.isalpha():
            break
        number = number * 26 + ord(letter) - 64
    return number - 1


def by_stdlib(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            shared = [text_of(item) for item in tree.fromstring(archive.read("xl/sharedStrings.xml")).iter(MAIN + "si")]
        names = [sheet.get("name") for sheet in tree.fromstring(archive.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        sheets = {}
        for index, name in enumerate(names, 1):
            root = tree.fromstring(archive.read(f"xl/worksheets/sheet{index}.xml"))
            rows = []
            for row in root.iter(MAIN + "row"):
                cells = []
                for cell in row.iter(MAIN + "c"):
                    assert cell.find(MAIN + "f") is None, "a formula"
                    place = column_of(cell.get("r"))
                    cells.extend([None] * (place + 1 - len(cells)))
                    value = cell.find(MAIN + "v")
                    kind = cell.get("t", "n")
                    if kind == "inlineStr":
                        cells[place] = text_of(cell)
                    elif value is not None:
                        cells[place] = shared[int(value.text)] if kind == "s" else value.text if kind == "str" else float(value.text)
                rows.append(cells)
            sheets[name] = rows
        return sheets


def by_openpyxl(path):
    import openpyxl

    workbook = openpyxl.load_workbook(path)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in workbook.worksheets}


def by_pyarrow(path):
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(path)
    return {"columns": table.column_names, "rows": [list(row.values()) for row in table.to_pylist()]}


def by_fastparquet(path):
    import fastparquet

    frame = fastparquet.ParquetFile(path).to_pandas()
    empty = lambda value: value is None or value != value
    rows = [[None if empty(value) else value for value in row] for row in frame.itertuples(index=False)]
    return {"columns": list(frame.columns), "rows": rows}


readers = {"stdlib": by_stdlib, "openpyxl": by_openpyxl, "pyarrow": by_pyarrow, "fastparquet": by_fastparquet}
try:
    result = readers[sys.argv[1]](sys.argv[2])
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(3)
json.dump(result, sys.stdout, ensure_ascii=False, allow_nan=False)
