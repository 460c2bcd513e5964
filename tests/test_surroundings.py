"""Which language a finding is told in."""

from __future__ import annotations

import pytest

from phrasebook import Phrasebook


@pytest.mark.parametrize(
    ("draft", "language"),
    [
        ("I don't know.", "en"),
        ("Saya tidak tahu bila bungkusan Encik akan sampai.", "ms"),
        ("Saya tidak tahu kapan paket Bapak akan tiba.", "id"),
        ("Terima kasih atas surel Bapak tanggal 3 Maret. Saya tidak tahu.", "id"),
        ("Terima kasih atas emel bertarikh 3 Mac, Encik. Saya tidak tahu.", "ms"),
        ("Boss, I tak tahu why your reload failed, the system never shows anything.", "en"),
    ],
)
def test_a_finding_is_told_in_the_language_around_it(book: Phrasebook, draft: str, language: str) -> None:
    """A phrase that languages share is told in the language of its sentence, else of the sentences near it."""
    (finding,) = book.check(draft)
    assert finding.entry.language == language
