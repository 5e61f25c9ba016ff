"""Groups of units under a name: saved, replaced, forgotten, read where nothing can be written."""

from __future__ import annotations

import pytest

from data.saved_groups import NAME_LETTERS, forget_group, save_group, saved_groups
from data.store import Store


def test_a_store_without_a_journal_has_no_groups_and_stays_as_it_is(tmp_path):
    assert saved_groups(Store(tmp_path / "home")) == []
    assert not (tmp_path / "home").exists()


def test_a_group_is_read_back_as_it_was_saved(tmp_path):
    store = Store(tmp_path)
    save_group(store, "Lan", "  Ven   biển & đảo ", ["317", "308", "SNV=1"])
    (group,) = saved_groups(store)
    assert (group.name, group.owner) == ("Ven biển & đảo", "Lan")
    assert group.unit_codes == ("317", "308", "SNV=1")


def test_the_same_name_of_the_same_owner_replaces_and_of_another_stands_beside(tmp_path):
    store = Store(tmp_path)
    save_group(store, "Lan", "Nội thành", ["303"])
    save_group(store, "Lan", "Nội thành", ["303", "304"])
    save_group(store, "Minh", "Nội thành", ["305"])
    assert [(g.owner, g.unit_codes) for g in saved_groups(store)] == [
        ("Lan", ("303", "304")),
        ("Minh", ("305",)),
    ]


def test_a_group_can_be_forgotten_and_twice_is_no_fault(tmp_path):
    store = Store(tmp_path)
    save_group(store, "Lan", "Nội thành", ["303"])
    number = saved_groups(store)[0].saved_view_id
    forget_group(store, number)
    forget_group(store, number)
    assert saved_groups(store) == []


@pytest.mark.parametrize(("name", "units"), [("  ", ["303"]), ("Nội thành", [])])
def test_a_group_has_a_name_and_units(tmp_path, name, units):
    with pytest.raises(ValueError, match=name):
        save_group(Store(tmp_path), "Lan", name, units)


def test_a_long_name_is_cut(tmp_path):
    save_group(Store(tmp_path), "Lan", "x" * 500, ["303"])
    assert len(saved_groups(Store(tmp_path))[0].name) == NAME_LETTERS
