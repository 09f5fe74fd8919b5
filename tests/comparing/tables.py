"""Tables of ACLED and UCDP in a few rows, and cases to compare with them."""

import csv
import io

from stemmata.exports.formats import format_named
from stemmata.exports.formats.format import About

GED = {
    "id": "900.0", "type_of_violence": "1.0", "side_a": "Government of Syria", "side_b": "IS",
    "source_headline": "Shells fall on the mill of Marun", "where_prec": "1.0", "where_coordinates": "Marun town",
    "adm_1": "Hama Governorate", "latitude": "35.1", "longitude": "36.7", "country": "Syria", "country_id": "652.0",
    "date_prec": "1.0", "date_start": "2021-03-03", "date_end": "2021-03-03",
    "best": "7.0", "low": "5.0", "high": "9.0",
}  # fmt: skip
ACLED = {
    "event_id_cnty": "SYR77", "event_date": "03 March 2021", "time_precision": "1", 
    "event_type": "Explosions/Remote violence", "sub_event_type": "Shelling/artillery/missile attack",
    "actor1": "Military Forces of Syria",
    "actor2": "Civilians (Syria)", "iso": "760", "country": "Syria", "admin1": "Hama", "location": "Marun",
    "latitude": "35.1", "longitude": "36.7", "geo_precision": "1", "notes": "Shells fell on the mill of Marun.",
    "fatalities": "7",
}  # fmt: skip


def table(*rows, delimiter=","):
    """A CSV file of rows, with the columns of the first."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def written(tmp_path, text, name="rows.csv"):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def exported(tmp_path, *entries, name="case.jsonl"):
    """Events as `stemmata export json` writes them."""
    form, file = format_named("json"), tmp_path / name
    with file.open("wb") as stream:
        form.assemble([form.piece(entries)], stream, About("case", None))
    return file
