"""Decision 903/QĐ-UBND of 28/3/2022: the nine index figures of 2021 that were published."""
