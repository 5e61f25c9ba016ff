"""The units that a fresh store knows, and the paper that every shipped workbook is written on."""
