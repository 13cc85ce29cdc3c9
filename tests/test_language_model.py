import shutil
from pathlib import Path

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from tei_edition.checks import language_model

_TEXT = "Les Juifs de la ville furent arrêtés pendant la nuit et conduits vers la gare."


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(language_model, "user_caches", lambda: tmp_path / "caches")
    return tmp_path / "caches"


def test_the_kept_model_is_the_packed_one(caches: Path) -> None:
    packed = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    for _ in ("made", "kept"):
        kept = language_model.identifier()
        assert kept.labels == packed.labels
        assert kept.rank(_TEXT) == packed.rank(_TEXT)
        assert kept.rank(_TEXT)[0][0] == "fr"
    assert [file.name.partition("-")[0] for file in caches.iterdir()] == ["py3langid"]


def test_a_model_that_is_broken_is_not_used(caches: Path) -> None:
    language_model.identifier()
    (folder,) = caches.iterdir()
    (folder / "ptc.npy").write_bytes(b"")
    assert language_model.identifier().rank(_TEXT)[0][0] == "fr"
    shutil.rmtree(folder)
    folder.write_text("no folder")
    assert language_model.identifier().rank(_TEXT)[0][0] == "fr"


def test_a_model_need_not_be_kept(caches: Path) -> None:
    caches.write_text("no folder")
    assert language_model.identifier().rank(_TEXT)[0][0] == "fr"
