"""Files of the example project that examples change, and a small city that they add."""

from __future__ import annotations

NORTHPORT = "data/cities/northport.yml"
SOUTHBAY = "data/cities/southbay.yml"
SOURCES = "data/sources.yml"
NEW = "data/cities/eastham.yml"
EASTHAM = (
    'name: {zh: "东村", en: "Eastham"}\n'
    'country: {zh: "丙国", en: "Celand"}\n'
    'lead: {zh: "一个村。", en: "A village."}\n'
)  # fmt: skip
MEASURE = (
    "areas:\n"
    "  - id: shore\n"
    '    title: {zh: "海岸", en: "Shore"}\n'
    "    measures:\n"
    "      - id: dikes\n"
    '        title: {zh: "堤坝", en: "Dikes"}\n'
    "        lessons: [water]\n"
    "        statements:\n"
    "          - id: dikes-1\n"
    '            text: {zh: "堤坝加高了。", en: "The dikes are higher."}\n'
    "            sources: [port-1]\n"
    "            checked: 2026-11-01\n"
)
"""For the end of that city: a measure that a lesson can name."""
